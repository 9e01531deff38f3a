export { registerRegisterCommands } from "./cli.ts";
export { type LoadRequest, loadRegister } from "./commands/load-register.ts";
export { registersDoctorChecks } from "./doctor.ts";
export { getPeople, type RegisterChange, streamChanges, streamPeople } from "./queries/get-people.ts";
export { maskNationalId } from "./registers.rules.ts";
export { countPeople, listBrokenLines, listChangesOf, listLoads, registerVersion } from "./registers.sql.ts";
export type { RegistersParts } from "./registers-parts.ts";
export { registersRouteModule } from "./routes.ts";
