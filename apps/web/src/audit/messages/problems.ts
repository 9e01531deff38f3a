import { catalogue } from "../../platform/i18n/catalogue.ts";

/** Refusals about the audit log, by code, with advice. */
export const auditProblems = catalogue({
  nb: { noSuchAuditEntry: "Det finnes ingen hendelse {id} i loggen." },
  nn: { noSuchAuditEntry: "Det finst inga hending {id} i loggen." },
  en: { noSuchAuditEntry: "There is no entry {id} in the log." },
});
