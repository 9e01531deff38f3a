import { useMessages } from "../../platform/i18n/language.tsx";
import { Page } from "../../ui/layout/page.tsx";
import { Stack } from "../../ui/layout/stack.tsx";
import { OwnStandIns } from "../stand-ins/own-stand-ins.tsx";
import { accountMessages } from "./account-messages.ts";
import { OwnSessions } from "./own-sessions.tsx";
import { OwnStanding } from "./own-standing.tsx";

/** What is one's own: where one is logged in, who acts in one's place, what one may do. */
export function AccountPage() {
  const t = useMessages(accountMessages);
  return (
    <Page title={t("title")} lead={t("lead")}>
      <Stack>
        <OwnSessions />
        <OwnStandIns />
        <OwnStanding />
      </Stack>
    </Page>
  );
}
