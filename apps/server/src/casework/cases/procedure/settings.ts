import type { Register } from "./facts/surroundings.ts";
import type { Stage } from "./stages.ts";
import { DEFAULT_WEIGHTS, type PriorityLevel, type PriorityWeights } from "./triage/priority.rules.ts";

/** A target for a stage in working days, by priority. */
export type StageTarget = Readonly<Record<PriorityLevel, number>>;

/** What the organisation decides about the procedure. Limits of the law are not among it. */
export interface ProcedureSettings {
  readonly priority: PriorityWeights;
  /** Registers that must have answered before triage. */
  readonly requiredRegisters: readonly Register[];
  /** Working days per stage; a case without a priority counts as normal. */
  readonly stageTargets: Readonly<Record<Exclude<Stage, "closed">, StageTarget>>;
  /** Calendar days after the request that each reminder is sent. */
  readonly reminderDays: readonly number[];
  /** The same where a country is known to need more or less time (ISO 3166 alpha-2). */
  readonly reminderDaysByCountry: Readonly<Record<string, readonly number[]>>;
  /** Calendar days the last reminder is given before the process owner may go on without an answer. */
  readonly lastReminderGraceDays: number;
  /** Calendar days a professional is given to reply to a pre-notice at least. */
  readonly preNoticeDays: number;
  /** Calendar days a sender is given to answer a question. */
  readonly questionDays: number;
  /** Working days to take a proposed suspension to approval, and to reassess an appeal. */
  readonly suspensionApprovalDays: number;
  readonly appealReassessmentDays: number;
  /** Working days a clock is shown as soon due beforehand. */
  readonly dueSoonDays: number;
  /** Office hours in Norway: whole hours of the day. */
  readonly officeHours: { readonly opens: number; readonly closes: number };
}

export const DEFAULT_SETTINGS: ProcedureSettings = {
  priority: DEFAULT_WEIGHTS,
  requiredRegisters: ["hpr", "population", "employer"],
  stageTargets: {
    intake: { high: 1, normal: 2, low: 3 },
    triage: { high: 1, normal: 2, low: 5 },
    documentation: { high: 20, normal: 30, low: 45 },
    handover: { high: 1, normal: 3, low: 5 },
    assessment: { high: 10, normal: 30, low: 60 },
    preNotice: { high: 20, normal: 25, low: 30 },
    decision: { high: 5, normal: 10, low: 20 },
    effectuation: { high: 25, normal: 30, low: 35 },
  },
  reminderDays: [14, 28, 42],
  reminderDaysByCountry: {},
  lastReminderGraceDays: 14,
  preNoticeDays: 21,
  questionDays: 14,
  suspensionApprovalDays: 1,
  appealReassessmentDays: 15,
  dueSoonDays: 2,
  officeHours: { opens: 8, closes: 16 },
};
