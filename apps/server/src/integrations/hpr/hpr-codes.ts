import type { UnknownCode } from "../../platform/outside/index.ts";
import type { HprPerson } from "./hpr-person.ts";

/** Kinds of authorisation (kodeverk 7704): authorisation, student licence, licence, specialist alone. */
const AUTHORISATION_KINDS: ReadonlySet<string> = new Set(["1", "2", "3", "4"]);
/** Two capital letters (kodeverk 9060): new ones come now and then, others cannot be of that code system. */
const PROFESSION = /^[A-ZÆØÅ]{2}$/;

/** Codes in an answer that Varde does not know; they are kept as they are and told to whoever reads the evidence. */
export function unknownCodesIn({ godkjenninger }: HprPerson): UnknownCode[] {
  return godkjenninger.flatMap(({ helsepersonellkategori: profession, autorisasjon: kind }, index) => [
    ...unknown(
      profession?.verdi,
      (code) => PROFESSION.test(code),
      `godkjenninger.${index}.helsepersonellkategori`,
    ),
    ...unknown(kind?.verdi, (code) => AUTHORISATION_KINDS.has(code), `godkjenninger.${index}.autorisasjon`),
  ]);
}

const unknown = (
  code: string | null | undefined,
  isKnown: (code: string) => boolean,
  path: string,
): UnknownCode[] => (code === null || code === undefined || isKnown(code) ? [] : [{ path, code }]);
