import { writeBirthDate } from "../dates/birth-date.ts";
import type { FieldEvidence } from "../link-result.ts";
import type { LinkageModel, NameField } from "../model/model.ts";
import { editDistance } from "../names/edit-distance.ts";
import { isValidNationalId } from "../numbers/national-number.ts";
import { compareNames, type NamePairing } from "./compare-names.ts";
import type { NamePart, PreparedPerson } from "./prepare.ts";
import type { RegisterView } from "./register-view.ts";
import { crossingWeight, dateWeight, nameWeight, weightOf } from "./weights.ts";

/** What is left of a field's agreement when another field has already said nearly the same. */
const SAID_ALREADY = 0.15;

/**
 * Compares two prepared people field by field; the prior and the other candidates are not part of this.
 * @param namesakes people in the register, `found` included, whose name agrees as well in several parts; 0 when
 *   only one part agrees
 */
export function scoreFields(
  asked: PreparedPerson,
  found: PreparedPerson,
  namesakes: number,
  model: LinkageModel,
  register: RegisterView,
): FieldEvidence[] {
  const names = nameEvidence(asked, found, model, register);
  const agrees = (field: string): boolean => names.some((row) => row.field === field && row.bits > 0);
  return [
    ...names,
    ...namesakeEvidence(names, namesakes, model, register),
    ...dateEvidence(asked, found, model, register),
    ...valueEvidence("sex", asked.sex, found.sex, model.sex, agrees("forename"), model, register),
    ...valueEvidence(
      "nationality",
      asked.nationality,
      found.nationality,
      model.nationality,
      agrees("surname"),
      model,
      register,
    ),
    ...professionEvidence(asked, found, model, register),
    ...nationalIdEvidence(asked, found, model),
    ...registrationEvidence(asked, found, model, register),
  ];
}

function nameEvidence(
  asked: PreparedPerson,
  found: PreparedPerson,
  model: LinkageModel,
  register: RegisterView,
): FieldEvidence[] {
  const crossing = crossingWeight(model);
  const pairings = compareNames(
    asked.names,
    found.names,
    (a, b) => register.around(a).levelOf(b),
    (field, part, level, crossed) =>
      nameWeight(field, part.token, level, model, register) + (crossed ? crossing : 0),
  );
  const rows = pairings.map((pairing): FieldEvidence => {
    const { field, asked: part, found: other, level } = pairing;
    const row = { field, asked: part?.written ?? null, found: other?.written ?? null };
    const unknown = level === "omitted" && !hasPartsLike(field, part === null ? asked : found);
    if (unknown) return { ...row, level: "missing", bits: 0 };
    return {
      ...row,
      level,
      bits: nameWeight(field, ((part ?? other) as NamePart).token, level, model, register),
    };
  });
  return [...rows, ...crossingEvidence(pairings, crossing), ...strangerEvidence(rows, model)];
}

function crossingEvidence(pairings: readonly NamePairing[], bits: number): FieldEvidence[] {
  const crossed = pairings.filter((pairing) => pairing.crossed);
  if (crossed.length === 0) return [];
  const written = (side: "asked" | "found"): string =>
    crossed.map((pairing) => pairing[side]?.written).join(", ");
  return [{ field: "nameOrder", asked: written("asked"), found: written("found"), level: "swapped", bits }];
}

/** A name of which no part agrees is rarer in one person's records than its parts differing one by one suggest. */
function strangerEvidence(names: readonly FieldEvidence[], model: LinkageModel): FieldEvidence[] {
  const differing = names.filter((row) => row.level === "differs");
  const agrees = names.some((row) => row.asked !== null && row.found !== null && row.level !== "differs");
  if (agrees || differing.length === 0) return [];
  const said = names.reduce((sum, row) => sum + row.bits, 0);
  const bits = Math.min(0, weightOf(model.wholeNameDiffers, 1) - said);
  const written = (side: "asked" | "found"): string => differing.map((row) => row[side]).join(" ");
  return [{ field: "wholeName", asked: written("asked"), found: written("found"), level: "differs", bits }];
}

/** How many people's worth the expectation counts beside what is seen. */
export const EXPECTATION_COUNTS = 2;

/**
 * Names go together: who is called Barbro is often called Månsson too. So parts that agree never weigh more than
 * the number of people who carry such a name allows, as expected from the model and as seen in the register.
 */
function namesakeEvidence(
  names: readonly FieldEvidence[],
  namesakes: number,
  model: LinkageModel,
  register: RegisterView,
): FieldEvidence[] {
  const agreeing = names.filter((row) => row.bits > 0);
  if (namesakes === 0 || agreeing.length < 2) return [];
  const independent = expectedNamesakes(agreeing, model, register.people);
  const expected = model.namesakes.scale * independent ** model.namesakes.exponent;
  const others = Math.max(0, namesakes - model.entriesPerPerson);
  const likely = (EXPECTATION_COUNTS * expected + others) / (EXPECTATION_COUNTS + 1);
  const bits = Math.min(0, weightOf(independent, likely, model.trust.names));
  return [{ field: "namesakes", asked: null, found: String(namesakes), level: "shared", bits }];
}

/** How many people would agree as well as these name parts do if names were independent of each other. */
export function expectedNamesakes(
  names: readonly FieldEvidence[],
  model: LinkageModel,
  people: number,
): number {
  const bits = names.reduce((sum, row) => sum + Math.max(0, row.bits), 0);
  return people * 2 ** -(bits / model.trust.names);
}

/** Whether a person has any given name, or any family name, to hold against the other's. */
function hasPartsLike(field: NameField, person: PreparedPerson): boolean {
  return person.names.some(
    (part) => (part.role === "surname") === (field === "surname") && part.role !== "earlierName",
  );
}

function dateEvidence(
  asked: PreparedPerson,
  found: PreparedPerson,
  model: LinkageModel,
  register: RegisterView,
): FieldEvidence[] {
  if (asked.birthDate === 0 && found.birthDate === 0) return [];
  const row = {
    field: "birthDate",
    asked: writeBirthDate(asked.birthDate),
    found: writeBirthDate(found.birthDate),
  } as const;
  if (asked.birthDate === 0 || found.birthDate === 0) return [{ ...row, level: "missing", bits: 0 }];
  return [{ ...row, ...dateWeight(asked.birthDate, found.birthDate, model, register) }];
}

function valueEvidence(
  field: "sex" | "nationality",
  asked: string | null,
  found: string | null,
  agreeing: number,
  saidAlready: boolean,
  model: LinkageModel,
  register: RegisterView,
): FieldEvidence[] {
  if (asked === null && found === null) return [];
  if (asked === null || found === null) return [{ field, asked, found, level: "missing", bits: 0 }];
  const trust = model.trust.circumstances;
  const share = register.valueShare(field, asked);
  if (asked !== found)
    return [{ field, asked, found, level: "differs", bits: weightOf(1 - agreeing, 1 - share, trust) }];
  const bits = weightOf(agreeing, share, trust * (saidAlready ? SAID_ALREADY : 1));
  return [{ field, asked, found, level: "equal", bits: Math.max(0, bits) }];
}

function professionEvidence(
  asked: PreparedPerson,
  found: PreparedPerson,
  model: LinkageModel,
  register: RegisterView,
): FieldEvidence[] {
  if (asked.professions.length === 0 && found.professions.length === 0) return [];
  const row = {
    field: "profession",
    asked: asked.professions.join(", ") || null,
    found: found.professions.join(", ") || null,
  } as const;
  if (row.asked === null || row.found === null) return [{ ...row, level: "missing", bits: 0 }];
  const trust = model.trust.circumstances;
  const shares = asked.professions.map((code) => register.valueShare("profession", code));
  const shared = asked.professions.filter((code) => found.professions.includes(code));
  if (shared.length === 0) {
    const chance = Math.min(
      0.95,
      shares.reduce((sum, share) => sum + share, 0),
    );
    return [
      { ...row, level: "differs", bits: Math.min(0, weightOf(1 - model.profession, 1 - chance, trust)) },
    ];
  }
  const rarest = Math.min(...shared.map((code) => register.valueShare("profession", code)));
  return [{ ...row, level: "equal", bits: Math.max(0, weightOf(model.profession, rarest, trust)) }];
}

/** Chance that strangers share a number with valid check digits, or one that nobody could check. */
export const SAME_VALID_NUMBER = 1e-9;
export const SAME_UNCHECKED_NUMBER = 1e-5;
export const NEARLY_SAME_NUMBER = 1e-6;

function nationalIdEvidence(
  asked: PreparedPerson,
  found: PreparedPerson,
  model: LinkageModel,
): FieldEvidence[] {
  return asked.nationalIds.map((id): FieldEvidence => {
    const others = found.nationalIds.filter((other) => other.country === id.country);
    const row = { field: "nationalId", asked: `${id.country} ${id.number}` } as const;
    const same = others.find((other) => other.number === id.number);
    if (same) {
      const chance = isValidNationalId(id) ? SAME_VALID_NUMBER : SAME_UNCHECKED_NUMBER;
      return { ...row, found: row.asked, level: "equal", bits: weightOf(model.nationalId.equal, chance, 1) };
    }
    const [other] = others;
    if (!other) return { ...row, found: null, level: "missing", bits: 0 };
    const rowFound = { ...row, found: `${other.country} ${other.number}` };
    const near = others.find((candidate) => editDistance(candidate.number, id.number, 1) === 1);
    if (near && id.number.length >= 8) {
      return {
        ...rowFound,
        found: `${near.country} ${near.number}`,
        level: "oneLetter",
        bits: weightOf(model.nationalId.oneDigit, NEARLY_SAME_NUMBER, 1),
      };
    }
    if (!isValidNationalId(id) || !isValidNationalId(other) || mayBothBelongToOne(id.number, other.number))
      return { ...rowFound, level: "invalid", bits: 0 };
    const { equal, oneDigit } = model.nationalId;
    return { ...rowFound, level: "differs", bits: weightOf(1 - equal - oneDigit, 1, 1) };
  });
}

/** A D-number (first digit raised by 4) is replaced by another number when its holder settles in Norway. */
const mayBothBelongToOne = (a: string, b: string): boolean => a.charAt(0) >= "4" !== b.charAt(0) >= "4";

function registrationEvidence(
  asked: PreparedPerson,
  found: PreparedPerson,
  model: LinkageModel,
  register: RegisterView,
): FieldEvidence[] {
  if (asked.registrationNumbers.length === 0) return [];
  const row = { field: "registrationNumber", asked: asked.registrationNumbers.join(", ") } as const;
  const same = asked.registrationNumbers.find((number) => found.registrationNumbers.includes(number));
  if (same) {
    return [
      {
        ...row,
        found: same,
        level: "equal",
        bits: weightOf(model.registrationNumber, 1 / (20 * Math.max(1000, register.people)), 1),
      },
    ];
  }
  return [{ ...row, found: found.registrationNumbers.join(", ") || null, level: "missing", bits: 0 }];
}
