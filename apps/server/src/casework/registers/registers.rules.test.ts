import assert from "node:assert/strict";
import test from "node:test";
import fc from "fast-check";
import { hprEntry } from "./loading/hpr-entry.ts";
import type { MirroredPerson } from "./loading/parse-line.ts";
import {
  authorisationsOn,
  judgeRemoval,
  maskNationalId,
  planBatch,
  type StoredPerson,
} from "./registers.rules.ts";
import { inventEntry } from "./testing.ts";

const person = (surname: string, entryHash = surname): MirroredPerson => ({
  hprNumber: 1,
  forename: "Jenny",
  middle: null,
  surname,
  birthDate: null,
  deathDate: null,
  nationalId: null,
  lacksNationalId: true,
  replacedBy: null,
  professions: [],
  basisCountries: [],
  entry: {},
  entryHash,
});
const stored = (surname: string, more: Partial<StoredPerson> = {}) => {
  const before = { ...person(surname), earlierNames: [], removed: false, ...more };
  return new Map([[1, before]]);
};

test("writes a person only when something about them is new", () => {
  assert.equal(planBatch([person("Berg")], new Map()).added.length, 1);
  assert.deepEqual(planBatch([person("Berg")], stored("Berg")), { added: [], changed: [], unchanged: 1 });
  assert.equal(planBatch([person("Berg", "other")], stored("Berg")).changed.length, 1);
});

test("counts a person who comes back after having been gone as added, even unchanged", () => {
  assert.equal(planBatch([person("Berg")], stored("Berg", { removed: true })).added.length, 1);
});

test("keeps the name before a change as an earlier name, each once, never the present one", () => {
  const namesAfter = (now: string, before: string, earlierNames: string[]) =>
    planBatch([person(now, "changed")], stored(before, { earlierNames })).changed[0]?.earlierNames;
  assert.deepEqual(namesAfter("Dahl", "Berg", []), ["Jenny Berg"]);
  assert.deepEqual(namesAfter("Lie", "Dahl", ["Jenny Berg"]), ["Jenny Berg", "Jenny Dahl"]);
  assert.deepEqual(namesAfter("Berg", "Dahl", ["Jenny Berg"]), ["Jenny Dahl"]);
  assert.deepEqual(namesAfter("Berg", "Berg", ["Jenny Dahl"]), ["Jenny Dahl"]);
});

test("refuses removing more than a fifth of the register unless forced", () => {
  const judge = (gone: number, force = false) =>
    judgeRemoval({ gone, people: 100, linesWithoutNumber: 0, force });
  assert.deepEqual(judge(20), { remove: true });
  assert.deepEqual(judge(21), { remove: false, failure: "tooManyWouldVanish" });
  assert.deepEqual(judge(100, true), { remove: true });
});

test("keeps everybody while a broken line may be about any of those gone", () => {
  const judge = (gone: number, force: boolean) =>
    judgeRemoval({ gone, people: 100, linesWithoutNumber: 1, force });
  assert.deepEqual(judge(1, false), { remove: false, failure: "someLinesWithoutNumber" });
  assert.deepEqual(judge(1, true), { remove: true });
  assert.deepEqual(judge(0, false), { remove: true });
});

test("shows of an identity number the birth date alone", () => {
  assert.equal(maskNationalId("15829945476"), "158299*****");
  assert.equal(maskNationalId(null), null);
  fc.assert(
    fc.property(fc.stringMatching(/^\d{11}$/), (number) => {
      assert.ok(!maskNationalId(number)?.includes(number.slice(6)));
    }),
  );
});

const authorisation = (more: Record<string, unknown>) => {
  const [made] = inventEntry({ hprNumber: 1 }).godkjenninger as Record<string, unknown>[];
  const entry = inventEntry({ hprNumber: 1, more: { godkjenninger: [{ ...made, ...more }] } });
  return authorisationsOn(hprEntry.parse(entry), "2026-11-22")[0];
};

test("derives whether an authorisation runs from its period and its ending", () => {
  const status = (more: Record<string, unknown>) => authorisation(more)?.status;
  assert.equal(status({}), "active");
  assert.equal(status({ periode: { fra: "2012-01-01", til: "2026-11-22" } }), "active");
  assert.equal(status({ periode: { fra: "2012-01-01", til: "2026-11-21" } }), "ended");
  assert.equal(status({ periode: { fra: "2026-11-23", til: null } }), "ended");
  assert.equal(status({ avsluttetStatus: { verdi: "4", navn: "Tilbakekalt" } }), "ended");
  assert.equal(status({ periode: null }), "active");
});

test("counts prescribing rights, specialties and conditions only while they run", () => {
  const running = { periode: { fra: "2020-01-01", til: null }, avsluttetStatus: null };
  const over = { periode: { fra: "2020-01-01", til: "2021-01-01" }, avsluttetStatus: null };
  const named = (navn: string) => ({ type: { verdi: "1", navn } });
  const shown = authorisation({
    rekvisisjonsretter: [{ ...over, ...named("Full") }],
    spesialistgodkjenninger: [
      { ...running, ...named("Kirurgi") },
      { ...over, ...named("Geriatri") },
    ],
    vilkår: [running, running, over],
    konvertertFraLand: { verdi: "SE", navn: "Sverige" },
  });
  assert.deepEqual(shown, {
    profession: "SP",
    status: "active",
    from: "2012-12-01",
    until: null,
    basisCountry: "SE",
    prescribing: false,
    specialties: ["Kirurgi"],
    conditions: 2,
  });
});
