/**
 * Letters that Unicode does not decompose into a Latin base letter, and the letters of Cyrillic, Greek and
 * Arabic script, each with its Latin spelling after ICAO Doc 9303 part 3 (simplified where it marks accents).
 */
const LATIN: Record<string, string> = {
  ø: "o",
  æ: "ae",
  œ: "oe",
  ß: "ss",
  þ: "th",
  ð: "d",
  đ: "d",
  ł: "l",
  ı: "i",
  ħ: "h",
  ŋ: "n",
  ŧ: "t",
  ĸ: "k",
  ə: "a",
  ƒ: "f",
};

const CYRILLIC: Record<string, string> = {
  а: "a",
  б: "b",
  в: "v",
  г: "g",
  д: "d",
  е: "e",
  ё: "e",
  ж: "zh",
  з: "z",
  и: "i",
  й: "i",
  к: "k",
  л: "l",
  м: "m",
  н: "n",
  о: "o",
  п: "p",
  р: "r",
  с: "s",
  т: "t",
  у: "u",
  ф: "f",
  х: "kh",
  ц: "ts",
  ч: "ch",
  ш: "sh",
  щ: "shch",
  ъ: "",
  ы: "y",
  ь: "",
  э: "e",
  ю: "iu",
  я: "ia",
  і: "i",
  ї: "i",
  є: "ie",
  ґ: "g",
  ў: "u",
  ј: "j",
  љ: "lj",
  њ: "nj",
  ћ: "c",
  ђ: "dj",
  џ: "dz",
  ѓ: "g",
  ќ: "k",
  ѕ: "dz",
};

const GREEK: Record<string, string> = {
  α: "a",
  β: "v",
  γ: "g",
  δ: "d",
  ε: "e",
  ζ: "z",
  η: "i",
  θ: "th",
  ι: "i",
  κ: "k",
  λ: "l",
  μ: "m",
  ν: "n",
  ξ: "x",
  ο: "o",
  π: "p",
  ρ: "r",
  σ: "s",
  ς: "s",
  τ: "t",
  υ: "y",
  φ: "f",
  χ: "ch",
  ψ: "ps",
  ω: "o",
};

const ARABIC: Record<string, string> = {
  ا: "a",
  أ: "a",
  إ: "i",
  آ: "a",
  ب: "b",
  ت: "t",
  ث: "th",
  ج: "j",
  ح: "h",
  خ: "kh",
  د: "d",
  ذ: "dh",
  ر: "r",
  ز: "z",
  س: "s",
  ش: "sh",
  ص: "s",
  ض: "d",
  ط: "t",
  ظ: "z",
  ع: "a",
  غ: "gh",
  ف: "f",
  ق: "q",
  ك: "k",
  ک: "k",
  گ: "g",
  ل: "l",
  م: "m",
  ن: "n",
  ه: "h",
  ة: "a",
  و: "w",
  ي: "y",
  ی: "y",
  ى: "a",
  ئ: "y",
  ؤ: "w",
  ء: "",
  پ: "p",
  چ: "ch",
  ژ: "zh",
  ٹ: "t",
  ڈ: "d",
  ڑ: "r",
  ں: "n",
  ہ: "h",
  ھ: "h",
  ے: "e",
};

const LETTERS = new Map(Object.entries({ ...LATIN, ...CYRILLIC, ...GREEK, ...ARABIC }));

const PLAIN_ASCII = /^[\x20-\x7e]*$/;
const MARKS_AND_INVISIBLE = /[\p{M}\p{Cf}\p{Cc}]/gu;

/**
 * Writes a name in unaccented Latin letters, keeping case and word boundaries: `Søren` → `Soren`,
 * `Юлия` → `Iuliia`. Letters of scripts without a table are kept as they are.
 */
export function transliterate(text: string): string {
  if (PLAIN_ASCII.test(text)) return text;
  let written = "";
  for (const letter of text.normalize("NFKC").replace(/ου|ού/g, "ou")) {
    const lower = letter.toLowerCase();
    const latin = LETTERS.get(lower) ?? LETTERS.get(lower.normalize("NFD").charAt(0));
    if (latin === undefined) written += letter;
    else written += letter === lower ? latin : latin.charAt(0).toUpperCase() + latin.slice(1);
  }
  return written.normalize("NFKD").replace(MARKS_AND_INVISIBLE, "");
}
