import assert from "node:assert/strict";
import { test } from "node:test";
import { countryOfAlertNumber, readCountry } from "./countries.ts";
import { isIdentityNumber } from "./identity-numbers.ts";
import { partName } from "./names.ts";
import { readProfession } from "./professions.ts";

test("reads countries by code, name and nationality in many languages", () => {
  const written = {
    SE: [
      "SE",
      "Sweden",
      "Schweden",
      "Suède",
      "Ruotsi",
      "Svezia",
      "SWE",
      "svensk",
      "Szwecja",
      "Sweden (SE)",
      "SE - Sweden",
    ],
    GB: ["UK", "United Kingdom", "England", "Storbritannia", "Royaume-Uni"],
    GR: ["EL", "Ελλάδα", "Hellas"],
    NO: ["NO", "Norge", "Norwegian", "Norwegen"],
  };
  for (const [code, names] of Object.entries(written))
    for (const name of names) assert.equal(readCountry(name), code, name);
  for (const name of ["Utopia", "??", "Q1"]) assert.equal(readCountry(name), undefined, name);
  assert.equal(countryOfAlertNumber("SE-2026-1"), "SE");
  assert.equal(countryOfAlertNumber("ZZ-2026-1"), undefined);
});

test("maps professions to kodeverk 9060, the longest known phrase deciding", () => {
  const written = {
    SP: [
      "Nurse responsible for general care",
      "Sjuksköterska",
      "Krankenschwester",
      "infirmière",
      "Registered Nurse (adult)",
    ],
    LE: [
      "Doctor of medicine",
      "Arzt",
      "Médecin",
      "Läkare",
      "Lekarz",
      "Doctor of medicine (specialist: surgery)",
    ],
    TH: ["Dental nurse"],
    HF: ["Healthcare worker"],
    VP: ["Social educator"],
    FA1: ["Pharmacist"],
    FA2: ["Dispensing pharmacist"],
    BI: ["Biomedical scientist"],
    TL: ["Dental practitioner", "Zahnarzt", "Lekarz dentysta"],
  };
  for (const [code, names] of Object.entries(written))
    for (const name of names) assert.equal(readProfession(name), code, name);
  for (const name of ["Baker", "Nurse or dentist", ""]) assert.equal(readProfession(name), undefined, name);
});

test("parts whole names by comma, capitals and particles", () => {
  assert.deepEqual(partName("Jönsson, Cecilia Maria"), { surname: "Jönsson", forename: "Cecilia Maria" });
  assert.deepEqual(partName("GARCÍA LÓPEZ María"), { surname: "GARCÍA LÓPEZ", forename: "María" });
  assert.deepEqual(partName("Dr. Soof van de Wal"), { surname: "van de Wal", forename: "Soof" });
  assert.deepEqual(partName("Suharto"), { surname: "Suharto", forename: "" });
});

test("checks the digits of Norwegian identity numbers only", () => {
  assert.equal(isIdentityNumber("12345678901", "NO"), false);
  assert.equal(isIdentityNumber("19570110-1234", "SE"), true);
  assert.equal(isIdentityNumber("none", "SE"), false);
});
