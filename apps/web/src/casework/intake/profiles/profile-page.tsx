import { useParams } from "@tanstack/react-router";
import { sourceProfileRoutes } from "@varde/contract/source-profiles";
import { useRead } from "../../../platform/api/read.ts";
import { useMessages } from "../../../platform/i18n/language.tsx";
import { LoadedPage } from "../../../ui/layout/loaded-page.tsx";
import { Page } from "../../../ui/layout/page.tsx";
import { intakeMessages } from "../intake-messages.ts";
import { ProfileEditor } from "./profile-editor.tsx";
import { ProfileStateMark } from "./profile-state-mark.tsx";

/** One version of a source profile, to read, change, test and put into use. */
export function ProfilePage() {
  const t = useMessages(intakeMessages);
  const { name, version } = useParams({ from: "/shell/profiles/$name/$version" });
  const read = useRead(sourceProfileRoutes.getProfile, { params: { name, version: Number(version) } });
  return (
    <LoadedPage read={read}>
      {({ profile, yaml, lastTest }) => (
        <Page
          title={profile.title}
          marks={<ProfileStateMark state={profile.state} />}
          lead={`${profile.name} · ${t("version").toLowerCase()} ${profile.version}`}
        >
          <ProfileEditor
            key={`${profile.name}.${profile.version}`}
            profile={profile}
            yaml={yaml}
            lastTest={lastTest}
          />
        </Page>
      )}
    </LoadedPage>
  );
}

/** A source profile from the beginning. */
export function WriteProfilePage() {
  const t = useMessages(intakeMessages);
  return (
    <Page title={t("writeProfile")} lead={t("profilesLead")}>
      <ProfileEditor profile={null} yaml="" lastTest={null} />
    </Page>
  );
}
