import { z } from "zod";

const text = z.string().nullish();
const coded = z.looseObject({ verdi: text, navn: text }).nullish();
const period = z.looseObject({ fra: text, til: text }).nullish();
const listOf = <T extends z.ZodType>(item: T) =>
  z
    .array(item)
    .nullish()
    .transform((items) => items ?? []);

/**
 * What HPR answers of one person. Only what must hold for the answer to be about somebody is demanded; the rest is kept as
 * received, since it is evidence.
 */
export const hprPerson = z.looseObject({
  hprNummer: z.int().positive(),
  erstattetAvHprNummer: z.int().positive().nullish(),
  person: z.looseObject({
    fornavn: text,
    mellomnavn: text,
    etternavn: text,
    fødselsdato: text,
    dødsdato: text,
    nin: text,
  }),
  godkjenninger: listOf(
    z.looseObject({
      helsepersonellkategori: coded,
      autorisasjon: coded,
      periode: period,
      avsluttetStatus: coded,
      rekvisisjonsretter: listOf(z.looseObject({ type: coded, periode: period, avsluttetStatus: coded })),
    }),
  ),
});
export type HprPerson = z.output<typeof hprPerson>;
