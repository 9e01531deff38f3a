import { CASE_STAGES } from "@varde/contract/cases";
import { useFormats } from "../../../platform/formats/use-formats.ts";
import { useMessages } from "../../../platform/i18n/language.tsx";
import { Age } from "../../../ui/figures/time.tsx";
import { useActs } from "../acts/use-acts.ts";
import { caseMessages } from "../case-messages.ts";
import { useCaseWords } from "../words/use-case-words.ts";
import styles from "./case.module.css";

/** Where the case stands among the stages, since when, and how much of the time was ours. */
export function StageRibbon() {
  const t = useMessages(caseMessages);
  const words = useCaseWords();
  const formats = useFormats();
  const { view } = useActs();
  const { stage, stageSince } = view.case;
  const { ours, theirs } = view.time;
  const now = CASE_STAGES.indexOf(stage);
  return (
    <ol className={styles.ribbon} aria-label={t("stages")}>
      {CASE_STAGES.map((one, place) => (
        <li
          key={one}
          className={styles.stage}
          data-standing={place < now ? "passed" : place === now ? "now" : "ahead"}
          aria-current={place === now ? "step" : undefined}
        >
          {words.stage(one)}
          {place === now && (
            <span className={styles.clock}>
              <Age at={stageSince} /> {t("inStage")} ·{" "}
              {t("timeSpent", { ours: formats.number(ours), theirs: formats.number(theirs) })}
            </span>
          )}
        </li>
      ))}
    </ol>
  );
}
