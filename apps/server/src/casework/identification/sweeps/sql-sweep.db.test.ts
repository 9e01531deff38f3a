import assert from "node:assert/strict";
import test, { after } from "node:test";
import {
  createIndex,
  estimateModel,
  type LinkageModel,
  type LinkResult,
  type PersonRecord,
  SHIPPED_MODEL,
  SqlSweep,
} from "@varde/linkage";
import { corrupt, inventPeople } from "@varde/linkage/invented";
import { createTestDatabase } from "../../../platform/testing/index.ts";
import { prepareSweepConnection } from "./sweep-connection.sql.ts";

const PEOPLE = 3000;
const QUERIES = 120;

const db = await createTestDatabase({ after });

/** A sweep and an index in memory over the same people. */
async function both(
  t: { after(clean: () => Promise<void>): void },
  people: readonly PersonRecord[],
  model: LinkageModel = SHIPPED_MODEL,
) {
  const client = await db.openClient("varde_app");
  t.after(() => client.end());
  const sweep = new SqlSweep(await prepareSweepConnection(client), model);
  await sweep.prepare(people);
  const index = createIndex({ model });
  for (const person of people) index.add(person);
  return {
    sweep,
    index,
    inMemory: (queries: readonly PersonRecord[]) => queries.map((one) => index.link(one)),
  };
}

/** Each answer by itself, so that a difference is told in a few lines. */
function assertSame(
  queries: readonly PersonRecord[],
  answers: readonly LinkResult[],
  expected: readonly LinkResult[],
) {
  assert.equal(answers.length, expected.length);
  for (const [i, one] of expected.entries()) assert.deepEqual(answers[i], one, `about ${queries[i]?.id}`);
}

test("gives the engine's answers about people and strangers, with normal and hard noise, to the last bit", async (t) => {
  const people = [...inventPeople({ seed: "sweep", count: PEOPLE })];
  const { sweep, inMemory } = await both(t, people);
  const members = people.filter((_, i) => i % (PEOPLE / QUERIES) === 0);
  const strangers = [...inventPeople({ seed: "strangers", count: QUERIES / 2 })];
  const queries = [...members, ...strangers].map((person, i): PersonRecord => {
    const { person: told } = corrupt(person, { seed: "sweep", severity: i % 2 === 0 ? "normal" : "hard" });
    const { nationalIds, registrationNumbers } = person;
    return { ...told, ...(i % 4 === 0 && { nationalIds, registrationNumbers }), id: `query ${i}` };
  });
  const expected = inMemory(queries);
  assert.ok(expected.some(({ outcome }) => outcome === "certain"));
  assert.ok(expected.some(({ outcome }) => outcome === "noMatch"));
  assertSame(queries, await sweep.link(queries), expected);
});

test("answers in batches as at once", async (t) => {
  const people = [...inventPeople({ seed: "batches", count: 500 })];
  const { sweep } = await both(t, people);
  const queries = people.slice(0, 60).map((one) => corrupt(one, { seed: 1, severity: "hard" }).person);
  const atOnce = await sweep.link(queries);
  const inBatches = [...(await sweep.link(queries.slice(0, 25))), ...(await sweep.link(queries.slice(25)))];
  assertSame(queries, inBatches, atOnce);
});

const SAID: Omit<PersonRecord, "id"> = {
  forenames: ["Kari Anne"],
  surnames: ["Ødegård Hansen"],
  birthDate: "1967-01-05",
};
const odd: Omit<PersonRecord, "id">[] = [
  { forenames: [], surnames: [] },
  { forenames: ["  "], surnames: ["\t\n"], birthDate: "1967-13-45" },
  { forenames: ["Robert'); drop table people;--"], surnames: ['"{}\\N\\.,'] },
  { forenames: ["\u0000\u0007Kari"], surnames: ["\ud800Hansen", "🙂🙂"] },
  { forenames: ["محمد"], surnames: ["‏العلي‏"], birthDate: "1967" },
  { forenames: ["Юлия"], surnames: ["Щербакова"], birthDate: "1967-01" },
  { forenames: ["K"], surnames: ["ø"], birthDate: "1967-01-01" },
  { forenames: ["Kariann"], surnames: ["Ødegårdhansen"], birthDate: "1967-05-01" },
  { forenames: ["Hansen"], surnames: ["Kari"], earlierNames: ["Anne Ødegård"], birthDate: "1968-01-05" },
  { forenames: ["a".repeat(10_000)], surnames: ["1234 5678"] },
  { forenames: Array.from({ length: 30 }, (_, i) => `Name${i}`), surnames: [] },
  { ...SAID, sex: "F", nationality: "no", professions: ["SP", "LE"] },
  { ...SAID, sex: "X", nationality: "SE", professions: ["TL"], birthDate: "1967-01-06" },
  { ...SAID, nationalIds: [{ country: "NO", number: "05816712345" }], registrationNumbers: ["HPR-1", "2"] },
  { ...SAID, nationalIds: [{ country: "no", number: "05816712346" }], registrationNumbers: ["2"] },
  {
    ...SAID,
    nationalIds: [
      { country: "", number: "1:2" },
      { country: "SE", number: "670105-1234" },
    ],
  },
  { ...SAID, birthDate: "1976-01-05" },
  { ...SAID, birthDate: "1966-12-31" },
  { ...SAID, birthDate: "1967-02-28" },
  { ...SAID, birthDate: "1967-03-01" },
];

test("gives the engine's answers about odd and hostile records too, on both sides", async (t) => {
  const named = odd.map((one, i): PersonRecord => ({ ...one, id: `odd ${i}` }));
  const { sweep, inMemory } = await both(t, [...named, ...inventPeople({ seed: "odd", count: 200 })]);
  assertSame(named, await sweep.link(named), inMemory(named));
});

test("finds entries of one person who stands in the register twice", async (t) => {
  const people = [...inventPeople({ seed: "twins", count: 300 })];
  const twice = people.slice(0, 40).map((one): PersonRecord => ({ ...one, id: `again ${one.id}` }));
  const { sweep, inMemory } = await both(t, [...people, ...twice]);
  const queries = people.slice(0, 60).map((one) => corrupt(one, { seed: 3, severity: "normal" }).person);
  assertSame(queries, await sweep.link(queries), inMemory(queries));
});

test("holds birth dates against each other as the engine does, partial and unlikely ones too", async (t) => {
  const years = [1967, 1968, 1966, 1976, 1977, 1997, 1957, 2067, 2000, 1900];
  const days = [
    "",
    "-01",
    "-05",
    "-12",
    "-01-01",
    "-01-02",
    "-02-01",
    "-02-28",
    "-02-29",
    "-03-01",
    "-05-12",
    "-12-05",
  ];
  days.push(
    "-05-13",
    "-05-21",
    "-12-06",
    "-04-12",
    "-05-31",
    "-06-01",
    "-12-31",
    "-11-12",
    "-15-12",
    "-10-20",
  );
  const dates = years.flatMap((year) => days.map((day) => `${year}${day}`));
  const people = dates.map(
    (birthDate, i): PersonRecord => ({
      ...SAID,
      birthDate,
      surnames: [`Ødegård ${"abcdefghij"[i % 10]}${"klmnopqrst"[Math.floor(i / 10) % 10]}u`],
      id: `born ${birthDate}`,
    }),
  );
  const { sweep, index } = await both(t, people);
  const answers = await sweep.link(people, { top: 60 });
  assertSame(
    people,
    answers,
    people.map((one) => index.link(one, { top: 60 })),
  );
});

test("weighs with another model as the engine does", async (t) => {
  const model: LinkageModel = {
    ...SHIPPED_MODEL,
    shareInRegister: 0.9,
    entriesPerPerson: 2.4,
    crossedRole: 0.3,
    namesakes: { scale: 0.7, exponent: 0.9 },
    trust: { names: 0.8, birthDate: 0.9, circumstances: 0.5 },
    thresholds: { probable: 0.1, certain: 0.9 },
  };
  const people = [...inventPeople({ seed: "model", count: 300 })];
  const again = people.slice(0, 100).map(
    (one): PersonRecord => ({
      ...corrupt(one, { seed: "again", severity: "normal" }).person,
      id: `again ${one.id}`,
    }),
  );
  const { sweep, inMemory } = await both(t, [...people, ...again], model);
  const queries = people.slice(0, 80).map((one) => corrupt(one, { seed: 5, severity: "hard" }).person);
  assertSame(queries, await sweep.link(queries), inMemory(queries));
});

test("weighs with a model estimated on a file in which people come again as the engine does", async (t) => {
  const people = [...inventPeople({ seed: "estimated", count: 200 })];
  const entries = people.flatMap((person, i): PersonRecord[] =>
    Array.from({ length: 1 + (i % 3) }, (_, n) => ({
      ...(n === 0 ? person : corrupt(person, { seed: n, severity: "normal" }).person),
      id: `${person.id} ${n}`,
    })),
  );
  const learning = createIndex();
  for (const entry of entries) learning.add(entry);
  const model = estimateModel(learning, entries, SHIPPED_MODEL, { sameRecords: true, rounds: 3 });
  assert.ok(model.entriesPerPerson > 1.2, `${model.entriesPerPerson} entries a person`);
  const { sweep, inMemory } = await both(t, entries, model);
  const queries = people.slice(0, 80).map((one) => corrupt(one, { seed: 7, severity: "normal" }).person);
  assertSame(queries, await sweep.link(queries), inMemory(queries));
});

test("asks an empty register without a fault", async (t) => {
  const { sweep, inMemory } = await both(t, []);
  const queries: PersonRecord[] = [{ ...SAID, id: "1" }];
  assert.deepEqual(await sweep.link(queries), inMemory(queries));
  assert.deepEqual(await sweep.link([]), []);
});
