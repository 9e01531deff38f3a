import { Link, useNavigate } from "@tanstack/react-router";
import { intakeRoutes, type MessageView } from "@varde/contract/intake";
import { useFormats } from "../../../platform/formats/use-formats.ts";
import { useMessages } from "../../../platform/i18n/language.tsx";
import { Notice } from "../../../ui/feedback/notice.tsx";
import { Refusal } from "../../../ui/feedback/problem-notice.tsx";
import { Age } from "../../../ui/figures/time.tsx";
import { Facts } from "../../../ui/layout/facts.tsx";
import { Page } from "../../../ui/layout/page.tsx";
import { Panel } from "../../../ui/layout/panel.tsx";
import { Stack } from "../../../ui/layout/stack.tsx";
import { IdentityNumbers } from "../../identity-numbers/index.ts";
import { MessageStateMark, termMessages } from "../../terms/index.ts";
import { intakeMessages } from "../intake-messages.ts";
import type { QueueSearch } from "../queue/queue-search.ts";
import { CompleteForm } from "./complete-form.tsx";
import { Entries } from "./entries.tsx";
import { History } from "./history.tsx";
import { MessageActions } from "./message-actions.tsx";
import styles from "./message-body.module.css";
import { Original } from "./original/original.tsx";
import { PlacesProvider } from "./places.tsx";

interface MessageBodyProps {
  view: MessageView;
  search: QueueSearch;
  neighbours: { previous: number | undefined; next: number | undefined };
}

export function MessageBody({ view, search, neighbours }: MessageBodyProps) {
  const t = useMessages(intakeMessages);
  const terms = useMessages(termMessages);
  const navigate = useNavigate();
  const { message, abilities } = view;
  const goOn = () =>
    void (neighbours.next === undefined
      ? navigate({ to: "/intake", search })
      : navigate({ to: "/intake/messages/$id", params: { id: String(neighbours.next) }, search }));
  const registered = view.entries.filter((entry) => entry.alertId !== null);

  return (
    <PlacesProvider>
      <Page
        title={message.subject?.trim() || t("noSubject")}
        marks={<MessageStateMark state={message.state} />}
        lead={
          <>
            {message.reason && (
              <strong>
                {terms.find(`reason.${message.reason}`, message.reasonParams) ?? message.reason}
                {" · "}
              </strong>
            )}
            {message.fromName ?? message.fromAddress} · <Age at={message.receivedAt} />
          </>
        }
        actions={<MessageActions view={view} search={search} neighbours={neighbours} onRejected={goOn} />}
      >
        {view.duplicateOf !== null && (
          <Notice
            actions={
              <Link to="/intake/messages/$id" params={{ id: String(view.duplicateOf) }}>
                {t("seeFirst")}
              </Link>
            }
          >
            {t("duplicateOf")}
          </Notice>
        )}
        <IdentityNumbers
          route={intakeRoutes.openMessageNumbers}
          params={{ id: message.id }}
          openUntil={view.numbersOpenUntil}
          holdsFiles
        />
        <div className={styles.sides}>
          <div className={styles.original}>
            <Original view={view} />
          </div>
          <Stack>
            {message.state === "quarantined" && abilities.complete.allowed ? (
              <>
                {registered.length > 0 && <Entries entries={registered} total={view.entries.length} />}
                <CompleteForm view={view} onDone={goOn} />
              </>
            ) : (
              <>
                {message.state === "quarantined" && <Refusal ability={abilities.complete} />}
                <Entries entries={view.entries} />
              </>
            )}
            <Panel title={t("history")}>
              <History history={view.history} />
            </Panel>
            <MessageFacts view={view} />
          </Stack>
        </div>
      </Page>
    </PlacesProvider>
  );
}

function MessageFacts({ view }: { view: MessageView }) {
  const t = useMessages(intakeMessages);
  const formats = useFormats();
  const { message } = view;
  const from = [message.fromName, message.fromAddress && `<${message.fromAddress}>`]
    .filter(Boolean)
    .join(" ");
  return (
    <Panel>
      <Facts
        facts={[
          [t("from"), from],
          [t("sent"), message.sentAt && formats.dateTime(message.sentAt)],
          [t("received"), formats.dateTime(message.receivedAt)],
          [t("mailbox"), message.mailbox],
          [t("folder"), view.folder],
          [t("file"), view.fileName],
          [t("column.profile"), message.profile],
          [t("column.size"), formats.size(message.size)],
          [t("fingerprint"), <code key="sha">{view.sha256.slice(0, 16)}…</code>],
        ]}
      />
    </Panel>
  );
}
