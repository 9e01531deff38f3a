export { monitoringDoctorChecks } from "./doctor.ts";
export { getOperations } from "./get-operations.ts";
export type { MonitoringParts } from "./monitoring-parts.ts";
export { monitoringRouteModule } from "./routes.ts";
