export { type Actor, cliActor, jobActor, personActor } from "./actor.ts";
export { type AuditEntry, recordAudit } from "./audit.sql.ts";
export { recordRefusals } from "./record-refusals.ts";
