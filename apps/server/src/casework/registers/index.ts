export { registerRegisterCommands } from "./cli.ts";
export { registersDoctorChecks } from "./doctor.ts";
export { loadRegister, type LoadRequest } from "./commands/load-register.ts";
export { getPeople, type RegisterChange, streamChanges, streamPeople } from "./queries/get-people.ts";
export { countPeople, listBrokenLines, listChangesOf, listLoads, registerVersion } from "./registers.sql.ts";
export type { RegistersParts } from "./registers-parts.ts";
export { registersRouteModule } from "./routes.ts";
