import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { gunzipSync, gzipSync } from "node:zlib";
import { parse } from "csv-parse/sync";
import { SHIPPED_MODEL } from "../model/shipped-model.ts";
import { estimateFiles } from "./estimate-files.ts";
import { evaluateFiles } from "./evaluate-files.ts";
import type { LinkConsole } from "./link-console.ts";
import { linkFiles } from "./link-files.ts";
import { LinkInputError } from "./link-input-error.ts";
import type { LineProblem } from "./read-people.ts";

const folder = mkdtempSync(join(tmpdir(), "linkage-cli-"));
after(() => rmSync(folder, { recursive: true }));

function file(name: string, content: string | Buffer): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

function listening(): LinkConsole & { problems: LineProblem[] } {
  const problems: LineProblem[] = [];
  return {
    problems,
    problem: (problem) => problems.push(problem),
    progress: () => ({ show: () => {}, stop: () => {} }),
  };
}

const REGISTER = `id,surname,forename,middle,birth_date,profession
1,Ødegård,Kåre,,1967-05-23,LE
2,Żukowska,Agnieszka,Maria,1971-02-03,SP
3,Nguyen,Thi,,1980-11-30,SP;JO
`;
const QUERIES = `id,surname,forename,birth_date
a,Oedegaard,Kaare,1967-05-23
b,ZUKOWSKA,AGNIESZKA,1971-03-02
c,Nobody,Known,1911-11-11
`;
const TRUTH = "query_id,register_id\na,1\nb,2\nc,\n";

const rowsOf = (text: string) => parse(text, { columns: true }) as Record<string, string>[];

test("writes one row a candidate, and one for a query without any", async () => {
  const out = join(folder, "links.csv");
  const summary = await linkFiles(
    { queries: file("q.csv", QUERIES), register: file("r.csv", REGISTER), out },
    listening(),
  );
  assert.equal(summary.people, 3);
  assert.equal(summary.queries, 3);
  const rows = rowsOf(readFileSync(out, "utf8"));
  assert.deepEqual(Object.keys(rows[0] ?? {}), [
    "query_id",
    "rank",
    "register_id",
    "probability",
    "outcome",
    "keys",
    "explanation",
  ]);
  const first = (query: string) => rows.find((row) => row.query_id === query);
  assert.equal(first("a")?.register_id, "1");
  assert.equal(first("b")?.register_id, "2");
  assert.equal(first("c")?.register_id, "");
  assert.equal(first("c")?.outcome, "noMatch");
  assert.ok(Array.isArray(JSON.parse(first("a")?.explanation ?? "")));
});

test("reads semicolons, JSON lines and gzip alike, and writes gzip when asked", async () => {
  const jsonLines = rowsOf(REGISTER)
    .map((row) => JSON.stringify(row))
    .join("\n");
  const out = join(folder, "links.csv.gz");
  await linkFiles(
    {
      queries: file("q2.csv.gz", gzipSync(`\uFEFF${QUERIES.replaceAll(",", ";")}`)),
      register: file("r2.jsonl.gz", gzipSync(jsonLines)),
      out,
    },
    listening(),
  );
  const rows = rowsOf(gunzipSync(readFileSync(out)).toString());
  assert.equal(rows.find((row) => row.query_id === "a")?.register_id, "1");
});

test("reports broken lines, missing and double ids by line and goes on", async () => {
  const ears = listening();
  const register = file(
    "broken.jsonl",
    [
      '{"id":"1","surname":"Hansen"}',
      "{broken",
      '{"surname":"Nobody"}',
      '{"id":"1","surname":"Again"}',
      '{"id":"2"}',
    ].join("\n"),
  );
  const out = join(folder, "o.csv");
  const summary = await linkFiles({ queries: file("q3.csv", QUERIES), register, out }, ears);
  assert.equal(summary.people, 2);
  assert.deepEqual(
    ears.problems.map(({ line, code }) => [line, code]),
    [
      [2, "unreadableLine"],
      [3, "noId"],
      [4, "duplicateId"],
    ],
  );
});

test("an unclosed quotation mark loses no line in silence", async () => {
  const ears = listening();
  const register = file(
    "quote.csv",
    `${REGISTER}4,"Unclosed,Ole,,1970-01-01,SP\n5,Berg,Per,,1971-01-01,SP\n`,
  );
  const summary = await linkFiles(
    { queries: file("q4.csv", QUERIES), register, out: join(folder, "o2.csv") },
    ears,
  );
  assert.ok(summary.people >= 3);
  assert.ok(summary.people === 5 || ears.problems.length > 0);
});

test("says what is wrong with a file that cannot be used at all", async () => {
  const refuses = async (register: string, code: string) =>
    assert.rejects(
      linkFiles({ queries: file("q5.csv", QUERIES), register, out: join(folder, "o3.csv") }, listening()),
      (error) => error instanceof LinkInputError && error.code === code,
    );
  await refuses(join(folder, "absent.csv"), "fileNotFound");
  await refuses(file("no-id.csv", "name,born\nHansen,1967\n"), "noIdColumn");
  await refuses(file("empty.csv", "id,surname\n"), "emptyRegister");
  await refuses(file("cut.csv.gz", gzipSync(REGISTER).subarray(0, 12)), "brokenGzip");
});

test("estimates a readable model without labels and with them, and links with it", async () => {
  const [queries, register, truth] = [
    file("q6.csv", QUERIES),
    file("r6.csv", REGISTER),
    file("t6.csv", TRUTH),
  ];
  for (const labels of [undefined, truth]) {
    const out = join(folder, "model.json");
    const model = await estimateFiles({ queries, register, out, truth: labels }, listening());
    assert.equal(model.estimatedOn.fingerprint.length, 64);
    const surname = Object.values(model.names.surname).reduce((sum, chance) => sum + chance, 0);
    assert.ok(Math.abs(surname - 1) < 1e-9);
    const measured = await evaluateFiles({ queries, register, truth, model: out }, listening());
    assert.equal(measured.best, 1);
  }
});

test("refuses a model that lacks a part", async () => {
  const { names: _names, ...rest } = SHIPPED_MODEL;
  const model = file("half.json", JSON.stringify(rest));
  const [queries, register, truth] = [
    file("q7.csv", QUERIES),
    file("r7.csv", REGISTER),
    file("t7.csv", TRUTH),
  ];
  await assert.rejects(
    evaluateFiles({ queries, register, truth, model }, listening()),
    (error) =>
      error instanceof LinkInputError && error.code === "incompleteModel" && /names/.test(error.message),
  );
});
