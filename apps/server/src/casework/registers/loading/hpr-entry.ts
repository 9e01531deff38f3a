import { z } from "zod";

/** The greatest HPR number taken in; those given so far have seven or eight digits. */
const GREATEST_HPR_NUMBER = 999_999_999;

const text = z.string().max(1000).nullish();
/** "1999-02-15", or the same with a time of day, as some answers of the register have it. */
const day = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}(T.*)?$/, "is not a calendar date")
  .transform((value) => value.slice(0, 10))
  .pipe(z.iso.date("is not a calendar date"))
  .nullish();
const coded = z.looseObject({ verdi: text, navn: text }).nullish();
const period = z.looseObject({ fra: day, til: day }).nullish();
const listOf = <T extends z.ZodType>(item: T) =>
  z
    .array(item)
    .nullish()
    .transform((items) => items ?? []);

const prescribingRight = z.looseObject({ type: coded, periode: period, avsluttetStatus: coded });
const specialty = z.looseObject({ type: coded, spesialitet: coded, periode: period, avsluttetStatus: coded });
const condition = z.looseObject({ periode: period, avsluttetStatus: coded });

const authorisation = z.looseObject({
  helsepersonellkategori: coded,
  autorisasjon: coded,
  periode: period,
  konvertertFraLand: z.union([z.string().max(100), coded]).nullish(),
  rekvisisjonsretter: listOf(prescribingRight),
  spesialistgodkjenninger: listOf(specialty),
  vilkår: listOf(condition),
  avsluttetStatus: coded,
});

/**
 * A person as the HPR REST interface answers. Only what Varde reads is checked; whatever else the register sends is kept.
 * There is no field for whether somebody may practise: that follows from periods and endings.
 */
export const hprEntry = z.looseObject({
  hprNummer: z.int().positive().max(GREATEST_HPR_NUMBER),
  erstattetAvHprNummer: z.int().positive().max(GREATEST_HPR_NUMBER).nullish(),
  person: z.looseObject({
    fornavn: text,
    mellomnavn: text,
    etternavn: text,
    fødselsdato: day,
    dødsdato: day,
    nin: z.string().max(20).nullish(),
    manglerNin: z.boolean().nullish(),
  }),
  godkjenninger: listOf(authorisation),
});
export type HprEntry = z.output<typeof hprEntry>;
export type HprAuthorisation = HprEntry["godkjenninger"][number];

/** The country an authorisation was converted from, as the register wrote it: a code, or a coded value. */
export function basisCountryOf({ konvertertFraLand: country }: HprAuthorisation): string | undefined {
  return (typeof country === "string" ? country : country?.verdi)?.trim() || undefined;
}
