import assert from "node:assert/strict";
import test from "node:test";
import { knownPerson, type SaidAboutPerson } from "./known-person.ts";

const said = (more: Partial<SaidAboutPerson>): SaidAboutPerson => ({
  surname: null,
  forename: null,
  earlierNames: null,
  birthDate: null,
  sex: null,
  nationality: null,
  nationalId: null,
  registrationNumber: null,
  profession: null,
  sendingCountry: "SE",
  ...more,
});

test("a later version corrects what an earlier one said, and leaves the rest standing", () => {
  const person = knownPerson(5, [
    said({ surname: "Berg", forename: "Eva", birthDate: "1967", sex: "F" }),
    said({ surname: "Berg", forename: "Eva", birthDate: "1967-05-09", profession: "SP" }),
  ]);
  assert.deepEqual(person, {
    id: "5",
    forenames: ["Eva"],
    surnames: ["Berg"],
    earlierNames: [],
    birthDate: "1967-05-09",
    sex: "F",
    professions: ["SP"],
    nationalIds: [],
  });
});

test("a name that was replaced is remembered as an earlier one", () => {
  const person = knownPerson(5, [
    said({ surname: "Berg", earlierNames: "Eva Lie" }),
    said({ surname: "Dahl" }),
  ]);
  assert.deepEqual([person.surnames, person.earlierNames], [["Dahl"], ["Eva Lie", "Berg"]]);
});

test("an identity number is Norwegian where it holds as one, else of the person's or the sender's country", () => {
  const countryOf = (more: Partial<SaidAboutPerson>) =>
    knownPerson(5, [said(more)]).nationalIds?.[0]?.country;
  assert.equal(countryOf({ nationalId: "158299 45476" }), "NO");
  assert.equal(countryOf({ nationalId: "670509-1234" }), "SE");
  assert.equal(countryOf({ nationalId: "67050912345", nationality: "PL" }), "PL");
  assert.equal(countryOf({}), undefined);
});
