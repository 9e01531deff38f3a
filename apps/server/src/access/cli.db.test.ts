import assert from "node:assert/strict";
import test, { type TestContext } from "node:test";
import { Command } from "commander";
import { sql } from "kysely";
import { cliActor } from "../platform/audit/index.ts";
import type { CommandContext } from "../platform/cli/command-context.ts";
import { CommandFailed } from "../platform/cli/command-failed.ts";
import { fixedClock } from "../platform/clock/clock.ts";
import { createTestDatabase } from "../platform/testing/index.ts";
import { registerAccessCommands } from "./cli.ts";
import { rememberPerson } from "./people/people.sql.ts";

/** The commands on a database of their own. `run` gives what a command prints, and the code of what it refuses. */
async function commandLine(t: TestContext) {
  const db = await createTestDatabase(t);
  const clock = fixedClock("2026-02-02T08:00:00Z");
  let printed: { value: unknown; text: string } | undefined;
  const context = {
    clock,
    actor: cliActor(),
    database: async () => db,
    print: (value: unknown, text: string) => {
      printed = { value, text };
    },
  } as unknown as CommandContext;
  const run = async (...words: string[]): Promise<{ value: unknown; text: string }> => {
    const program = new Command().exitOverride();
    registerAccessCommands(program, context);
    await program.parseAsync(words, { from: "user" });
    return printed ?? assert.fail("the command printed nothing");
  };
  const refusal = async (...words: string[]): Promise<string> => {
    const error: unknown = await run(...words).then(
      () => undefined,
      (thrown: unknown) => thrown,
    );
    return error instanceof CommandFailed ? error.code : "done";
  };
  return { db, clock, run, refusal };
}

const ADD = [
  "service-account",
  "add",
  "hospital-reports",
  "--name",
  "Hospital reports",
  "--contact",
  "it@example.org",
];

test("a service account's secret is shown once, when it is made, and never in a list", async (t) => {
  const { run } = await commandLine(t);
  const made = (await run(...ADD, "--scope", "readPortfolio,readBalance")).value as { secret: string };
  assert.match(made.secret, /^varde_[\w-]{43}$/);
  const next = (await run("service-account", "rotate", "hospital-reports")).value as { secret: string };
  assert.notEqual(next.secret, made.secret);
  const { value, text } = await run("service-account", "list");
  assert.match(text, /hospital-reports +until 2027-02-02 +no token lately +readPortfolio,readBalance/);
  for (const { secret } of [made, next]) assert.ok(!(JSON.stringify(value) + text).includes(secret));
  await run("service-account", "revoke", "hospital-reports", "--reason", "The agreement has ended");
  assert.match((await run("service-account", "list")).text, /revoked 2026-02-02/);
});

test("refuses with a code what cannot be done with a service account", async (t) => {
  const { refusal } = await commandLine(t);
  assert.equal(await refusal(...ADD, "--scope", "operate"), "scopeUnknown");
  assert.equal(await refusal(...ADD, "--scope", "readBalance", "--days", "10000"), "daysOutOfRange");
  assert.equal(
    await refusal(...ADD, "--scope", "readBalance", "--public-key", "/nowhere"),
    "publicKeyUnreadable",
  );
  assert.equal(await refusal(...ADD, "--scope", "readBalance"), "done");
  assert.equal(await refusal(...ADD, "--scope", "readBalance"), "clientIdTaken");
  assert.equal(await refusal("service-account", "rotate", "nobody"), "noSuchServiceAccount");
});

test("makes the first system owner where the login provider knows no roles", async (t) => {
  const { db, clock, run, refusal } = await commandLine(t);
  const came = { issuer: "https://idporten.no/", subject: "-v-lcae5", language: "nb" } as const;
  const { id } = await rememberPerson(db.app, { ...came, name: undefined, roles: undefined }, clock.now());
  assert.match((await run("people", "list", "--without-role")).text, new RegExp(`^${id} .*no role`));
  const give = ["people", "give-roles", id, "--roles", "systemOwner", "--reason", "Takes over the operation"];
  const { text } = await run(...give, "--name", "Solveig Bakke");
  assert.match(text, /Solveig Bakke +systemOwner \(from varde\)/);
  assert.equal(await refusal(...give), "rolesUnchanged");
  const { rows } = await sql`select actor->>'kind' as kind, act, purpose from platform.audit`.execute(db.app);
  assert.deepEqual(rows, [{ kind: "cli", act: "giveRoles", purpose: "Takes over the operation" }]);
});
