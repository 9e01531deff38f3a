export { CHANGES_CHANNEL, notifyChange } from "./changes.sql.ts";
export { DatabaseUnavailable } from "./database-unavailable.ts";
export { isEmbeddedServerRunning } from "./embedded/is-server-running.ts";
export { migrate, missingMigrations } from "./migrations/migrate.ts";
export { MigrationRefused } from "./migrations/migration-refused.ts";
export { type Database, type DatabaseOptions, openDatabase } from "./open-database.ts";
export { isReachable } from "./reachable.sql.ts";
