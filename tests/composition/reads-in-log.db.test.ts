import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import test, { after } from "node:test";
import { caseRoutes, intakeRoutes, ROLES, type Role } from "@varde/contract";
import { sql } from "kysely";
import { loginAs } from "../../apps/server/src/access/testing.ts";
import { type SeededContent, seedContent } from "./seed-content.ts";
import { openWholeServer } from "./whole-server.ts";

const TABLE = "tests/composition/reads-in-log.md";
const KINDS = ["case content", "search", "export", "look-up"];

interface ReviewedRead {
  readonly route: string;
  readonly kind: string;
  readonly as: string;
  /** What it is called with, or why it needs no entry. */
  readonly said: string;
}

const reviewed: ReviewedRead[] = readFileSync(new URL("reads-in-log.md", import.meta.url), "utf8")
  .split("\n")
  .filter((line) => line.startsWith("| `"))
  .map((line) => {
    const cells = line.split("|").map((cell) => cell.trim().replaceAll("`", ""));
    const [, route = "", kind = "", as = "", said = ""] = cells;
    return { route, kind, as, said };
  });

const { app, installation } = await openWholeServer({ after });
const { db } = installation;
const officer = await loginAs(app, "firstLine");
const seeded: SeededContent = { ...(await seedContent(installation)), person: officer.person.id };
const body = { purpose: "Laste ned det som kom inn" };
await officer.call(intakeRoutes.openMessageNumbers, { params: { id: Number(seeded.message) }, body });
await officer.call(caseRoutes.openCaseNumbers, { params: { id: Number(seeded.case) }, body });

test("every route that reads stands in the reviewed table, and no other", () => {
  const served = app.declaredRoutes
    .filter(({ method }) => method === "GET")
    .map(({ method, path }) => `${method} ${path}`);
  const known = reviewed.map(({ route }) => route);
  assert.deepEqual(
    served.filter((route) => !known.includes(route)),
    [],
    `Say in ${TABLE} whether these leave an entry in the audit log, and why not`,
  );
  assert.deepEqual(
    known.filter((route) => !served.includes(route)),
    [],
    `Delete these from ${TABLE}`,
  );
});

test("what leaves no entry says why", () => {
  const mute = reviewed.filter(({ kind, said }) => kind === "open" && said.length < 10);
  assert.deepEqual(mute, []);
});

for (const { route, kind, as, said } of reviewed.filter((row) => row.kind !== "open"))
  test(`${route} (${kind}) leaves an entry with who read`, async () => {
    assert.ok(KINDS.includes(kind) && ROLES.includes(as as Role), `${TABLE}: ${kind} or ${as} is not known`);
    const reader = await loginAs(app, as as Role);
    const before = await entriesOf(reader.person.id);
    const answer = await reader.fetch(fill(said, seeded));
    await answer.arrayBuffer();
    assert.equal(answer.status, 200, `${said} was not read`);
    assert.equal(await entriesOf(reader.person.id), before + 1, "entries of the reader");
  });

test("what was refused leaves an entry as well", async () => {
  const manager = await loginAs(app, "manager");
  const before = await entriesOf(manager.person.id);
  assert.equal((await manager.fetch(fill("/api/alerts/{alert}", seeded))).status, 403);
  assert.equal(await entriesOf(manager.person.id), before + 1);
});

async function entriesOf(person: string): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from platform.audit where actor ->> 'id' = ${person}
  `.execute(db.app);
  return rows[0]?.count ?? 0;
}

function fill(address: string, content: SeededContent): string {
  return address.replace(/\{(\w+)\}/g, (_, word: string) => {
    const value = content[word];
    assert.ok(value, `nothing was seeded for {${word}}`);
    return encodeURIComponent(value);
  });
}
