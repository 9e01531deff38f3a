import type { DeadlineView } from "@varde/contract/cases";
import { useFormats } from "../../../platform/formats/use-formats.ts";
import { useMessages } from "../../../platform/i18n/language.tsx";
import { Mark, type Tone } from "../../../ui/figures/mark.tsx";
import { Panel } from "../../../ui/layout/panel.tsx";
import { Stack } from "../../../ui/layout/stack.tsx";
import { useActs } from "../acts/use-acts.ts";
import { caseMessages } from "../case-messages.ts";
import { useCaseWords } from "../words/use-case-words.ts";
import styles from "./case.module.css";

const LOOK: Record<DeadlineView["status"], Tone> = {
  running: "neutral",
  dueSoon: "warn",
  overdue: "bad",
  passed: "neutral",
  waiting: "neutral",
};

/** Every clock that runs, and how the working days so far were shared between us and others. */
export function Deadlines() {
  const t = useMessages(caseMessages);
  const words = useCaseWords();
  const formats = useFormats();
  const { view } = useActs();
  const { deadlines, time, procedure } = view;
  const all = time.ours + time.theirs;
  return (
    <Panel title={t("deadlines")}>
      <Stack>
        {deadlines.length > 0 && (
          <ul className={styles.clocks}>
            {deadlines.map(({ code, startedOn, dueOn, whose, status, law }) => (
              <li key={`${code}.${startedOn}.${dueOn}`}>
                <span>
                  {words.clock(code)}
                  {law && <span className="quiet"> ({law})</span>}
                </span>
                <span>
                  {formats.date(dueOn)} <span className="quiet">{t(`whose.${whose}`)}</span>{" "}
                  <Mark tone={LOOK[status]}>{t(`deadline.${status}`)}</Mark>
                </span>
              </li>
            ))}
          </ul>
        )}
        <div>
          {all > 0 && (
            <div className={styles.split} aria-hidden="true">
              <svg width="100%" height="100%" preserveAspectRatio="none" viewBox={`0 0 ${all} 1`}>
                <rect fill="var(--ax-accent-600)" width={time.ours} height="1" />
              </svg>
            </div>
          )}
          <p className="quiet">
            {t("workingDays", { ours: formats.number(time.ours), theirs: formats.number(time.theirs) })}
          </p>
        </div>
        {procedure.formerPauses.map(({ reason, from, until }) => (
          <p key={from} className="quiet">
            {t("formerPause", {
              reason: t.find(`option.${reason}`) ?? words.value(reason),
              from: formats.date(from),
              until: formats.date(until),
            })}
          </p>
        ))}
      </Stack>
    </Panel>
  );
}
