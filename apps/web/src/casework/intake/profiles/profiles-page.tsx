import { sourceProfileRoutes } from "@varde/contract/source-profiles";
import type { z } from "zod";
import { useMay } from "../../../access/index.ts";
import { useRead } from "../../../platform/api/read.ts";
import { useFormats } from "../../../platform/formats/use-formats.ts";
import { useMessages } from "../../../platform/i18n/language.tsx";
import { ButtonLink } from "../../../ui/controls/button.tsx";
import { Empty } from "../../../ui/feedback/empty.tsx";
import { Loaded } from "../../../ui/feedback/loaded.tsx";
import { Age } from "../../../ui/figures/time.tsx";
import { Page } from "../../../ui/layout/page.tsx";
import { Panel } from "../../../ui/layout/panel.tsx";
import { ListTable } from "../../../ui/table/list-table.tsx";
import { RowLink } from "../../../ui/table/row-link.tsx";
import { intakeMessages } from "../intake-messages.ts";
import { ProfileStateMark } from "./profile-state-mark.tsx";

type ProfileRow = z.infer<typeof sourceProfileRoutes.listProfiles.response>["profiles"][number];

/** Every version of every source profile. */
export function ProfilesPage() {
  const t = useMessages(intakeMessages);
  const formats = useFormats();
  const mayEdit = useMay("editProfiles");
  const read = useRead(sourceProfileRoutes.listProfiles);
  return (
    <Page
      title={t("profiles")}
      lead={t("profilesLead")}
      actions={mayEdit && <ButtonLink to="/profiles/write">{t("writeProfile")}</ButtonLink>}
    >
      <Panel flush>
        <Loaded read={read}>
          {({ profiles }) => (
            <ListTable<ProfileRow>
              name="profiles"
              caption={t("profiles")}
              rows={profiles}
              rowKey={({ name, version }) => `${name}.${version}`}
              empty={<Empty title={t("emptyProfiles")}>{t("emptyProfilesText")}</Empty>}
              columns={[
                {
                  id: "title",
                  header: t("profiles"),
                  cell: ({ name, version, title }) => (
                    <RowLink to="/profiles/$name/$version" params={{ name, version: String(version) }}>
                      {title}
                    </RowLink>
                  ),
                },
                { id: "name", header: "Id", wide: true, cell: ({ name }) => <code>{name}</code> },
                { id: "version", header: t("version"), kind: "number", cell: ({ version }) => version },
                { id: "state", header: t("state"), cell: ({ state }) => <ProfileStateMark state={state} /> },
                {
                  id: "messages",
                  header: t("usedFor"),
                  kind: "number",
                  cell: ({ messages }) => formats.number(messages),
                },
                {
                  id: "tested",
                  header: t("tested"),
                  wide: true,
                  cell: ({ testedAt, shipped }) =>
                    testedAt ? <Age at={testedAt} /> : shipped ? "" : t("notTested"),
                },
                {
                  id: "by",
                  header: t("changedBy"),
                  wide: true,
                  cell: ({ shipped, createdBy }) => createdBy ?? (shipped && t("shipped")),
                },
              ]}
            />
          )}
        </Loaded>
      </Panel>
    </Page>
  );
}
