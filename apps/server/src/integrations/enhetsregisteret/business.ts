import { z } from "zod";
import type { UnknownCode } from "../../platform/outside/index.ts";

const text = z.string().nullish();
const coded = z.looseObject({ kode: text, beskrivelse: text }).nullish();
const address = z
  .looseObject({
    adresse: z.array(z.string().nullable()).nullish(),
    postnummer: text,
    poststed: text,
    kommune: text,
    landkode: text,
  })
  .nullish();

/** What Enhetsregisteret answers of a main or sub unit. What makes it one is demanded; the rest is kept as received. */
export const business = z.looseObject({
  organisasjonsnummer: z.string().regex(/^\d{9}$/),
  navn: z.string().min(1),
  organisasjonsform: coded,
  naeringskode1: coded,
  /** Where a main unit is; sub units have `beliggenhetsadresse`. */
  forretningsadresse: address,
  beliggenhetsadresse: address,
  overordnetEnhet: text,
  konkurs: z.boolean().nullish(),
  /** The form of Norwegian its letters are written in. */
  maalform: text,
  /** The date it was struck off. */
  slettedato: text,
});
export type Business = z.output<typeof business>;

/** Hits of a search in HAL; nothing is embedded where there are none. */
export const businessHits = z.looseObject({
  _embedded: z.looseObject({ enheter: z.array(business) }).optional(),
  page: z.looseObject({ totalElements: z.int().nonnegative() }),
});

const WRITTEN_FORMS: ReadonlySet<string> = new Set(["Bokmål", "Nynorsk"]);

/** Codes in an answer that Varde does not know; they are kept as they are and told to whoever reads the evidence. */
export const unknownCodesIn = ({ maalform: code }: Business): UnknownCode[] =>
  !code || WRITTEN_FORMS.has(code) ? [] : [{ path: "maalform", code }];
