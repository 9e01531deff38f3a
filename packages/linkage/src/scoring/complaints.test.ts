/** What users of other tools complain of, each with the people it is about. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { explain } from "../explain/explain.ts";
import { createIndex } from "../index/person-index.ts";
import { corrupt, inventPeople } from "../invented/index.ts";
import type { PersonRecord } from "../person-record.ts";

const people = [...inventPeople({ seed: 51, count: 4000 })];
const index = createIndex();
for (const person of people) index.add(person);
const among = (query: PersonRecord, id: string) =>
  index.link(query, { top: 200 }).candidates.find((candidate) => candidate.id === id);

test("the same birth date does not lift people of another name", () => {
  for (const { id, birthDate } of people.slice(0, 100)) {
    const stranger = { id: "query", forenames: ["Qqzzx"], surnames: ["Xxqzz"], birthDate };
    const [best] = index.link(stranger).candidates;
    assert.ok((best?.probability ?? 0) < 0.05, `${best?.id} for ${id}`);
    const differing = best?.explanation.filter(({ level }) => level === "differs") ?? [];
    assert.ok(!best || differing.reduce((sum, { bits }) => sum + bits, 0) < -8, id);
  }
});

test("a short name that agrees weighs no less than a long one that is as rare, and bears one letter off", () => {
  const small = createIndex();
  for (const person of people.slice(0, 1000)) small.add(person);
  const add = (id: string, surname: string) =>
    small.add({ id, forenames: ["Zbynka"], surnames: [surname], birthDate: "1961-02-03" });
  add("short", "Qo");
  add("long", "Qotterdaleninger");
  const surnameBits = (surname: string, id: string) =>
    small
      .link({ id: "query", forenames: ["Zbynka"], surnames: [surname], birthDate: "1961-02-03" })
      .candidates.find((candidate) => candidate.id === id)
      ?.explanation.find(({ field }) => field === "surname");
  const [short, long] = [surnameBits("Qo", "short"), surnameBits("Qotterdaleninger", "long")];
  assert.ok(short && long && Math.abs(short.bits - long.bits) < 1);
  const mistyped = surnameBits("Qou", "short");
  assert.equal(mistyped?.level, "oneLetter");
  assert.ok(mistyped.bits > 0);
});

test("scores do not pile up at one: more evidence still orders candidates that are as good as sure", () => {
  const weights = people.slice(0, 300).map((person) => {
    const { person: report } = corrupt(person, { seed: 1, severity: "normal" });
    return among(report, person.id)?.bits ?? 0;
  });
  const sure = weights.filter((bits) => bits > 10);
  assert.ok(sure.length > 100);
  assert.ok(new Set(sure).size > sure.length * 0.9, "equal weights");
  const [first] = people;
  assert.ok(first);
  const {
    sex: _sex,
    nationality: _nationality,
    professions: _professions,
    nationalIds: _ids,
    ...less
  } = first;
  const [some, all] = [among(less, first.id), among(first, first.id)];
  assert.ok(some && all && some.bits < all.bits);
});

test("an omission is no contradiction: a middle name or second surname left out costs little", () => {
  const several = people.filter(({ forenames, surnames }) => forenames.length + surnames.length > 2);
  assert.ok(several.length > 100);
  for (const person of several.slice(0, 100)) {
    const { id, birthDate } = person;
    const short = {
      id,
      forenames: person.forenames.slice(0, 1),
      surnames: person.surnames.slice(0, 1),
      birthDate,
    };
    const omitted = among(short, id)?.explanation.filter(({ level }) => level === "omitted") ?? [];
    assert.ok(omitted.length > 0, id);
    const contradicted = among({ ...short, surnames: ["Xxqzz"] }, id)?.explanation ?? [];
    const cost = (level: string, rows: typeof omitted) =>
      Math.min(
        ...rows.filter((row) => row.level === level && row.field !== "wholeName").map(({ bits }) => bits),
      );
    assert.ok(cost("omitted", omitted) > cost("differs", contradicted), id);
  }
});

test("the explanation says in words what each row of it means", () => {
  const [person] = people;
  assert.ok(person);
  for (const language of ["nb", "nn", "en"] as const) {
    for (const row of among(person, person.id)?.explanation ?? []) {
      const said = explain(row, language);
      assert.match(said, /^\p{Lu}.*\.$/u);
      assert.ok(!said.includes(row.level) || row.level === "equal", said);
    }
  }
});
