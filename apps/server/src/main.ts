import { join } from "node:path";
import { standingRouteModule, sweepAccess } from "./access/index.ts";
import {
  type AuditingParts,
  auditingRouteModule,
  createJobTally,
  defineAuditingJobs,
  type JobTally,
  readAnchoring,
} from "./auditing/index.ts";
import { casesRouteModule, defineCaseJobs, findUnits, keepShutOut } from "./casework/cases/index.ts";
import {
  applicantRouteModule,
  createRegisterIndex,
  defineMatchingJobs,
  identificationRouteModule,
  type MatchingParts,
  seenRouteModule,
  sweepRouteModule,
} from "./casework/identification/index.ts";
import {
  createMessageReader,
  createReadingThreads,
  defineIntakeJobs,
  demandMailboxes,
  type ImapSettings,
  intakeRouteModule,
  mirrorOutcome,
  type PipelineParts,
  shipProfiles,
} from "./casework/intake/index.ts";
import { monitoringRouteModule } from "./casework/monitoring/index.ts";
import { createPortfolioReader, portfolioRouteModule } from "./casework/portfolio/index.ts";
import { registersRouteModule } from "./casework/registers/index.ts";
import { systemClock } from "./platform/clock/clock.ts";
import { type Database, migrate, openDatabase } from "./platform/database/index.ts";
import type { RouteModule } from "./platform/http/index.ts";
import { createJobs, type Jobs } from "./platform/jobs/index.ts";
import type { Settings } from "./platform/settings/settings.ts";
import { privacyRouteModule } from "./privacy/index.ts";

/** Varde on its database: every slice joined, nothing running yet. */
export interface Installation {
  readonly settings: Settings;
  readonly db: Database;
  readonly jobs: Jobs;
  readonly parts: PipelineParts & MatchingParts & AuditingParts & { readonly jobs: Jobs };
  readonly routes: readonly RouteModule[];
  /** Runs of jobs in this process that the audit log is still to be told of. */
  readonly tally: JobTally;
  /** Lets what runs finish and gives everything back. */
  close(): Promise<void>;
}

/** A worker may hold one for each job it runs at once, and some for the queue itself. */
const CONNECTIONS = 16;

/** Opens the database and joins the slices on it. */
export async function openInstallation(
  settings: Settings,
  say: (message: string) => void = () => {},
): Promise<Installation> {
  const mailboxes = demandMailboxes(process.env);
  const db = await openDatabase({
    dataDir: settings.dataDir,
    url: settings.databaseUrl,
    connections: CONNECTIONS,
  });
  return joinSlices({ settings, db, mailboxes }, say);
}

/** Brings a database to this release and makes every slice's jobs, reactions and routes known; closes it when that fails. */
export async function joinSlices(
  { settings, db, mailboxes }: { settings: Settings; db: Database; mailboxes: readonly ImapSettings[] },
  say: (message: string) => void = () => {},
): Promise<Installation> {
  const threads = createReadingThreads();
  const tally = createJobTally({ db: db.app, clock: systemClock });
  const jobs = createJobs(db, {
    onRun: (name, outcome) => tally.count(name, outcome),
    onTrouble: (error) => say(`The job queue is in trouble: ${String(error)}`),
    onFailure: (_error, { name }) => say(`The job ${name} failed and is tried again`),
  });
  const close = async () => {
    await jobs.stop();
    await threads.close();
    await db.close();
  };
  try {
    const anchoring = readAnchoring(process.env, settings.dataDir);
    await migrate(db);
    const intake = { db: db.app, jobs, clock: systemClock };
    const parts = {
      ...intake,
      anchoring,
      reader: createMessageReader(intake, threads),
      index: createRegisterIndex(db.app, { folder: join(settings.dataDir, "index"), say }),
    };
    await shipProfiles(intake);
    defineJobs(jobs, parts, mailboxes);
    await jobs.prepare();
    const routes = [
      keepShutOut(parts),
      intakeRouteModule(parts, { threads, mailboxes }),
      registersRouteModule(parts),
      identificationRouteModule(parts),
      standingRouteModule({ ...intake, findCaseUnits: findUnits }),
      applicantRouteModule(parts),
      seenRouteModule(parts),
      sweepRouteModule(parts),
      casesRouteModule(parts),
      portfolioRouteModule({ ...intake, reader: createPortfolioReader(db.app, systemClock) }),
      monitoringRouteModule(parts),
      auditingRouteModule(parts),
      privacyRouteModule(parts),
    ];
    return { settings, db, jobs, parts, routes, tally, close };
  } catch (error) {
    await close();
    throw error;
  }
}

function defineJobs(jobs: Jobs, parts: Installation["parts"], mailboxes: readonly ImapSettings[]): void {
  defineIntakeJobs(jobs, parts, mailboxes);
  defineMatchingJobs(jobs, parts);
  defineAuditingJobs(jobs, parts);
  defineCaseJobs(jobs, parts);
  jobs.subscribe("alertIdentified", "mirror-outcome-when-alert-identified", async ({ payload }, { tx }) => {
    const { messageId, outcome } = payload as { messageId: number; outcome: string };
    await mirrorOutcome(tx, messageId, outcome === "noMatch" ? "withoutMatch" : "withMatch");
  });
  jobs.define({
    name: "sweep-sessions",
    singleton: true,
    cron: "7 * * * *",
    handler: async () => {
      await sweepAccess(parts.db, parts.clock.now());
    },
  });
}
