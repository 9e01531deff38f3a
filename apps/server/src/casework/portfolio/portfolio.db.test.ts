import assert from "node:assert/strict";
import test, { after, before } from "node:test";
import type { Portfolio } from "@varde/contract";
import { sql } from "kysely";
import { fixedClock } from "../../platform/clock/clock.ts";
import { buildTestServer } from "../../platform/http/testing.ts";
import { createTestDatabase } from "../../platform/testing/index.ts";
import {
  createRegisterIndex,
  decideIdentity,
  identifyAlerts,
  type MatchingParts,
} from "../identification/index.ts";
import { registerVersion } from "../identification/testing.ts";
import { createPortfolioReader, getPortfolio, instantOf, portfolioRouteModule } from "./index.ts";

const db = await createTestDatabase({ after });
const clock = fixedClock("2026-03-01T08:00:00Z");
const days: { at: Date; portfolio: Portfolio }[] = [];

/** Lives through a few days, and keeps the picture as it was shown at the end of each. */
before(async () => {
  const parts: MatchingParts = {
    db: db.app,
    clock,
    jobs: { publish: async () => 1 },
    index: createRegisterIndex(db.app),
  };
  const endDay = async () => {
    const at = new Date(clock.now().getTime() + 3_600_000);
    days.push({ at, portfolio: await getPortfolio(db.app, at) });
    clock.move(new Date(clock.now().getTime() + 86_400_000));
  };
  const register = (given: Parameters<typeof registerVersion>[1]) =>
    registerVersion(db.app, { ...given, at: clock.now() });

  const first = await register({ profession: "SP" });
  const second = await register({ sendingCountry: "DK", profession: "LE" });
  await endDay();
  await identifyAlerts(parts);
  await endDay();
  await register({ alertId: first.alertId });
  await identifyAlerts(parts);
  await decideIdentity(parts, {
    alertId: first.alertId,
    versionId: first.versionId + 2,
    lastDecision: null,
    officer: { id: "00000000-0000-4000-8000-000000000001", name: "Ingrid", language: "nb" },
    permissions: new Set(["decideIdentity"]),
    decision: "ask",
    hprNumber: undefined,
    reason: "Who?",
  });
  await endDay();
  await register({ alertId: second.alertId, kind: "withdrawal" });
  await register({});
  await identifyAlerts(parts);
  await endDay();
});

test("a past day gives the same picture later as it gave then", async () => {
  for (const { at, portfolio } of days) assert.deepEqual(await getPortfolio(db.app, at), portfolio);
});

test("follows an alert from unmatched to asked, and one to withdrawn", () => {
  assert.deepEqual(
    days.map(({ portfolio: { alerts } }) => [alerts.total, alerts.valid, alerts.withdrawn, alerts.versions]),
    [
      [2, 2, 0, 2],
      [2, 2, 0, 2],
      [2, 2, 0, 3],
      [3, 2, 1, 5],
    ],
  );
  assert.deepEqual(
    days.map(({ portfolio: { alerts } }) => {
      const { unmatched, noMatch, asked } = alerts.byIdentity;
      return [unmatched, noMatch, asked];
    }),
    [
      [2, 0, 0],
      [0, 2, 0],
      [0, 1, 1],
      [0, 1, 1],
    ],
  );
});

test("the figures of a picture add up", () => {
  const sum = (counts: Record<string, number>) => Object.values(counts).reduce((a, b) => a + b, 0);
  for (const { portfolio } of days) {
    const { messages, alerts } = portfolio;
    assert.equal(sum(messages.byState), messages.total);
    assert.equal(alerts.valid + alerts.withdrawn + alerts.expired, alerts.total);
    assert.equal(sum(alerts.byIdentity), alerts.valid);
    for (const groups of [alerts.byCountry, alerts.byProfession, alerts.bySource])
      assert.equal(
        groups.reduce((a, { count }) => a + count, 0),
        alerts.total,
      );
    assert.equal(messages.perDay.length, 30);
    assert.equal(messages.perDay.at(-1)?.day, portfolio.asOf.slice(0, 10));
  }
});

test("the running totals say the same as the histories they are kept beside", async () => {
  const { rows } = await sql<{ source: string; picture: string }>`
    select 'kept' as source, coalesce(jsonb_agg(k order by k)::text, '') as picture
    from (select alert_id, state, outcome, since from casework.alert_identities) k
    union all
    select 'history', coalesce(jsonb_agg(h order by h)::text, '')
    from (select distinct on (alert_id) alert_id, state, outcome, since from casework.alert_identity_states
      order by alert_id, id desc) h`.execute(db.app);
  assert.equal(rows[0]?.picture, rows[1]?.picture);
});

test("a date means the end of that day in Norway, in summer and winter", async () => {
  assert.deepEqual(await instantOf(db.app, "2026-03-28"), new Date("2026-03-28T22:59:59.999Z"));
  assert.deepEqual(await instantOf(db.app, "2026-03-29"), new Date("2026-03-29T21:59:59.999Z"));
  assert.deepEqual(await instantOf(db.app, "2026-03-29T12:00:00+02:00"), new Date("2026-03-29T10:00:00Z"));
});

test("a remembered picture of now is counted anew when a history has grown", async () => {
  const reader = createPortfolioReader(db.app, clock);
  const before = await reader.now();
  clock.move(new Date(clock.now().getTime() + 1000));
  assert.deepEqual({ ...(await reader.now()), asOf: before.asOf }, before);
  await registerVersion(db.app, { at: clock.now() });
  assert.equal((await reader.now()).alerts.total, before.alerts.total + 1);
});

test("shows the picture to those who may see it, as a page and as a workbook whose export is audited", async (t) => {
  const reader = createPortfolioReader(db.app, clock);
  const server = await buildTestServer(t, {
    routes: [portfolioRouteModule({ db: db.app, clock, reader })],
  });
  const manager = server.loginAs("readPortfolio");
  const shown = (await (await manager.fetch("/api/portfolio?asOf=2026-03-02")).json()) as Portfolio;
  assert.deepEqual(shown, await getPortfolio(db.app, await instantOf(db.app, "2026-03-02")));
  const workbook = await manager.fetch("/api/portfolio.xlsx?asOf=2026-03-02");
  assert.equal(workbook.status, 200);
  assert.match(workbook.headers.get("content-disposition") ?? "", /portfolio-2026-03-02\.xlsx/);
  assert.equal(
    Buffer.from(await workbook.arrayBuffer())
      .subarray(0, 2)
      .toString(),
    "PK",
  );
  const { rows } = await sql<{
    act: string;
  }>`select act from platform.audit where act like 'export%'`.execute(db.app);
  assert.deepEqual(rows, [{ act: "exportPortfolio" }]);
  assert.equal((await manager.fetch("/api/portfolio?asOf=2030-01-01")).status, 400);
  assert.equal((await manager.fetch("/api/portfolio?asOf=nonsense")).status, 400);
  assert.equal((await server.loginAs("operate").fetch("/api/portfolio")).status, 403);
});

test("names each source by the version of its profile that is in use", async () => {
  const { messageId } = await registerVersion(db.app, { at: clock.now() });
  await sql`update casework.messages set profile = 'lake' where id = ${messageId}`.execute(db.app);
  for (const [version, state, title] of [
    [1, "active", "Lake district"],
    [2, "draft", "Lakes"],
  ])
    await sql`
      insert into casework.source_profiles (name, version, title, yaml, state, created_at, created_by)
      values ('lake', ${version}, ${title}, '', ${state}, ${clock.now()}, '{"kind":"job","name":"test"}')`.execute(
      db.app,
    );
  const { alerts } = await getPortfolio(db.app, clock.now());
  assert.deepEqual(
    alerts.bySource.map(({ key, title }) => [key, title]),
    [
      ["unknown", null],
      ["lake", "Lake district"],
    ],
  );
});
