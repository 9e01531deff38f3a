import { useFormats } from "../../../platform/formats/use-formats.ts";
import { useMessages } from "../../../platform/i18n/language.tsx";
import { Notice } from "../../../ui/feedback/notice.tsx";
import { Mark } from "../../../ui/figures/mark.tsx";
import { Facts } from "../../../ui/layout/facts.tsx";
import { Row } from "../../../ui/layout/stack.tsx";
import { useActs } from "../acts/use-acts.ts";
import { CasePart } from "../case/case-part.tsx";
import { caseMessages } from "../case-messages.ts";
import { useCaseWords } from "../words/use-case-words.ts";
import { useDone } from "../words/use-done.ts";
import { Appeals } from "./appeals.tsx";
import { Suspension } from "./suspension.tsx";

/** What runs beside the stages with clocks of its own. */
export function SideMatters() {
  return (
    <>
      <Dismissal />
      <Suspension />
      <Appeals />
      <Questions />
      <Renunciation />
    </>
  );
}

function Dismissal() {
  const t = useMessages(caseMessages);
  const words = useCaseWords();
  const done = useDone();
  const { dismissal } = useActs().view.procedure;
  return (
    <CasePart part="dismissal">
      {dismissal && (
        <Notice tone="warning" title={t("dismissalProposed", { ground: words.value(dismissal.outcome) })}>
          «{dismissal.reason}» {done(dismissal.proposed)}
        </Notice>
      )}
    </CasePart>
  );
}

function Questions() {
  const t = useMessages(caseMessages);
  const formats = useFormats();
  const done = useDone();
  const { questions } = useActs().view.procedure;
  return (
    <CasePart part="questions">
      {questions.map(({ id, question, asked, answerBy, ended }) => (
        <div key={id}>
          <Row>
            <strong>{question}</strong>
            <Mark tone={ended ? "good" : "accent"}>
              {ended ? t(`option.${ended.answer}`) : t("answerBy", { date: formats.date(answerBy) })}
            </Mark>
          </Row>
          <p className="quiet">{done(ended ?? asked)}</p>
        </div>
      ))}
    </CasePart>
  );
}

function Renunciation() {
  const t = useMessages(caseMessages);
  const words = useCaseWords();
  const formats = useFormats();
  const done = useDone();
  const { renunciation } = useActs().view.procedure;
  const { status } = renunciation;
  return (
    <CasePart
      part="renunciation"
      aside={status !== "none" && <Mark tone="accent">{words.value(status)}</Mark>}
    >
      {(status === "received" || status === "confirmed") && (
        <Facts
          facts={[
            [t("received"), formats.date(renunciation.receivedOn)],
            [t("effectiveOn"), status === "confirmed" && formats.date(renunciation.effectiveFrom)],
          ]}
        />
      )}
      {status === "withdrawn" && (
        <p>
          «{renunciation.reason}» <span className="quiet">{done(renunciation.withdrawn)}</span>
        </p>
      )}
    </CasePart>
  );
}
