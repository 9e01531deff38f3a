import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Kysely, sql } from "kysely";
import { type AccessServer, accessPartsOf, buildAccessServer } from "../../access/testing.ts";
import { jobActor } from "../../platform/audit/index.ts";
import type { Clock } from "../../platform/clock/clock.ts";
import type { RouteModule } from "../../platform/http/index.ts";
import type { Jobs } from "../../platform/jobs/index.ts";
import type { TestScope } from "../../platform/testing/index.ts";
import { registerVersion } from "../identification/testing.ts";
import { loadRegister } from "../registers/index.ts";
import { type InventedEntry, inventEntry, writeExtract } from "../registers/testing.ts";
import type { AttachmentParts } from "./cases-parts.ts";
import { casesRouteModule } from "./routes/index.ts";

/** Officers as acts name them. */
const CONFIRMER = { kind: "person", id: "00000000-0000-4000-8000-000000000001", name: "Ingrid Solbakken" };

/** Reads nothing: for tests that add no files, or whose files hold no text. */
const READS_NOTHING: AttachmentParts["reader"] = {
  read: async () => ({
    header: { to: [] },
    parts: [],
    verdict: { outcome: "irrelevant", reason: "noise", params: {} },
  }),
};

/** A server with the routes of cases and of access, on a database of its own; gone after the scope. */
export function buildCasesServer(
  scope: TestScope,
  parts: Partial<Pick<AttachmentParts, "jobs" | "reader">> = {},
): Promise<AccessServer> {
  const routes: RouteModule = (app) => {
    const { db, clock } = accessPartsOf(app);
    return casesRouteModule(casesParts(db, clock, parts))(app);
  };
  return buildAccessServer(scope, { routes: [routes] });
}

/** What cases work with in tests: events are recorded, and reactions to them are not run. */
export function casesParts(
  db: Kysely<unknown>,
  clock: Clock,
  { jobs = { publish: async () => 1 }, reader = READS_NOTHING }: Partial<AttachmentParts> = {},
): AttachmentParts {
  return { db, clock, jobs, reader };
}

/** Loads people into the mirror of HPR. */
export async function loadPeople(
  db: Kysely<unknown>,
  clock: Clock,
  people: readonly InventedEntry[],
): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), "varde-cases-"));
  const path = join(folder, "hpr.jsonl");
  await writeExtract(path, people.map(inventEntry));
  const jobs: Pick<Jobs, "enqueue" | "publish"> = { publish: async () => 1, enqueue: async () => {} };
  await loadRegister({ db, clock, jobs }, { path, kind: "full", actor: jobActor("test") });
  await rm(folder, { recursive: true });
}

/** Registers an alert and confirms whom it is about, as an officer would; returns its id. */
export async function confirmAlert(
  db: Kysely<unknown>,
  hprNumber: number,
  { at = new Date("2026-02-02T07:00:00Z"), sendingCountry = "SE", actor = CONFIRMER } = {},
): Promise<number> {
  const { alertId, versionId } = await registerVersion(db, { sendingCountry, at });
  await sql`
    with run as (
      insert into casework.match_runs (alert_id, version_id, cause, engine_version, model_version, register_version, outcome, at)
      values (${alertId}, ${versionId}, 'registered', 'test', 'test', 0, 'certain', ${at}) returning id
    ),
    decision as (
      insert into casework.identity_decisions (alert_id, version_id, run_id, decision, hpr_number, reason, actor, at,
        needs_second)
      select ${alertId}, ${versionId}, run.id, 'confirm', ${hprNumber}, 'Invented', ${JSON.stringify(actor)}::text::jsonb,
        ${at}, false from run returning id, run_id
    )
    insert into casework.alert_identities (alert_id, state, since, version_id, run_id, outcome, confirmed_hpr,
      decision_id, checked_engine, checked_model, checked_register)
    select ${alertId}, 'confirmed', ${at}, ${versionId}, run_id, 'certain', ${hprNumber}, id, 'test', 'test', 0
    from decision`.execute(db);
  return alertId;
}
