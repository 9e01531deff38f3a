/** Letters beyond ASCII of the languages that authorities write in, lower case, with the countries that use them. */
const ALPHABETS: readonly { letters: string; countries: string }[] = [
  { letters: "åäöéü", countries: "SE FI AX" },
  { letters: "æøåéèêòóôä", countries: "NO DK" },
  { letters: "áéíóúýþæöð", countries: "IS" },
  { letters: "äöüß", countries: "DE AT CH LI" },
  { letters: "àâæçéèêëîïôœùûüÿ", countries: "FR BE LU CH" },
  { letters: "áéíóúüñçàèòï", countries: "ES" },
  { letters: "àèéìíîòóùú", countries: "IT CH" },
  { letters: "áâãàçéêíóôõúü", countries: "PT BR" },
  { letters: "éëïóöüáèçú", countries: "NL BE" },
  { letters: "ąćęłńóśźż", countries: "PL" },
  { letters: "áčďéěíňóřšťúůýž", countries: "CZ" },
  { letters: "áäčďéíĺľňóôŕšťúýž", countries: "SK" },
  { letters: "áéíóöőúüű", countries: "HU" },
  { letters: "ăâîșțşţ", countries: "RO MD" },
  { letters: "čćđšž", countries: "HR BA RS SI ME" },
  { letters: "ąčęėįšųūž", countries: "LT" },
  { letters: "āčēģīķļņšūž", countries: "LV" },
  { letters: "äõöüšž", countries: "EE" },
  { letters: "çğıöşüâîû", countries: "TR" },
  { letters: "ċġħżà", countries: "MT" },
  { letters: "абвгдежзийклмнопрстуфхцчшщъьюяыэіїєґёђјљњћџ", countries: "BG MK RS UA RU" },
  { letters: "αβγδεζηθικλμνξοπρσςτυφχψωάέήίόύώϊϋΐΰ", countries: "GR CY" },
];

/**
 * How well the letters of a text fit together: 2 where one language has them all, and 1 more where the text
 * names a country of such a language by its code.
 */
export function alphabetEvidence(text: string): number {
  const letters = new Set(
    text
      .toLowerCase()
      .match(/[^\x20-\x7e\s]/gu)
      ?.filter((sign) => /\p{L}/u.test(sign)) ?? [],
  );
  const fitting = ALPHABETS.filter(({ letters: alphabet }) =>
    [...letters].every((letter) => alphabet.includes(letter)),
  );
  if (fitting.length === 0) return 0;
  const named = new Set(text.match(/(?<!\p{L})[A-Z]{2}(?!\p{L})/gu) ?? []);
  const told = fitting.some(({ countries }) => countries.split(" ").some((country) => named.has(country)));
  return told ? 3 : 2;
}
