import { readCountry } from "../values/countries.ts";

interface Alphabet {
  /** Letters beyond ASCII, lower case. */
  letters: string;
  countries: string;
  /** Charsets made for the language; others may hold its letters too. */
  charsets: string;
}

const WESTERN = "windows-1252 iso-8859-15";
const CENTRAL = "iso-8859-2 windows-1250";
const BALTIC = "windows-1257";

/** The languages that authorities write in. */
const ALPHABETS: readonly Alphabet[] = [
  { letters: "åäöéü", countries: "SE FI AX", charsets: WESTERN },
  { letters: "æøåéèêòóôä", countries: "NO DK", charsets: WESTERN },
  { letters: "áéíóúýþæöð", countries: "IS", charsets: WESTERN },
  { letters: "äöüß", countries: "DE AT CH LI", charsets: WESTERN },
  { letters: "àâæçéèêëîïôœùûüÿ", countries: "FR BE LU CH", charsets: WESTERN },
  { letters: "áéíóúüñçàèòï", countries: "ES", charsets: WESTERN },
  { letters: "àèéìíîòóùú", countries: "IT CH", charsets: WESTERN },
  { letters: "áâãàçéêíóôõúü", countries: "PT BR", charsets: WESTERN },
  { letters: "éëïóöüáèçú", countries: "NL BE", charsets: WESTERN },
  { letters: "ąćęłńóśźż", countries: "PL", charsets: CENTRAL },
  { letters: "áčďéěíňóřšťúůýž", countries: "CZ", charsets: CENTRAL },
  { letters: "áäčďéíĺľňóôŕšťúýž", countries: "SK", charsets: CENTRAL },
  { letters: "áéíóöőúüű", countries: "HU", charsets: CENTRAL },
  { letters: "ăâîșțşţ", countries: "RO MD", charsets: CENTRAL },
  { letters: "čćđšž", countries: "HR BA RS SI ME", charsets: CENTRAL },
  { letters: "ąčęėįšųūž", countries: "LT", charsets: BALTIC },
  { letters: "āčēģīķļņšūž", countries: "LV", charsets: BALTIC },
  { letters: "äõöüšž", countries: "EE", charsets: BALTIC },
  { letters: "çğıöşüâîû", countries: "TR", charsets: "windows-1254" },
  {
    letters: "абвгдежзийклмнопрстуфхцчшщъьюяыэіїєґёђјљњћџ",
    countries: "BG MK RS UA RU",
    charsets: "windows-1251 iso-8859-5",
  },
  {
    letters: "αβγδεζηθικλμνξοπρσςτυφχψωάέήίόύώϊϋΐΰ",
    countries: "GR CY",
    charsets: "windows-1253 iso-8859-7",
  },
];

const MOST_TOKENS = 500;

/**
 * How well a text fits together that was decoded by a charset: how many of its words beyond ASCII the best fitting
 * language could have; half a word more where the text names a country of such a language, and a quarter more
 * where the charset was made for it.
 */
export function alphabetEvidence(text: string, charset: string): number {
  const words = [...new Set(text.toLowerCase().match(/\p{L}+/gu))].filter((word) => /[^a-z]/.test(word));
  const scored = ALPHABETS.map((alphabet) => ({
    ...alphabet,
    score: words.filter((word) => isWrittenIn(word, alphabet.letters)).length,
  }));
  const most = Math.max(...scored.map(({ score }) => score));
  if (most === 0) return 0;
  const named = countriesNamed(text);
  const told = scored.filter(
    ({ score, countries }) => score === most && countries.split(" ").some((country) => named.has(country)),
  );
  if (told.length === 0) return most;
  return told.some(({ charsets }) => charsets.split(" ").includes(charset)) ? most + 0.75 : most + 0.5;
}

function isWrittenIn(word: string, letters: string): boolean {
  return [...word].every((letter) => (letter >= "a" && letter <= "z") || letters.includes(letter));
}

function countriesNamed(text: string): Set<string | undefined> {
  const tokens = text.split(/[:;,|\t\r\n"]+/, MOST_TOKENS).filter((token) => token.length <= 40);
  return new Set(tokens.map(readCountry));
}
