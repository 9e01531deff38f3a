import { useFormats } from "../../../platform/formats/use-formats.ts";
import { useMessages } from "../../../platform/i18n/language.tsx";
import { Mark } from "../../../ui/figures/mark.tsx";
import { Row } from "../../../ui/layout/stack.tsx";
import { Table } from "../../../ui/table/plain-table.tsx";
import { ActButtons } from "../acts/act-buttons.tsx";
import { useActs } from "../acts/use-acts.ts";
import { CasePart } from "../case/case-part.tsx";
import { caseMessages } from "../case-messages.ts";
import { useCaseWords } from "../words/use-case-words.ts";
import { useDone } from "../words/use-done.ts";

/** What may be said of one request. */
const REQUEST_ACTS = [
  "recordDocumentsReceived",
  "recordDocumentsPartly",
  "recordReminder",
  "recordCannotShare",
  "recordNoAnswer",
] as const;

/** Requests to authorities abroad with their reminders and answers, and translations. */
export function Documents() {
  const t = useMessages(caseMessages);
  const words = useCaseWords();
  const formats = useFormats();
  const done = useDone();
  const { attachments, procedure } = useActs().view;
  const { requests, translations } = procedure;
  const fileOf = (id: number | null) => attachments.find((one) => one.id === id)?.fileName;
  return (
    <CasePart part="documents" placed={REQUEST_ACTS}>
      {requests.length > 0 && (
        <Table
          caption={t("requests")}
          head={[t("authority"), t("wanted"), t("sentOn"), t("standing"), t("acts")]}
          acts={4}
          rows={requests.map(({ id, authority, country, wanted, sentOn, remindedOn, ended }) => ({
            key: id,
            cells: [
              `${authority}, ${formats.country(country)}`,
              wanted,
              [sentOn, ...remindedOn].map(formats.date).join(", "),
              ended ? (
                <>
                  <Mark tone={ended.outcome === "received" ? "good" : "warn"}>
                    {words.value(ended.outcome)}
                  </Mark>{" "}
                  {ended.note} <span className="quiet">{done(ended)}</span>
                </>
              ) : (
                <Mark key="open" tone="accent">
                  {t("requestOpen")}
                </Mark>
              ),
              ended === null && (
                <Row key="acts">
                  <ActButtons acts={REQUEST_ACTS} kind="quiet" preset={{ requestId: id }} about={authority} />
                </Row>
              ),
            ],
          }))}
        />
      )}
      {translations.map(({ outcome, note, attachmentId, ...by }) => (
        <p key={by.at}>
          {t(`option.${outcome}`)} {fileOf(attachmentId)} {note} <span className="quiet">{done(by)}</span>
        </p>
      ))}
    </CasePart>
  );
}
