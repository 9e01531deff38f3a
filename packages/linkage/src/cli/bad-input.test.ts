import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { parse } from "csv-parse/sync";
import type { LinkConsole } from "./link-console.ts";
import { linkFiles } from "./link-files.ts";
import type { LineProblem } from "./read-people.ts";

const folder = mkdtempSync(join(tmpdir(), "linkage-bad-input-"));
after(() => rmSync(folder, { recursive: true }));

const problems: LineProblem[] = [];
const listening: LinkConsole = {
  problem: (problem) => problems.push(problem),
  progress: () => ({ show: () => {}, stop: () => {} }),
};

const HEADER = "id,surname,forename,birth_date\n";
const OTHERS = Array.from({ length: 30 }, (_, i) => `o${i},Berg${i},Per${i},19${40 + i}-02-03\n`).join("");

/** Links one query to a register of one person among others; gives the rows of the answer. */
async function answerTo(query: string, person: string): Promise<Record<string, string>[]> {
  problems.length = 0;
  const [queries, register, out] = ["queries.csv", "register.csv", "out.csv"].map((name) =>
    join(folder, name),
  ) as [string, string, string];
  writeFileSync(queries, HEADER + query);
  writeFileSync(register, HEADER + OTHERS + person);
  const summary = await linkFiles({ queries, register, out }, listening);
  const rows = parse(readFileSync(out, "utf8"), { columns: true }) as Record<string, string>[];
  assert.equal(summary.queries, new Set(rows.map((row) => row["query_id"])).size);
  return rows;
}

const bestOf = async (query: string, person: string): Promise<Record<string, string> | undefined> =>
  (await answerTo(query, person))[0];

test("a query without a name is looked up by its birth date, one without anything is no match", async () => {
  assert.equal((await bestOf("q,,,1967-05-23\n", "r,Hansen,Ola,1967-05-23\n"))?.["register_id"], "r");
  const nothing = await bestOf("q,,,\n", "r,Hansen,Ola,1967-05-23\n");
  assert.deepEqual([nothing?.["register_id"], nothing?.["outcome"]], ["", "noMatch"]);
});

test("a name of 10,000 characters is answered by what can tell people apart", async () => {
  const long = "Ødegård ".repeat(1250).trim();
  const best = await bestOf(`q,${long},Kåre,1967-05-23\n`, `r,${long},Kåre,1967-05-23\n`);
  assert.equal(best?.["register_id"], "r");
  const one = await bestOf(`q,${"a".repeat(10_000)},Kåre,1967-05-23\n`, "r,Ødegård,Kåre,1967-05-23\n");
  assert.equal(one?.["register_id"], "r");
});

test("an impossible date counts for what of it can be", async () => {
  for (const date of [
    "1967-02-31",
    "1967-13-45",
    "31.02.1967",
    "0000-00-00",
    "1967-99-99T99:99",
    "next spring",
  ]) {
    const best = await bestOf(`q,Ødegård,Kåre,${date}\n`, "r,Ødegård,Kåre,1967-02-03\n");
    assert.equal(best?.["register_id"], "r", date);
    assert.notEqual(best?.["outcome"], "certain", date);
  }
});

test("names in scripts written from right to left are read as their Latin spelling", async () => {
  const best = await bestOf("q,حسين,محمد,1967-05-23\n", "r,Hussein,Mohammed,1967-05-23\n");
  assert.equal(best?.["register_id"], "r");
  assert.equal((await bestOf("q,כהן,מרים,1967-05-23\n", "r,כהן,מרים,1967-05-23\n"))?.["register_id"], "r");
});

test("control characters, marks of direction and emoji do not hide a name", async () => {
  const best = await bestOf(
    "q,\u0007Øde\u200Bgård\u0000,\u202EKåre\u202C 😀,1967-05-23\n",
    "r,Ødegård,Kåre,1967-05-23\n",
  );
  assert.equal(best?.["register_id"], "r");
  assert.ok(Array.isArray(JSON.parse(best?.["explanation"] ?? "")));
});

test("numbers as names are compared as they are written", async () => {
  assert.equal((await bestOf("q,12345,678,1967-05-23\n", "r,12345,678,1967-05-23\n"))?.["register_id"], "r");
});

test("of two people with one id in the register the first is kept and the second told", async () => {
  const best = await bestOf(
    "q,Ødegård,Kåre,1967-05-23\n",
    "r,Ødegård,Kåre,1967-05-23\nr,Else,Ane,1950-01-02\n",
  );
  assert.equal(best?.["register_id"], "r");
  assert.deepEqual(
    problems.map(({ code, line }) => [code, line]),
    [["duplicateId", 33]],
  );
});

test("a line broken in the middle of the register is told, and everybody after it is found", async () => {
  const best = await bestOf(
    "q,Ødegård,Kåre,1967-05-23\n",
    'b,"Broken "quotes,and,too,many,cells,1950\nr,Ødegård,Kåre,1967-05-23\n',
  );
  assert.equal(best?.["register_id"], "r");
  assert.ok(problems.length > 0);
});
