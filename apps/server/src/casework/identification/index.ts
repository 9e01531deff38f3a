export { registerIdentificationCommands } from "./cli.ts";
export { decideIdentity } from "./commands/decide-identity.ts";
export { exportAlerts } from "./export/export-alerts.ts";
export type { IdentificationParts, MatchingParts } from "./identification-parts.ts";
export { identifyAlerts } from "./matching/identify-alerts.ts";
export { defineMatchingJobs, settleIdentification } from "./matching/matching-jobs.ts";
export { recheckAlerts } from "./matching/recheck-alerts.ts";
export { createRegisterIndex, type RegisterIndex } from "./matching/register-index.ts";
export { identificationRouteModule } from "./routes.ts";
