import { createHash } from "node:crypto";
import { addDays, addWorkingDays, onWorkingDay } from "../../casework/cases/procedure/clocks/calendar.ts";
import type { Passages, Step } from "./read-history.ts";

/** An act at its instant, by the officer with that login name; `given` is what it takes, with names for what is not known yet. */
export interface PlannedStep {
  readonly at: Date;
  readonly officer: string;
  readonly given: Readonly<Record<string, unknown>> & { readonly act: string };
}

/** Acts of a case that goes through passages from a working day on. `ordinal` tells the case from the others. */
export function planSteps(
  passages: Passages,
  through: readonly string[],
  { begins, ordinal }: { readonly begins: string; readonly ordinal: number },
): PlannedStep[] {
  let [day, step] = [begins, 0];
  return through
    .flatMap((name) => stepsOf(passages, name))
    .map(({ after, days, by, ...given }) => {
      const next = days === undefined ? addWorkingDays(day, after) : onWorkingDay(addDays(day, days));
      step = next === day ? step + 1 : 1;
      day = next;
      return { at: timeOf(day, { ordinal, step }), officer: officerOf(passages, by, ordinal), given };
    });
}

/** The login name of whoever plays a part in a case; the cases take turns. */
export function officerOf({ officers }: Passages, part: string, ordinal: number): string {
  const among = officers[part] ?? [];
  const officer = among[ordinal % among.length];
  if (officer === undefined) throw new Error(`Nobody plays the part ${part}`);
  return officer;
}

/** Minutes between what is done in a case on one day, and between the cases of one day. */
const [STEP_MINUTES, CASE_MINUTES] = [3, 2] as const;
const CASES_A_DAY = 60;

/** The instant of a step in office hours: what is done first in a case comes first. */
export function timeOf(day: string, { ordinal, step }: { ordinal: number; step: number }): Date {
  const minutes = (ordinal % CASES_A_DAY) * CASE_MINUTES + step * STEP_MINUTES;
  return new Date(Date.parse(`${day}T07:00:00Z`) + minutes * 60_000);
}

function stepsOf({ passages }: Passages, name: string): readonly Step[] {
  const steps = passages[name];
  if (!steps) throw new Error(`There is no passage ${name}`);
  return steps;
}

/** A UUID that is always the same for the same words. */
export function keyOf(words: string): string {
  const hex = createHash("sha256").update(words).digest("hex");
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `8${hex.slice(13, 16)}`,
    `8${hex.slice(17, 20)}`,
    hex.slice(20, 32),
  ].join("-");
}
