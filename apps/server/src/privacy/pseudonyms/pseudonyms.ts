import { createHmac } from "node:crypto";

/** Stands in for what tells of a person: the same key gives the same for the same, and nobody without it gets back. */
export interface Pseudonyms {
  /** A name, word by word, so that the shape of a name stays: "Anne-Lise Moe" → "Tapiroke-Sumedalo Bivetoga". */
  name(value: string): string;
  /** A number or key that is text: capitals. `kind` keeps apart what only happens to be alike. */
  code(kind: string, value: string): string;
  /** A number that stays a number: 12 digits, longer than any in use. */
  number(kind: string, value: number): number;
  /** An instant, moved by the same number of whole weeks everywhere. */
  instant(value: Date): string;
  /** A calendar day, moved likewise. */
  day(value: string): string;
  /** A birth date, moved by another number of days; of a date known in part only the year stays. */
  birthDate(value: string): string;
}

const DAY_MS = 86_400_000;
const CONSONANTS = "bdfgklmnprstvjh";
const VOWELS = "aeiou";

/** Pseudonyms of one key. Throws `RangeError` for a key that could be guessed. */
export function createPseudonyms(key: Uint8Array): Pseudonyms {
  if (key.length < 32) throw new RangeError("A key needs 32 bytes or more");
  const bytesOf = (kind: string, value: string): Buffer =>
    createHmac("sha256", key).update(`${kind}\0${value}`).digest();
  const eventShift = -7 * (4 + ((bytesOf("shift", "events")[0] ?? 0) % 52));
  const birthBytes = bytesOf("shift", "births");
  const birthShift = (15 + ((birthBytes[0] ?? 0) % 150)) * ((birthBytes[1] ?? 0) % 2 === 0 ? 1 : -1);
  const moved = (day: string, days: number): string =>
    new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10);

  return {
    name: (value) =>
      value.replace(/[\p{L}\p{M}'’.\d]+/gu, (word) =>
        spoken(bytesOf("name", word.normalize("NFC").toLowerCase())),
      ),
    code: (kind, value) => lettersOf(bytesOf(kind, value)),
    number: (kind, value) => 9e11 + (bytesOf(kind, String(value)).readUIntBE(0, 6) % 1e11),
    instant: (value) => new Date(value.getTime() + eventShift * DAY_MS).toISOString(),
    day: (value) => moved(value, eventShift),
    birthDate: (value) => (/^\d{4}-\d{2}-\d{2}$/.test(value) ? moved(value, birthShift) : value.slice(0, 4)),
  };
}

/** Four syllables with a capital. */
function spoken(bytes: Buffer): string {
  const syllable = (at: number) =>
    (CONSONANTS[(bytes[at] ?? 0) % CONSONANTS.length] ?? "") +
    (VOWELS[(bytes[at + 1] ?? 0) % VOWELS.length] ?? "");
  const word = [0, 2, 4, 6].map(syllable).join("");
  return word.charAt(0).toUpperCase() + word.slice(1);
}

/** Twelve capitals: no digits, so that none can be taken for a number of somebody. */
function lettersOf(bytes: Buffer): string {
  return [...bytes.subarray(0, 12)].map((byte) => String.fromCharCode(65 + (byte % 26))).join("");
}
