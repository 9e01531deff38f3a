const LETTERS_WITHOUT_DECOMPOSITION: Record<string, string> = {
  ø: "o",
  æ: "ae",
  œ: "oe",
  ß: "ss",
  ł: "l",
  đ: "d",
  ð: "d",
  þ: "th",
  ı: "i",
  ς: "σ",
};

/**
 * Makes two spellings of one phrase equal: no case, accents, punctuation or runs of space are left.
 * "Numéro d'alerte" and "NUMERO D’ALERTE:" both give "numero d alerte".
 */
export function fold(text: string): string {
  return text
    .normalize("NFKD")
    .replace(/\p{M}+/gu, "")
    .toLowerCase()
    .replace(/[øæœßłđðþıς]/g, (letter) => LETTERS_WITHOUT_DECOMPOSITION[letter] ?? letter)
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}

/** Makes space ordinary and single, and drops control and zero-width characters; the text is otherwise as sent. */
export function tidy(text: string): string {
  return text
    .normalize("NFC")
    .replace(/(?!\s)[\p{Cc}\p{Cf}]/gu, "")
    .replace(/\s+/g, " ")
    .trim();
}
