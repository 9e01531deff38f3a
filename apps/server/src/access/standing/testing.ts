import type { Role } from "@varde/contract";
import { sql } from "kysely";
import { fixedClock } from "../../platform/clock/clock.ts";
import type { Database } from "../../platform/database/index.ts";
import type { RouteModule } from "../../platform/http/index.ts";
import { buildTestServer, type TestServer } from "../../platform/http/testing.ts";
import { createTestDatabase, type TestScope } from "../../platform/testing/index.ts";
import { permissionsOf } from "../access.permissions.ts";
import { readStanding } from "./read-standing.ts";
import type { Standing } from "./standing.ts";
import type { StandingParts } from "./standing-parts.ts";
import { standingRouteModule } from "./standing-routes.ts";

/** An invented officer. */
export interface Officer {
  readonly id: string;
  readonly name: string;
  readonly roles: readonly Role[];
}

/** Cases that exist in these tests, and their units. */
const CASES = new Map([
  [7, ["foerstelinje"]],
  [8, ["andrelinje"]],
]);

/** A server with the routes about who may, on a database of its own, and a clock that can be moved. */
export async function buildStandingServer(t: TestScope, routes: readonly RouteModule[] = []) {
  const db = await createTestDatabase(t);
  const clock = fixedClock("2026-02-02T08:00:00Z");
  const published: string[] = [];
  const parts: StandingParts = {
    db: db.app,
    clock,
    jobs: { publish: async (_tx, { type, subject }) => published.push(`${type} ${subject}`) },
    findCaseUnits: async (_db, caseId) => CASES.get(caseId),
  };
  const server = await buildTestServer(t, { routes: [standingRouteModule(parts), ...routes] });
  return {
    db,
    clock,
    published,
    enter: (name: string, ...roles: Role[]) => enter(db, name, roles),
    as: (officer: Officer) => admit(server, db, officer, clock.now()),
  };
}

/** Lets an invented officer have logged in once. */
export async function enter({ app }: Database, name: string, roles: readonly Role[]): Promise<Officer> {
  const { rows } = await sql<{ id: string }>`
    insert into access.people (issuer, subject, name, roles, language, first_login_at, last_login_at)
    values ('test', ${name}, ${name}, ${roles}, 'nb', now(), now()) returning id
  `.execute(app);
  return { id: rows[0]!.id, name, roles };
}

/** The officer at a browser, with whom they stand in for as it is now. */
async function admit({ admit: letIn }: TestServer, db: Database, { id, name, roles }: Officer, at: Date) {
  return letIn({
    person: { id, name, roles: [...roles], language: "nb" },
    permissions: permissionsOf(roles),
    standsInFor: (await readStanding(db.app, id, at)).standsInFor,
  });
}

/** The units of the shipped tree. */
export const UNITS = ["utland", "foerstelinje", "andrelinje"] as const;

/** What is said of an invented person; the rest is nothing at all. */
export interface Said {
  readonly id?: string;
  readonly name?: string;
  readonly roles?: readonly Role[];
  readonly units?: readonly string[];
  readonly excludedCases?: readonly number[];
  readonly openedCases?: readonly number[];
}

/** The standing of an invented person. */
export function invented({ id = "ingrid", name = "Ingrid Solbakken", ...said }: Said): Standing {
  const { roles = [], units = [], excludedCases = [], openedCases = [] } = said;
  return {
    person: { id, name, roles },
    permissions: permissionsOf(roles),
    units: new Set(units),
    standsInFor: [],
    excludedCases: new Set(excludedCases),
    openedCases: new Set(openedCases),
  };
}
