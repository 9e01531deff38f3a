import assert from "node:assert/strict";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir, userInfo } from "node:os";
import { join } from "node:path";
import test, { after, before, type TestContext } from "node:test";
import { registerRoutes } from "@varde/contract";
import { cliActor } from "../../platform/audit/index.ts";
import { fixedClock } from "../../platform/clock/clock.ts";
import { buildTestServer } from "../../platform/http/testing.ts";
import { createTestDatabase } from "../../platform/testing/index.ts";
import { loadRegister, registersDoctorChecks, registersRouteModule } from "./index.ts";
import { inventEntry, writeExtract } from "./testing.ts";

const db = await createTestDatabase({ after });
const clock = fixedClock("2026-11-22T08:00:00Z");
const parts = { db: db.app, clock, jobs: { publish: async () => 1 } };
const file = { after: after as TestContext["after"] };
const server = await buildTestServer(file, { routes: [registersRouteModule(parts)] });
const codeOf = async () => (await registersDoctorChecks(parts))[0]?.code;

before(async () => {
  assert.equal(await codeOf(), "registerEmpty");
  const folder = await mkdtemp(join(tmpdir(), "varde-routes-"));
  const path = join(folder, "hpr.jsonl");
  await writeExtract(path, [inventEntry({ hprNumber: 7 }), "{", inventEntry({ hprNumber: 9 })]);
  await loadRegister(parts, { path, kind: "full", actor: cliActor() });
  await rm(folder, { recursive: true });
});

test("shows how the mirror stands and what a load did, and names nobody", async () => {
  const reader = server.loginAs("readRegisters");
  const { people, loads } = await reader.call(registerRoutes.getRegister);
  assert.equal(people, 2);
  assert.deepEqual(
    loads.map(({ kind, state, lines, added, broken, by, byCommandLine }) => ({
      kind,
      state,
      lines,
      added,
      broken,
      by,
      byCommandLine,
    })),
    [
      {
        kind: "full",
        state: "done",
        lines: 3,
        added: 2,
        broken: 1,
        by: userInfo().username,
        byCommandLine: true,
      },
    ],
  );
  assert.ok(!(await (await reader.fetch("/api/registers/hpr")).text()).includes("Lysgaard"));
});

test("lists the broken lines of a load, and says when there is no such load", async () => {
  const reader = server.loginAs("readRegisters");
  const { total, lines } = await reader.call(registerRoutes.listBrokenLines, { params: { id: 1 } });
  assert.deepEqual([total, lines[0]?.line, lines[0]?.code], [1, 2, "notJson"]);
  assert.equal((await reader.fetch("/api/registers/hpr/loads/99/broken")).status, 404);
  assert.equal((await server.loginAs("readAlerts").fetch("/api/registers/hpr")).status, 403);
});

test("the doctor finds the register fresh, and old after a week", async () => {
  assert.equal(await codeOf(), "registerFresh");
  clock.move("2026-11-30T08:00:00Z");
  assert.equal(await codeOf(), "registerOld");
});
