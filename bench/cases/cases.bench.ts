/**
 * Work on cases with ever more of them, each with ten acts behind it: a page of the queue, opening a case with 500 acts,
 * and the portfolio now and as of half a year ago. 95th percentiles, beside a bare select of the same rows in the same run.
 */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { rememberPerson } from "../../apps/server/src/access/people/people.sql.ts";
import { openCase } from "../../apps/server/src/casework/cases/index.ts";
import { listCases } from "../../apps/server/src/casework/cases/queue/list-cases.ts";
import { showCase } from "../../apps/server/src/casework/cases/showing/show-case.ts";
import { showHistory } from "../../apps/server/src/casework/cases/showing/show-history.ts";
import { casesParts, confirmAlert, loadPeople } from "../../apps/server/src/casework/cases/testing.ts";
import { getPortfolio } from "../../apps/server/src/casework/portfolio/index.ts";
import { fixedClock } from "../../apps/server/src/platform/clock/clock.ts";
import { type Database, migrate, openDatabase } from "../../apps/server/src/platform/database/index.ts";
import { isRefusal } from "../../apps/server/src/platform/rules/refusal.ts";
import { analyse, BARE, fillCases, lengthenHistory } from "./fill-cases.sql.ts";

const NOW = new Date("2026-11-22T12:00:00Z");
const HALF_A_YEAR_AGO = new Date("2026-05-22T22:00:00Z");
const HPR = 7_654_321;
const LONG_HISTORY = 500;

/** Options: --sizes 1000,10000,100000 --times 100 */
export async function run(args: readonly string[]): Promise<void> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      sizes: { type: "string", default: "1000,10000,100000" },
      times: { type: "string", default: "100" },
    },
  });
  const folder = mkdtempSync(join(tmpdir(), "varde-cases-"));
  const db = await openDatabase({ dataDir: folder });
  try {
    await migrate(db);
    const seen = await openFirst(db);
    const rows = [];
    for (const size of values.sizes.split(",").map(Number)) {
      await fillCases(db.app, size);
      await analyse(db.owner);
      rows.push(...(await measure(db, seen, { size, times: Number(values.times) })));
    }
    console.table(rows);
  } finally {
    await db.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

interface Seen {
  readonly caseId: number;
  readonly personId: string;
}

/** The case all others are copies of, with a long history, and an officer who sees them. */
async function openFirst({ app }: Database): Promise<Seen> {
  const clock = fixedClock("2024-11-20T08:00:00Z");
  await loadPeople(app, clock, [
    { hprNumber: HPR, surname: "Lindqvist", forename: "Sara", basisCountry: "SE" },
  ]);
  const alertIds = [await confirmAlert(app, HPR, { at: clock.now() })];
  const opened = await openCase(casesParts(app, clock), { hprNumber: HPR, alertIds, by: { robot: "bench" } });
  if (isRefusal(opened)) throw new Error(`The first case was not opened: ${opened.code}`);
  await lengthenHistory(app, LONG_HISTORY);
  const login = { issuer: "bench", subject: "ingrid", name: "Ingrid Solbakken", language: "nb" } as const;
  const { id } = await rememberPerson(app, { ...login, roles: ["firstLine"] }, clock.now());
  return { caseId: opened.caseId, personId: id };
}

async function measure(
  { app }: Database,
  { caseId, personId }: Seen,
  { size, times }: { size: number; times: number },
) {
  const reader = { personId, language: "nb", at: NOW } as const;
  const pairs = {
    "page of the queue": [
      () => listCases(app, { personId, list: "open", limit: 50 }, NOW),
      () => BARE.queue(app),
    ],
    "open a case with 500 acts": [
      async () => {
        await showCase(app, caseId, reader);
        await showHistory(app, caseId, { limit: 50, language: "nb" });
      },
      () => BARE.history(app, caseId),
    ],
    "portfolio now": [() => getPortfolio(app, NOW), () => BARE.count(app)],
    "portfolio half a year ago": [
      () => getPortfolio(app, HALF_A_YEAR_AGO),
      () => BARE.countAt(app, HALF_A_YEAR_AGO),
    ],
  } as const;
  const rows = [];
  for (const [what, [ask, bare]] of Object.entries(pairs)) {
    const [p95, bareP95] = [await percentile(ask, times), await percentile(bare, times)];
    rows.push({
      cases: size,
      what,
      "p95 ms": round(p95),
      "bare select p95 ms": round(bareP95),
      "ratio to bare": round(p95 / bareP95),
    });
  }
  return rows;
}

/** The 95th percentile of so many runs, in milliseconds; the first run warms up. */
async function percentile(ask: () => Promise<unknown>, times: number): Promise<number> {
  await ask();
  const took: number[] = [];
  for (let time = 0; time < times; time++) {
    const started = performance.now();
    await ask();
    took.push(performance.now() - started);
  }
  return took.toSorted((a, b) => a - b)[Math.ceil(times * 0.95) - 1] ?? 0;
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
