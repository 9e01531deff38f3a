import { ASSESSMENT_PREDICATES } from "./assessment.ts";
import { CLOSING_PREDICATES } from "./closing.ts";
import { DISMISSAL_PREDICATES } from "./dismissal.ts";
import { DOCUMENTATION_PREDICATES } from "./documentation.ts";
import { FOUR_EYES_PREDICATES } from "./four-eyes.ts";
import type { Predicate } from "./predicate.ts";
import { REGISTER_PREDICATES } from "./registers.ts";

const ALL = {
  ...REGISTER_PREDICATES,
  ...DOCUMENTATION_PREDICATES,
  ...ASSESSMENT_PREDICATES,
  ...CLOSING_PREDICATES,
  ...DISMISSAL_PREDICATES,
  ...FOUR_EYES_PREDICATES,
};

/** The code of a criterion: it stands in refusals and on the control points of the page. */
export type PredicateName = keyof typeof ALL;

/** Every criterion of the procedure. */
export const PREDICATES: Readonly<Record<PredicateName, Predicate>> = ALL;

export const PREDICATE_NAMES = Object.keys(ALL) as readonly PredicateName[];
