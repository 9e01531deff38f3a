import type { DoctorCheck } from "@varde/contract";
import type { LastBackup } from "../backup/index.ts";
import { SETTING_REFERENCE } from "../settings/setting-reference.ts";
import type { DatabaseSafety } from "./database-safety.sql.ts";
import { ailing, fine } from "./doctor-check.ts";

const CLOCK_TOLERANCE_SECONDS = 5;
const BACKUP_EVERY_HOURS = 26;
const HOUR = 3_600_000;

/** How the database is reached and guarded. `embedded` is a server of our own, which nobody else reaches. */
export function judgeDatabase(
  { superuser, encrypted, onThisMachine, openHistory, clockAhead }: DatabaseSafety,
  { embedded }: { embedded: boolean },
): DoctorCheck[] {
  const seconds = Math.round(clockAhead);
  return [
    superuser && !embedded
      ? ailing(
          "databaseUser",
          "warning",
          "databaseSuperuser",
          "Varde logs in to the database as a superuser, whom nothing stops. Make a login user without that right and grant it varde_owner and varde_app.",
        )
      : fine("databaseUser", "databaseUserLimited"),
    encrypted || onThisMachine
      ? fine("databaseLine", "databaseLineSafe")
      : ailing(
          "databaseLine",
          "error",
          "databaseLineOpen",
          "The line to the database is not encrypted. Add sslmode=verify-full to DATABASE_URL.",
        ),
    openHistory.length === 0
      ? fine("history", "historyClosed")
      : ailing(
          "history",
          "error",
          "historyOpen",
          `History could be changed in ${openHistory.join(", ")}: a grant was added or a trigger switched off. Find out who did it, and take it back.`,
          { tables: openHistory.join(", ") },
        ),
    Math.abs(clockAhead) <= CLOCK_TOLERANCE_SECONDS
      ? fine("clock", "clockAgrees")
      : ailing(
          "clock",
          "warning",
          "clockDiffers",
          `The database's clock is ${Math.abs(seconds)} seconds ${seconds > 0 ? "ahead of" : "behind"} this machine's. Let both follow a time server.`,
          { seconds },
        ),
  ];
}

/** Whether there is a recent backup that nobody can read by the way. */
export function judgeBackup(last: LastBackup | undefined, now: Date): DoctorCheck {
  const advice = "Run every night: varde backup FOLDER --encrypt-to KEYFILE, and keep it on another machine.";
  if (!last) return ailing("backup", "warning", "backupNeverTaken", advice);
  const hours = Math.floor((now.getTime() - Date.parse(last.takenAt)) / HOUR);
  if (hours > BACKUP_EVERY_HOURS)
    return ailing("backup", "error", "backupOld", `The newest backup is ${hours} hours old. ${advice}`, {
      hours,
    });
  return last.encrypted
    ? fine("backup", "backupRecent", { hours })
    : ailing(
        "backup",
        "warning",
        "backupOpen",
        "The newest backup is not encrypted. Add --encrypt-to with a public key (age), whose secret key is kept elsewhere.",
        { hours },
      );
}

/** Whether secrets stand in the environment, where every process of the user and many a log can see them. */
export function judgeSecrets(env: Readonly<Record<string, string | undefined>>): DoctorCheck {
  const open = SETTING_REFERENCE.filter(({ name, secret }) => secret && env[name]).map(({ name }) => name);
  return open.length === 0
    ? fine("secrets", "secretsInFiles")
    : ailing(
        "secrets",
        "warning",
        "secretsInEnvironment",
        `Give ${open.join(", ")} as a file that only the service user can read: ${open[0]}_FILE.`,
        { settings: open.join(", ") },
      );
}
