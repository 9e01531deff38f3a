import assert from "node:assert/strict";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import fc from "fast-check";
import { corrupt, type InventedPerson, inventPeople } from "../invented/index.ts";
import type { FieldEvidence } from "../link-result.ts";
import type { PersonRecord } from "../person-record.ts";
import { readIndexFile, writeIndexFile } from "./index-file.ts";
import { createIndex, openIndex, type PersonIndex } from "./person-index.ts";

const PEOPLE: readonly InventedPerson[] = [...inventPeople({ seed: "properties", count: 600 })];
const folder = mkdtempSync(join(tmpdir(), "linkage-properties-"));
after(() => rmSync(folder, { recursive: true }));

function indexOf(people: Iterable<PersonRecord>): PersonIndex {
  const index = createIndex();
  for (const person of people) index.add(person);
  return index;
}

const index = indexOf(PEOPLE);
const anybody = fc.constantFrom(...PEOPLE);
const severity = fc.constantFrom("normal" as const, "hard" as const);
/** A report about somebody, with noise of any seed. */
const anyReport = fc
  .tuple(anybody, severity, fc.nat())
  .map(([person, kind, seed]) => corrupt(person, { seed, severity: kind }).person);

const FACTS = [
  "birthDate",
  "sex",
  "nationality",
  "professions",
  "nationalIds",
  "registrationNumbers",
] as const;
const FIELDS = ["forenames", "surnames", ...FACTS] as const;

const bitsOf = (rows: readonly FieldEvidence[]): number =>
  rows.filter(({ field }) => field !== "otherCandidates").reduce((sum, { bits }) => sum + bits, 0);

/** What speaks for a person before other candidates take from it; nothing where they are not even compared. */
function score(query: PersonRecord, id: string): number {
  const found = index.link(query, { top: 200 }).candidates.find((candidate) => candidate.id === id);
  return found ? bitsOf(found.explanation) : Number.NEGATIVE_INFINITY;
}

test("adding a field that agrees never lowers the score, whichever fields are known already", () => {
  const order = fc.shuffledSubarray([...FIELDS], { minLength: 2 });
  fc.assert(
    fc.property(anybody, order, (person, fields) => {
      let query: PersonRecord = { id: "asked", forenames: [], surnames: [] };
      let before = Number.NEGATIVE_INFINITY;
      for (const field of fields) {
        query = { ...query, [field]: person[field] };
        const now = score(query, person.id);
        assert.ok(now >= before, `${field} of ${person.id} after ${fields.join()}: ${before} to ${now}`);
        before = now;
      }
    }),
    { numRuns: 300 },
  );
});

test("adding a fact that agrees to a report with errors in its names and elsewhere never lowers the score", () => {
  fc.assert(
    fc.property(anyReport, fc.constantFrom(...FACTS), (report, fact) => {
      const person = PEOPLE.find(({ id }) => id === report.id) as InventedPerson;
      const before = score({ ...report, [fact]: undefined }, person.id);
      assert.ok(score({ ...report, [fact]: person[fact] }, person.id) >= before, fact);
    }),
    { numRuns: 300 },
  );
});

/** The answer without what was asked, which is told as it was written. */
const answered = (query: PersonRecord) =>
  index.link(query).candidates.map(({ id, bits, outcome, explanation }) => ({
    id,
    bits,
    outcome,
    levels: explanation.map(({ field, level }) => `${field} ${level}`).sort(),
  }));

const inNames = (report: PersonRecord, write: (name: string) => string): PersonRecord => ({
  ...report,
  forenames: report.forenames.map(write),
  surnames: report.surnames.map(write),
});

test("letters in another case, and accents written as marks of their own, change nothing", () => {
  const write = fc.constantFrom(
    (name: string) => name.toUpperCase(),
    (name: string) => name.toLowerCase(),
    (name: string) => name.normalize("NFD"),
    (name: string) => `  ${name.replaceAll(" ", "   ")} `,
  );
  fc.assert(
    fc.property(anyReport, write, (report, rewrite) => {
      assert.deepEqual(answered(inNames(report, rewrite)), answered(report));
    }),
    { numRuns: 200 },
  );
});

test("a name without its accents agrees at the level of spelling or better, and finds the same person", () => {
  fc.assert(
    fc.property(anybody, (person) => {
      const plain = inNames(person, (name) => name.normalize("NFD").replace(/\p{M}/gu, ""));
      const found = index.link(plain).candidates.find(({ id }) => id === person.id);
      const names = found?.explanation.filter(({ field }) => field === "forename" || field === "surname");
      assert.ok(
        names?.every(({ level }) => ["equal", "spelling"].includes(level)),
        JSON.stringify(names),
      );
    }),
    { numRuns: 200 },
  );
});

test("the order of the words within a name changes nothing, and of the whole name only that one row is added", () => {
  fc.assert(
    fc.property(anybody, (person) => {
      const turned = { ...person, forenames: [...person.forenames].reverse() };
      assert.deepEqual(answered(turned)[0], answered(person)[0]);
      const crossed = index.link({ ...person, forenames: person.surnames, surnames: person.forenames });
      assert.equal(crossed.candidates[0]?.id, person.id);
      const levels = crossed.candidates[0]?.explanation.map(({ level }) => level) ?? [];
      assert.ok(!levels.includes("differs"), levels.join());
    }),
    { numRuns: 200 },
  );
});

test("two people agree at the same levels whichever of them is asked about", () => {
  const levelsBetween = (asked: PersonRecord, found: PersonRecord): string[] | undefined =>
    indexOf([{ ...found, id: "found" }])
      .link({ ...asked, id: "asked" })
      .candidates[0]?.explanation.filter(({ field, level }) => SYMMETRIC.has(field) && level !== "missing")
      .map(({ field, level }) => `${field} ${level}`)
      .sort();
  fc.assert(
    fc.property(anyReport, (report) => {
      const person = PEOPLE.find(({ id }) => id === report.id) as InventedPerson;
      assert.deepEqual(levelsBetween(report, person), levelsBetween(person, report));
    }),
    { numRuns: 200 },
  );
});

/** Names are counted in the field of the register, so their rows, unlike their levels part by part, have a direction. */
const SYMMETRIC = new Set(["birthDate", "sex", "nationality", "profession", "nationalId"]);

type Act = { do: "add" | "remove" | "change" | "reopen"; who: number; as: number };

/** Does to an index, and to a plain list, what an act says; the index may be another one afterwards. */
function act(
  live: PersonIndex,
  register: Map<string, PersonRecord>,
  { do: what, who, as }: Act,
): PersonIndex {
  const person = PEOPLE[who] as PersonRecord;
  if (what === "reopen") {
    writeIndexFile(join(folder, "index"), live.save());
    return openIndex(readIndexFile(join(folder, "index")));
  }
  if (what === "remove") assert.equal(live.remove(person.id), register.delete(person.id));
  else if (what === "change" || !register.has(person.id)) {
    const changed = what === "change" ? { ...(PEOPLE[as] as PersonRecord), id: person.id } : person;
    live.change(changed);
    register.set(person.id, changed);
  }
  return live;
}

test("after any additions, changes, removals, savings and openings it answers as one built afresh", () => {
  const most = 40;
  const anyAct = fc.record({
    do: fc.constantFrom(
      "add" as const,
      "add" as const,
      "remove" as const,
      "change" as const,
      "reopen" as const,
    ),
    who: fc.nat(most - 1),
    as: fc.nat(most - 1),
  });
  const queries = PEOPLE.slice(0, most).map((one) => corrupt(one, { seed: 9, severity: "normal" }).person);
  fc.assert(
    fc.property(fc.array(anyAct, { minLength: 10, maxLength: 80 }), (acts) => {
      const register = new Map<string, PersonRecord>();
      const live = acts.reduce((one, next) => act(one, register, next), createIndex());
      const fresh = indexOf(register.values());
      assert.equal(live.size, fresh.size);
      for (const query of queries) assert.deepEqual(live.link(query), fresh.link(query));
    }),
    { numRuns: 30 },
  );
});
