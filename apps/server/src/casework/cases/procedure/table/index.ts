import type { Act, ActTable } from "../acts/act.ts";
import { ACT_NAMES, type ActName } from "../acts/act-names.ts";
import { APPEAL_ACTS } from "./appeal-acts.ts";
import { ASSESSMENT_ACTS } from "./assessment-acts.ts";
import { CLOSING_ACTS } from "./closing-acts.ts";
import { DECISION_ACTS } from "./decision-acts.ts";
import { DECLARATION_ACTS } from "./declaration-acts.ts";
import { DOCUMENTATION_ACTS } from "./documentation-acts.ts";
import { EVERYDAY_ACTS } from "./everyday-acts.ts";
import { HANDOVER_ACTS } from "./handover-acts.ts";
import { HEARING_ACTS } from "./hearing-acts.ts";
import { FLAG_ACTS, INTAKE_ACTS } from "./intake-acts.ts";
import { SUSPENSION_ACTS } from "./suspension-acts.ts";

/** The procedure: one table, keyed by the act. */
export const ACTS: ActTable<ActName> = {
  ...INTAKE_ACTS,
  ...FLAG_ACTS,
  ...DOCUMENTATION_ACTS,
  ...HANDOVER_ACTS,
  ...ASSESSMENT_ACTS,
  ...HEARING_ACTS,
  ...DECISION_ACTS,
  ...CLOSING_ACTS,
  ...SUSPENSION_ACTS,
  ...APPEAL_ACTS,
  ...DECLARATION_ACTS,
  ...EVERYDAY_ACTS,
};

export type { Act, ActName };
export { ACT_NAMES };
