import { z } from "zod";
import type { UnknownCode } from "../../platform/outside/index.ts";

const text = z.string().nullish();
const entered = { isValid: z.boolean().nullish(), validFrom: text, validTo: text };
const listOf = <T extends z.ZodType>(item: T) =>
  z
    .array(item)
    .nullish()
    .transform((items) => items ?? []);

/**
 * What Persontjenesten answers of one person, in the parts Varde asks for; each part holds history too. Only that it is
 * about somebody is demanded, the rest is kept as received.
 */
export const person = z.looseObject({
  id: z.string().min(1),
  name: listOf(z.looseObject({ ...entered, givenName: text, middleName: text, familyName: text })),
  birth: listOf(z.looseObject({ ...entered, birthDate: text, birthYear: text, birthCountry: text })),
  status: listOf(z.looseObject({ ...entered, status: text })),
  norwegianIdentificationNumber: listOf(
    z.looseObject({ ...entered, identificationNumber: text, identificationNumberType: text, status: text }),
  ),
  death: z.looseObject({ ...entered, deceasedDate: text }).nullish(),
  emigrationFromNorway: listOf(z.looseObject({ ...entered, emigratedToCountry: text })),
});
export type Person = z.output<typeof person>;

/** A page of hits of a search. */
export const personHits = z.looseObject({ results: z.array(person).nullable() });

const STATUSES: ReadonlySet<string> = new Set([
  "Resident",
  "Emigrated",
  "Disappeared",
  "Deceased",
  "Discontinued",
  "RegisteredAtBirth",
  "Temporary",
  "Inactive",
  "NotResident",
  "Active",
]);
const NUMBER_TYPES: ReadonlySet<string> = new Set([
  "NationalIdentityNumber",
  "DNumber",
  "AlternateIdentificationNumber",
]);

/** Codes in an answer that Varde does not know; they are kept as they are and told to whoever reads the evidence. */
export function unknownCodesIn({ status, norwegianIdentificationNumber: numbers }: Person): UnknownCode[] {
  return [
    ...status.map(({ status: code }, index) => ({ path: `status.${index}.status`, code, known: STATUSES })),
    ...numbers.map(({ identificationNumberType: code }, index) => ({
      path: `norwegianIdentificationNumber.${index}.identificationNumberType`,
      code,
      known: NUMBER_TYPES,
    })),
  ].flatMap(({ path, code, known }) => (!code || known.has(code) ? [] : [{ path, code }]));
}
