import { useFormats } from "../../../platform/formats/use-formats.ts";
import { useMessages } from "../../../platform/i18n/language.tsx";
import { Notice } from "../../../ui/feedback/notice.tsx";
import { Stack } from "../../../ui/layout/stack.tsx";
import { useActs } from "../acts/use-acts.ts";
import { caseMessages } from "../case-messages.ts";
import { PriorityMark } from "../queue/case-marks.tsx";
import { useCaseWords } from "../words/use-case-words.ts";
import { useDone } from "../words/use-done.ts";
import styles from "./case.module.css";
import { CasePart } from "./case-part.tsx";

/** What speaks for haste, with weights; what stands, and whether the facts say otherwise now. */
export function Priority() {
  const t = useMessages(caseMessages);
  const words = useCaseWords();
  const formats = useFormats();
  const done = useDone();
  const { view } = useActs();
  const { computedPriority: computed, procedure } = view;
  const { priority } = procedure;
  const differs = priority !== null && priority.override === null && priority.level !== computed.level;
  return (
    <CasePart part="priority" aside={<PriorityMark priority={priority?.level ?? null} />}>
      <Stack>
        <ul className={styles.weights} aria-label={t("priorityFacts")}>
          {computed.facts.map(({ fact, weight }) => (
            <li key={fact}>
              <span>{words.fact(fact)}</span>
              <span className="number">{formats.number(weight)}</span>
            </li>
          ))}
          <li>
            <span>{t("prioritySum", { level: words.value(computed.level) })}</span>
            <span className="number">{formats.number(computed.score)}</span>
          </li>
        </ul>
        {differs && (
          <Notice tone="warning">{t("priorityDiffers", { level: words.value(computed.level) })}</Notice>
        )}
        {priority && (
          <p className="quiet">
            {t(priority.override ? "overriddenBy" : "setBy")} {done(priority)}
            {priority.override && ` «${priority.override.reason}»`}
          </p>
        )}
      </Stack>
    </CasePart>
  );
}
