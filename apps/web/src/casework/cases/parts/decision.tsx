import type { DecisionVersionView } from "@varde/contract/cases";
import { useFormats } from "../../../platform/formats/use-formats.ts";
import { useMessages } from "../../../platform/i18n/language.tsx";
import { Notice } from "../../../ui/feedback/notice.tsx";
import { Mark, type Tone } from "../../../ui/figures/mark.tsx";
import { Facts } from "../../../ui/layout/facts.tsx";
import { useActs } from "../acts/use-acts.ts";
import { CasePart } from "../case/case-part.tsx";
import { caseMessages } from "../case-messages.ts";
import { useCaseWords } from "../words/use-case-words.ts";
import { useDone } from "../words/use-done.ts";
import { DecisionContent } from "./decision-content.tsx";
import styles from "./parts.module.css";

const LOOK = {
  toBeDrafted: "neutral",
  drafted: "accent",
  submitted: "warn",
  returned: "bad",
  approved: "good",
} as const satisfies Record<string, Tone>;

/** The decision from draft to receipt: what it says, who approved it, and when it reached the professional. */
export function Decision() {
  const t = useMessages(caseMessages);
  const words = useCaseWords();
  const done = useDone();
  const { decisions, procedure } = useActs().view;
  const { state } = procedure;
  const versions = decisions.filter(({ kind }) => kind === "decision");
  const [newest, ...older] = versions;
  return (
    <CasePart
      part="decision"
      aside={state.stage === "decision" && <Mark tone={LOOK[state.phase]}>{words.value(state.phase)}</Mark>}
    >
      {state.stage === "decision" && state.phase === "returned" && (
        <Notice tone="warning" title={t("decisionReturned")}>
          «{state.returned.reason}» {done(state.returned)}
        </Notice>
      )}
      {state.stage === "decision" && state.phase === "approved" && (
        <Notice tone="success">{t("approvedBy", { who: done(state.approved) })}</Notice>
      )}
      <Sent />
      {newest && <DecisionContent version={newest} />}
      <Older versions={older} />
    </CasePart>
  );
}

/** The decision that was sent, with its proof and its receipt. */
function Sent() {
  const t = useMessages(caseMessages);
  const formats = useFormats();
  const done = useDone();
  const { decision } = useActs().view.procedure;
  if (!decision) return null;
  const { sent, approved, receivedOn, afterAppeal } = decision;
  return (
    <Facts
      facts={[
        [t("approved"), done(approved)],
        [t("sent"), `${formats.date(sent.sentOn)}, ${sent.channel} (${sent.proof})`],
        [t("received"), receivedOn ? formats.date(receivedOn) : t("notReceivedYet")],
        [t("afterAppeal"), afterAppeal && `${t(`option.${afterAppeal.result}`)} ${done(afterAppeal)}`],
      ]}
    />
  );
}

/** Earlier versions, folded. */
export function Older({ versions }: { versions: readonly DecisionVersionView[] }) {
  const t = useMessages(caseMessages);
  return versions.map((version) => (
    <details key={`${version.kind}.${version.version}`}>
      <summary className={styles.fold}>{t("olderVersion", { number: version.version })}</summary>
      <DecisionContent version={version} />
    </details>
  ));
}
