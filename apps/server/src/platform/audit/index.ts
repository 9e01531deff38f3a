export { type Actor, cliActor, jobActor, personActor, strangerActor } from "./actor.ts";
export { type AuditEntry, recordAudit } from "./audit.sql.ts";
export { recordRefusals } from "./record-refusals.ts";
