import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { Command } from "commander";
import { sql } from "kysely";
import type { CommandContext } from "../../../platform/cli/command-context.ts";
import { CommandFailed } from "../../../platform/cli/command-failed.ts";
import { fixedClock } from "../../../platform/clock/clock.ts";
import { isRefusal } from "../../../platform/rules/refusal.ts";
import { createTestDatabase } from "../../../platform/testing/index.ts";
import { openCase } from "../opening/open-case.ts";
import { casesParts, confirmAlert, loadPeople } from "../testing.ts";
import { registerCaseCommands } from "./case-commands.ts";

const HPR = 8_200_001;
const db = await createTestDatabase({ after });
const clock = fixedClock("2026-02-02T08:00:00Z");
let printed: { value: unknown; text: string };

before(async () => {
  await loadPeople(db.app, clock, [{ hprNumber: HPR, surname: "Lindqvist", forename: "Sara" }]);
  const alertIds = [await confirmAlert(db.app, HPR)];
  const opened = await openCase(casesParts(db.app, clock), {
    hprNumber: HPR,
    alertIds,
    by: { robot: "test" },
  });
  assert.ok(!isRefusal(opened));
  for (const [subject, name] of [
    ["ingrid", "Ingrid Solbakken"],
    ["one", "Kari Nordmann"],
    ["two", "Kari Nordmann"],
  ])
    await sql`
      insert into access.people (issuer, subject, name, roles, first_login_at, last_login_at)
      values ('test', ${subject}, ${name}, '{firstLine}', now(), now())`.execute(db.app);
});

/** Runs `varde case …` as an operator would. */
async function run(...words: string[]): Promise<void> {
  const context = {
    clock,
    actor: { kind: "cli", user: "drift" },
    database: async () => db,
    jobs: async () => casesParts(db.app, clock).jobs,
    print: (value: unknown, text: string) => {
      printed = { value, text };
    },
  } as unknown as CommandContext;
  const program = new Command().exitOverride();
  registerCaseCommands(program, context);
  await program.parseAsync(["node", "varde", "case", ...words]);
}

const failing = async (...words: string[]): Promise<string> => {
  const error = await run(...words).then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  assert.ok(error instanceof CommandFailed, "it did not fail");
  return error.code;
};

test("lists cases with what is next, and says which lists there are", async () => {
  await run("list");
  assert.match(printed.text, /2026-0001 {2}Sara Lindqvist \(HPR 8200001\) {2}intake .* next lookUpRegisters/);
  assert.equal(await failing("list", "--list", "everything"), "unknownChoice");
  assert.equal(await failing("list", "--limit", "none"), "limitNotNumber");
});

test("shows a case by its number, now and as it stood", async () => {
  await run("show", "2026-0001");
  assert.match(printed.text, /Open a case {2}nothing → intake/);
  await run("show", "2026-0001", "--as-of", "2026-02-01");
  assert.match(printed.text, /not opened yet/);
  assert.equal(await failing("show", "2026-0099"), "noSuchCase");
  assert.equal(await failing("show", "2026-0001", "--as-of", "yesterday"), "notAnInstant");
});

test("acts as the officer named, judged by the same rules, and tells the audit log who ran it", async () => {
  await run("act", "2026-0001", "take", "--as", "Ingrid Solbakken");
  assert.match(printed.text, /2026-0001 now stands in intake/);
  assert.equal(
    await failing("act", "2026-0001", "finishTriage", "--as", "Ingrid Solbakken"),
    "stageForbidsAct",
  );
  const { rows } = await sql<{ user: string; officer: string }>`
    select actor ->> 'user' as "user", on_behalf_of ->> 'name' as officer from platform.audit
    where act = 'actOnCaseByCommand' order by id limit 1`.execute(db.app);
  assert.deepEqual(rows[0], { user: "drift", officer: "Ingrid Solbakken" });
});

test("says why an act is refused in words, and tells the audit log that it was", async () => {
  await assert.rejects(run("act", "2026-0001", "finishTriage", "--as", "Ingrid Solbakken"), {
    message: "finishTriage is refused. “Finish triage” cannot be done in the stage Intake.",
  });
  const { rows } = await sql<{ user: string; code: string }>`
    select actor ->> 'user' as "user", details ->> 'code' as code from platform.audit
    where act = 'refusedByRules' order by id desc limit 1`.execute(db.app);
  assert.deepEqual(rows, [{ user: "drift", code: "stageForbidsAct" }]);
});

test("says what is wrong with what was written", async () => {
  const as = ["--as", "Ingrid Solbakken"];
  assert.equal(await failing("act", "2026-0001", "dance", ...as), "noSuchAct");
  assert.equal(await failing("act", "2026-0001", "setFlag", ...as), "actNotUnderstood");
  assert.equal(await failing("act", "2026-0001", "setFlag", "--input", "{flag", ...as), "inputNotJson");
  assert.equal(await failing("act", "2026-0001", "take", "--input", "[]", ...as), "inputNotObject");
  assert.equal(await failing("act", "2026-0001", "take", "--as", "Nobody"), "noSuchOfficer");
  assert.equal(await failing("act", "2026-0001", "take", "--as", "Kari Nordmann"), "severalOfficers");
});
