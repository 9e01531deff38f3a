/** A unit of the simulated register of businesses, in the shape Enhetsregisteret answers in. */
export interface SimulatedBusiness {
  organisasjonsnummer: string;
  navn: string;
  organisasjonsform: { kode: string; beskrivelse: string };
  registreringsdatoEnhetsregisteret: string;
  naeringskode1: { kode: string; beskrivelse: string };
  forretningsadresse?: SimulatedAddress;
  beliggenhetsadresse?: SimulatedAddress;
  overordnetEnhet?: string;
  konkurs?: boolean;
  maalform?: string;
}

interface SimulatedAddress {
  land: string;
  landkode: string;
  postnummer: string;
  poststed: string;
  adresse: string[];
}

const PLACES = ["Granvik", "Solberget", "Nordheia", "Breivåg", "Furulia", "Steinsnes", "Elvemo", "Kvitnes"];
const KINDS = [
  { word: "sykehus", code: "86.101", text: "Alminnelige somatiske sykehus" },
  { word: "legesenter", code: "86.211", text: "Allmenn legetjeneste" },
  { word: "tannklinikk", code: "86.230", text: "Tannhelsetjenester" },
  { word: "sykehjem", code: "87.102", text: "Somatiske sykehjem" },
];
const WEIGHTS = [3, 2, 7, 6, 5, 4, 3, 2];

/**
 * Invented employers in health care, each a company with a sub unit where the work is done; the same ones each time. Their
 * numbers begin with 31, as synthetic ones do; those of real businesses begin with 8 or 9.
 */
export function inventBusinesses(): { main: SimulatedBusiness; sub: SimulatedBusiness }[] {
  const numbers = syntheticNumbers();
  return PLACES.flatMap((place, at) =>
    KINDS.map(({ word, code, text }, kind) => {
      const address = {
        land: "Norge",
        landkode: "NO",
        postnummer: String(1000 + at * 100 + kind),
        poststed: place.toUpperCase(),
        adresse: [`Storgata ${kind + 1}`],
      };
      const shared = {
        registreringsdatoEnhetsregisteret: `${1996 + at}-03-0${kind + 1}`,
        naeringskode1: { kode: code, beskrivelse: text },
      };
      const navn = `${place} ${word}`.toUpperCase();
      const main: SimulatedBusiness = {
        ...shared,
        organisasjonsnummer: numbers.next().value,
        navn: `${navn} AS`,
        organisasjonsform: { kode: "AS", beskrivelse: "Aksjeselskap" },
        forretningsadresse: address,
        konkurs: at === PLACES.length - 1,
        maalform: at % 3 === 0 ? "Nynorsk" : "Bokmål",
      };
      const sub: SimulatedBusiness = {
        ...shared,
        organisasjonsnummer: numbers.next().value,
        navn,
        organisasjonsform: {
          kode: "BEDR",
          beskrivelse: "Underenhet til næringsdrivende og offentlig forvaltning",
        },
        beliggenhetsadresse: address,
        overordnetEnhet: main.organisasjonsnummer,
      };
      return { main, sub };
    }),
  );
}

/** Numbers whose last digit checks the others (modulus 11), as organisation numbers' does. */
function* syntheticNumbers(): Generator<string, never> {
  for (let serial = 31_000_000; ; serial += 1371) {
    const digits = String(serial);
    const sum = WEIGHTS.reduce((total, weight, index) => total + weight * Number(digits[index]), 0);
    const check = (11 - (sum % 11)) % 11;
    if (check < 10) yield `${digits}${check}`;
  }
}
