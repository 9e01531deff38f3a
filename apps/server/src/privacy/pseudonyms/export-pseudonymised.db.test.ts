import assert from "node:assert/strict";
import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import test, { after } from "node:test";
import { sql } from "kysely";
import { registerVersion } from "../../casework/identification/testing.ts";
import { inventRegister } from "../../demo/index.ts";
import { jobActor } from "../../platform/audit/index.ts";
import { fixedClock } from "../../platform/clock/clock.ts";
import { isRefusal } from "../../platform/rules/refusal.ts";
import { createTestDatabase } from "../../platform/testing/index.ts";
import { exportPseudonymised } from "./export-pseudonymised.ts";
import { EXPORTED_COLUMNS } from "./exported-columns.ts";
import { createPseudonyms } from "./pseudonyms.ts";

const db = await createTestDatabase({ after });
const root = await mkdtemp(join(tmpdir(), "varde-pseudonymised-"));
after(() => rm(root, { recursive: true }));
const parts = { db: db.app, clock: fixedClock("2026-02-02T09:00:00Z") };
const actor = jobActor("test");
const pseudonyms = createPseudonyms(new Uint8Array(32).fill(3));

interface Person {
  hprNummer: number;
  person: Record<"fornavn" | "etternavn" | "fødselsdato" | "nin", string | null>;
}
const people = [...inventRegister({ seed: "pseudonyms", count: 60 })] as unknown as Person[];
await sql`
  insert into casework.register_loads (kind, file_name, sha256, state, started_at, actor, finished_at)
  values ('full', 'hpr.jsonl', repeat('a', 64), 'done', now(), '{"kind":"job","name":"test"}', now())`.execute(
  db.app,
);
for (const { hprNummer, person } of people) {
  await sql`
    insert into casework.register_people (hpr_number, forename, surname, birth_date, national_id, entry, entry_hash, load_id, changed_at)
    select ${hprNummer}, ${person.fornavn}, ${person.etternavn}, ${person.fødselsdato}, ${person.nin}, '{}', 'x', id, now()
    from casework.register_loads`.execute(db.app);
  const { alertId, messageId } = await registerVersion(db.app, {
    forename: person.fornavn ?? "",
    surname: person.etternavn ?? "",
    birthDate: person.fødselsdato ?? "1967",
    alertNumber: `SE-2026-${hprNummer}`,
    profession: `Lege ${person.etternavn}`,
    ...(person.nin && { nationalId: person.nin }),
  });
  await sql`update casework.messages set subject = ${person.etternavn}, from_address = 'ola@tilsyn.example' where id = ${messageId}`.execute(
    db.app,
  );
  assert.ok(alertId > 0);
}

async function exportInto(folder: string, key = pseudonyms): Promise<string> {
  const counts = await exportPseudonymised(parts, { folder, pseudonyms: key, actor });
  assert.ok(!isRefusal(counts), JSON.stringify(counts));
  assert.equal(counts["casework.alert_versions"], people.length);
  const files = (await readdir(folder)).filter((file) => file.endsWith(".jsonl"));
  assert.equal(files.length, Object.keys(EXPORTED_COLUMNS).length);
  return (await Promise.all(files.map((file) => readFile(join(folder, file), "utf8")))).join("");
}

test("no name, number or address of anybody survives in the export", async () => {
  const text = await exportInto(join(root, "first"));
  const words = new Set(text.toLowerCase().match(/[\p{L}\p{M}\d]+/gu));
  for (const { hprNummer, person } of people) {
    const names = `${person.fornavn} ${person.etternavn}`.toLowerCase().match(/[\p{L}\p{M}]+/gu) ?? [];
    for (const word of [...names, String(hprNummer), person.nin ?? "—"])
      assert.ok(!words.has(word), `${word} survives`);
  }
  assert.ok(!text.includes("tilsyn.example") && !text.includes("SE-2026"));
});

test("no birth date survives beside the person it was of, and what is about one person still hangs together", async () => {
  const folder = join(root, "second");
  await exportInto(folder);
  const rows = async (table: string) =>
    (await readFile(join(folder, `${table}.jsonl`), "utf8"))
      .trimEnd()
      .split("\n")
      .map((line) => JSON.parse(line) as Record<string, string | number | null>);
  const register = new Map((await rows("casework.register_people")).map((row) => [row.national_id, row]));
  const versions = await rows("casework.alert_versions");
  let joined = 0;
  for (const version of versions.filter(({ national_id }) => national_id !== null)) {
    const found = register.get(version.national_id ?? null);
    joined += 1;
    assert.deepEqual([found?.surname, found?.forename], [version.surname, version.forename]);
    assert.equal(found?.birth_date, version.birth_date);
  }
  assert.ok(joined > 30, `${joined} joined`);
  for (const { hprNummer, person } of people) {
    const stand = register.get(person.nin && pseudonyms.code("nationalId", person.nin));
    if (stand) assert.notEqual(stand.birth_date, person.fødselsdato, String(hprNummer));
  }
});

test("the same key gives the same export, and another key another", async () => {
  const sorted = (text: string) => text.split("\n").sort().join("\n");
  const one = sorted(await exportInto(join(root, "one")));
  assert.equal(sorted(await exportInto(join(root, "same"))), one);
  assert.notEqual(
    sorted(await exportInto(join(root, "other"), createPseudonyms(new Uint8Array(32).fill(4)))),
    one,
  );
});

test("refuses a folder that holds something, and leaves it as it is", async () => {
  const folder = await mkdtemp(join(root, "taken-"));
  await writeFile(join(folder, "kept.txt"), "kept");
  const refused = await exportPseudonymised(parts, { folder, pseudonyms, actor });
  assert.ok(isRefusal(refused) && refused.code === "folderNotEmpty");
  assert.deepEqual(await readdir(folder), ["kept.txt"]);
});

test("a stopped export leaves nothing", async () => {
  const folder = join(root, "stopped");
  const signal = AbortSignal.abort();
  await assert.rejects(exportPseudonymised(parts, { folder, pseudonyms, actor, signal }), {
    name: "AbortError",
  });
  assert.ok(!(await readdir(root)).some((name) => name.startsWith("stopped")));
});
