import { accessSync, constants, existsSync, statfsSync, statSync } from "node:fs";
import type { DoctorCheck } from "@varde/contract";
import { loginDoctorChecks, openingsDoctorChecks } from "../access/index.ts";
import { auditingDoctorChecks } from "../auditing/index.ts";
import { casesDoctorChecks } from "../casework/cases/index.ts";
import { identificationDoctorChecks } from "../casework/identification/index.ts";
import { intakeDoctorChecks } from "../casework/intake/index.ts";
import { monitoringDoctorChecks } from "../casework/monitoring/index.ts";
import { registersDoctorChecks } from "../casework/registers/index.ts";
import type { Installation } from "../main.ts";
import { findLastBackup } from "../platform/backup/index.ts";
import { readDatabaseSafety } from "../platform/doctor/database-safety.sql.ts";
import { ailing, fine } from "../platform/doctor/doctor-check.ts";
import { judgeBackup, judgeDatabase, judgeSecrets } from "../platform/doctor/safety.rules.ts";
import type { Settings } from "../platform/settings/settings.ts";

const GIGABYTE = 2 ** 30;
const LEAST_FREE = 2 * GIGABYTE;

/** Looks at the machine and its settings; needs no database. */
export function checkMachine(settings: Settings, env: NodeJS.ProcessEnv): DoctorCheck[] {
  return [
    checkNode(),
    ...checkFolder(settings.dataDir),
    judgeSecrets(env),
    ...loginDoctorChecks(env, settings),
    checkAddress(settings, env),
  ];
}

/** Looks at how the database is reached and guarded, and at its backups. Throws when the database fails. */
export async function checkSafety({ db, parts, settings }: Installation): Promise<DoctorCheck[]> {
  const { clock } = parts;
  const [safety, last] = await Promise.all([
    readDatabaseSafety(db.app, () => clock.now()),
    findLastBackup(db.app),
  ]);
  const embedded = settings.databaseUrl === undefined;
  return [...judgeDatabase(safety, { embedded }), judgeBackup(last, clock.now())];
}

/** Lets every slice say what ails it. Throws when the database fails. */
export async function checkSlices({ parts }: Installation): Promise<DoctorCheck[]> {
  const checks = await Promise.all([
    intakeDoctorChecks(parts),
    registersDoctorChecks(parts),
    identificationDoctorChecks(parts.db),
    casesDoctorChecks(parts.db),
    monitoringDoctorChecks(parts),
    openingsDoctorChecks(parts.db),
    auditingDoctorChecks(parts),
  ]);
  return checks.flat();
}

function checkNode(): DoctorCheck {
  const [major] = process.versions.node.split(".").map(Number);
  return (major ?? 0) >= 24
    ? fine("node", "nodeRecent", { version: process.versions.node })
    : ailing("node", "error", "nodeTooOld", 'Run "npm ci", which brings Node 24.', {
        version: process.versions.node,
      });
}

function checkFolder(folder: string): DoctorCheck[] {
  if (!existsSync(folder)) return [fine("dataFolder", "dataFolderNotMadeYet", { folder })];
  try {
    accessSync(folder, constants.W_OK);
  } catch {
    return [
      ailing("dataFolder", "error", "dataFolderReadOnly", "Let the user who runs Varde write there.", {
        folder,
      }),
    ];
  }
  const { bavail, bsize } = statfsSync(folder);
  const gigabytes = Math.round((bavail * bsize) / GIGABYTE);
  const open = process.platform !== "win32" && (statSync(folder).mode & 0o007) !== 0;
  return [
    open
      ? ailing(
          "dataFolder",
          "warning",
          "dataFolderOpen",
          `Others on this machine may look in. Run: chmod 700 ${folder}`,
          { folder },
        )
      : fine("dataFolder", "dataFolderOwn", { folder }),
    bavail * bsize < LEAST_FREE
      ? ailing("disk", "error", "diskNearlyFull", "Make room: nothing is taken in when the disk is full.", {
          gigabytes,
        })
      : fine("disk", "diskHasRoom", { gigabytes }),
  ];
}

function checkAddress({ publicUrl, host }: Settings, env: NodeJS.ProcessEnv): DoctorCheck {
  const local = ["localhost", "127.0.0.1", "[::1]"].includes(publicUrl.hostname);
  if (publicUrl.protocol === "https:" || local)
    return fine("address", "addressSafe", { address: publicUrl.href });
  return ailing(
    "address",
    "error",
    "addressNotHttps",
    `Put TLS in front and set VARDE_PUBLIC_URL to the https address (listening on ${env.VARDE_HOST ?? host}).`,
    { address: publicUrl.href },
  );
}
