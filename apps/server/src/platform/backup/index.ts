export { type BackupHeader, BackupRefused } from "./backup-format.ts";
export { findLastBackup, type LastBackup, rememberBackup } from "./last-backup.sql.ts";
export { type ReadBackup, readBackup } from "./read-backup.ts";
export { type RestoredBackup, restoreBackup } from "./restore-backup.ts";
export { type TakenBackup, takeBackup } from "./take-backup.ts";
