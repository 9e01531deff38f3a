import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { gzipSync } from "node:zlib";
import { linkFiles } from "./link-files.ts";
import { LinkInputError } from "./link-input-error.ts";
import { type LineProblem, readPeople } from "./read-people.ts";
import { readTruth } from "./read-truth.ts";

const folder = mkdtempSync(join(tmpdir(), "linkage-read-"));
after(() => rmSync(folder, { recursive: true }));

function file(name: string, content: string | Buffer): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

async function read(path: string) {
  const problems: LineProblem[] = [];
  const people = [];
  for await (const { person } of readPeople(path, (problem) => problems.push(problem))) people.push(person);
  return {
    ids: people.map(({ id }) => id),
    people,
    problems: problems.map(({ line, code }) => [line, code]),
  };
}

const HEADER = "id,surname,forename,birth_date,profession\n";

test("an unclosed quotation mark costs its own line and no other", async () => {
  const rows =
    '1,Berg,Per,1970-01-01,SP\n2,"Dahl,Ole,1971-01-01,SP\n3,Lie,Liv,1972-01-01,SP\n4,Moe,Mia,1973-01-01,SP\n';
  const { ids, problems } = await read(file("unclosed.csv", HEADER + rows));
  assert.deepEqual(ids, ["1", "3", "4"]);
  assert.deepEqual(problems, [[3, "unreadableLine"]]);
});

test("a quoted cell may hold the delimiter, doubled marks and a line break", async () => {
  const rows = '1,"Berg, von",Per,,"SP"\n2,"Dahl ""Duffen""","Ole\nOlav",,SP\n3,Lie,Liv,,SP\n';
  const { ids, people, problems } = await read(file("quoted.csv", HEADER + rows));
  assert.deepEqual(ids, ["1", "2", "3"]);
  assert.deepEqual(people[0]?.surnames, ["Berg, von"]);
  assert.deepEqual(people[1]?.surnames, ['Dahl "Duffen"']);
  assert.deepEqual(people[1]?.forenames, ["Ole\nOlav"]);
  assert.deepEqual(problems, []);
});

test("a line with too many cells is left out, one with too few is used, and both are told", async () => {
  const rows = "1,Berg,Per,1970-01-01,SP,more\n2,Dahl,Ole\n3,Lie,Liv,1972-01-01,SP\n";
  const { ids, people, problems } = await read(file("ragged.csv", HEADER + rows));
  assert.deepEqual(ids, ["2", "3"]);
  assert.deepEqual(people[0]?.surnames, ["Dahl"]);
  assert.deepEqual(problems, [
    [2, "unreadableLine"],
    [3, "missingCells"],
  ]);
});

test("columns that are not compared are told once, and the people are read all the same", async () => {
  const csv = "id,surname,Street,forename,\n1,Berg,Strand 1,Per,x\n2,Dahl,Strand 2,Ole,y\n";
  const { people, problems } = await read(file("street.csv", csv));
  assert.deepEqual(people[1]?.forenames, ["Ole"]);
  assert.deepEqual(problems, [[2, "unusedColumns"]]);
  const json =
    '{"id":1,"surname":"Berg"}\n{"id":2,"street":"Strand 2"}\n{"id":3,"street":"","email":"a@b"}\n';
  const lines = await read(file("street.jsonl", json));
  assert.deepEqual(lines.ids, ["1", "2", "3"]);
  assert.deepEqual(lines.problems, [
    [2, "unusedColumns"],
    [3, "unusedColumns"],
  ]);
});

test("a comma file keeps several professions apart by semicolons", async () => {
  const { people, problems } = await read(file("several.csv", `${HEADER}1,Berg,Per,1970-01-01,SP;JO\n`));
  assert.deepEqual(people[0]?.professions, ["SP", "JO"]);
  assert.deepEqual(problems, []);
});

test("a line longer than any person's is told and passed over, in however many pieces it comes", async () => {
  const { ids, problems } = await read(
    file("long.csv", `${HEADER}1,Berg,Per,,\n2,${"x".repeat(1_000_000)},Ole,,\n3,Lie,Liv,,\n`),
  );
  assert.deepEqual(ids, ["1", "3"]);
  assert.deepEqual(problems, [[3, "unreadableLine"]]);
});

test("a packed file that breaks off in the middle says where reading ended", async () => {
  const rows = Array.from({ length: 20_000 }, (_, i) => `${i},Name${i * 7919},Per,,\n`).join("");
  const packed = gzipSync(HEADER + rows);
  const { ids, problems } = await read(file("cut.csv.gz", packed.subarray(0, packed.length / 2)));
  assert.ok(ids.length > 0 && ids.length < 20_000);
  assert.deepEqual(
    problems.map(([, code]) => code),
    ["unreadableLine"],
  );
});

test("a truth that cannot be read whole is refused", async () => {
  const broken = file("truth.csv", 'query_id,register_id\na,1\nb,"2\nc,3\n');
  await assert.rejects(
    readTruth(broken),
    (error) => error instanceof LinkInputError && error.code === "unreadableTruth",
  );
});

test("says where the result cannot be written", async () => {
  const register = file("register.csv", `${HEADER}1,Berg,Per,1970-01-01,SP\n`);
  const out = join(folder, "absent", "links.csv");
  const quiet = { problem: () => {}, progress: () => ({ show: () => {}, stop: () => {} }) };
  await assert.rejects(
    linkFiles({ queries: register, register, out }, quiet),
    (error) => error instanceof LinkInputError && error.code === "cannotWrite",
  );
});
