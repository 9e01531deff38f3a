import { catalogue } from "../../../platform/i18n/catalogue.ts";

/** Refusals of the intake by code, with advice. */
export const intakeProblems = catalogue({
  nb: {
    reasonTooShort: "Begrunnelsen er for kort.",
  },
  nn: {
    reasonTooShort: "Grunngjevinga er for kort.",
  },
  en: {
    reasonTooShort: "The reason is too short.",
  },
});
