export type { Anchoring, AuditingParts } from "./auditing-parts.ts";
export { registerAuditCommands } from "./cli/audit-commands.ts";
export { auditingDoctorChecks } from "./doctor.ts";
export { defineAuditingJobs } from "./keeping/auditing-jobs.ts";
export { createJobTally, type JobTally } from "./keeping/job-tally.ts";
export { readAnchoring } from "./keeping/read-anchoring.ts";
export { auditingRouteModule } from "./routes.ts";
