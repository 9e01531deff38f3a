import type { OpenSession } from "@varde/contract/access-sessions";
import { useMessages } from "../../platform/i18n/language.tsx";
import { Button } from "../../ui/controls/button.tsx";
import { Mark } from "../../ui/figures/mark.tsx";
import { Age, Instant } from "../../ui/figures/time.tsx";
import { Table } from "../../ui/table/plain-table.tsx";
import { accountMessages } from "./account-messages.ts";

interface SessionTableProps {
  sessions: readonly OpenSession[];
  /** Present where single sessions can be ended. */
  end?: { readonly act: (id: string) => void; readonly busyWith: string | undefined };
}

/** Where somebody is logged in. */
export function SessionTable({ sessions, end }: SessionTableProps) {
  const t = useMessages(accountMessages);
  const head = [t("where"), t("address"), t("since"), t("lastSeen"), t("endsAt")];
  return (
    <Table
      caption={t("sessions")}
      head={end ? [...head, t("endSession")] : head}
      {...(end && { acts: head.length })}
      rows={sessions.map((session) => {
        const browser = session.browser || t("unknownBrowser");
        const cells = [
          <span key="where">
            {browser} {session.current && <Mark tone="accent">{t("thisSession")}</Mark>}
          </span>,
          session.address || <span key="address">{t("unknownAddress")}</span>,
          <Instant key="since" at={session.startedAt} />,
          <Age key="seen" at={session.lastSeenAt} />,
          <Instant key="ends" at={session.endsAt} />,
        ];
        const act = end && !session.current && (
          <Button
            key="end"
            aria-label={t("endSessionOn", { browser })}
            loading={end.busyWith === session.id}
            onClick={() => end.act(session.id)}
          >
            {t("endSession")}
          </Button>
        );
        return { key: session.id, cells: end ? [...cells, act] : cells };
      })}
    />
  );
}
