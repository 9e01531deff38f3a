import type { OperationsView } from "@varde/contract/operations";
import { useFormats } from "../../platform/formats/use-formats.ts";
import { useMessages } from "../../platform/i18n/language.tsx";
import { Empty } from "../../ui/feedback/empty.tsx";
import { Mark, type Tone } from "../../ui/figures/mark.tsx";
import { Age } from "../../ui/figures/time.tsx";
import { Panel } from "../../ui/layout/panel.tsx";
import { Table } from "../../ui/table/plain-table.tsx";
import { termMessages } from "../terms/index.ts";
import { monitoringMessages } from "./monitoring-messages.ts";

const TONE: Readonly<Record<string, Tone>> = { idle: "good", polling: "good", reconnecting: "warn" };

/** The places messages come from, and whether they are being watched. */
export function Mailboxes({ mailboxes }: { mailboxes: OperationsView["mailboxes"] }) {
  const t = useMessages(monitoringMessages);
  const terms = useMessages(termMessages);
  const formats = useFormats();
  return (
    <Panel flush title={t("mailboxes")}>
      {mailboxes.length === 0 ? (
        <Empty title={t("noMailboxes")}>{t("noMailboxesText")}</Empty>
      ) : (
        <Table
          caption={t("mailboxes")}
          head={[t("mailbox"), t("address"), t("state"), t("lastSeen"), t("messages")]}
          numeric={[4]}
          rows={mailboxes.map(({ name, kind, address, state, lastSeenAt, lastError, messages }) => ({
            key: name,
            mark: lastError ? "bad" : undefined,
            cells: [
              <>
                <strong>{name}</strong> <span className="quiet">{terms(`channel.${kind}`)}</span>
              </>,
              <code key="address">{address}</code>,
              <>
                <WatchMark state={kind !== "imap" && state === "stopped" ? "onDemand" : state} /> {lastError}
              </>,
              lastSeenAt && <Age key="seen" at={lastSeenAt} />,
              formats.number(messages),
            ],
          }))}
        />
      )}
    </Panel>
  );
}

/** Folders, uploads and entries by hand are not watched: that they stand still says nothing. */
function WatchMark({ state }: { state: string }) {
  const t = useMessages(monitoringMessages);
  return <Mark tone={TONE[state] ?? "neutral"}>{t.find(`state.${state}`) ?? state}</Mark>;
}
