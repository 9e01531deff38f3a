import { accessProblems } from "../access/index.ts";
import { auditProblems } from "../audit/index.ts";
import { caseProblems } from "../casework/cases/index.ts";
import { identificationProblems } from "../casework/identification/index.ts";
import { intakeProblems } from "../casework/intake/index.ts";
import { monitoringProblems } from "../casework/monitoring/index.ts";
import { portfolioProblems } from "../casework/portfolio/index.ts";
import { type Catalogue, catalogue } from "../platform/i18n/catalogue.ts";
import { privacyProblems } from "../privacy/index.ts";
import { platformProblems } from "./messages/problems.ts";

const all: readonly Catalogue[] = [
  platformProblems,
  accessProblems,
  auditProblems,
  privacyProblems,
  intakeProblems,
  identificationProblems,
  caseProblems,
  portfolioProblems,
  monitoringProblems,
];

/** The codes of every slice in words. */
export const problems: Catalogue = catalogue({
  nb: Object.assign({}, ...all.map(({ nb }) => nb)),
  nn: Object.assign({}, ...all.map(({ nn }) => nn)),
  en: Object.assign({}, ...all.map(({ en }) => en)),
});
