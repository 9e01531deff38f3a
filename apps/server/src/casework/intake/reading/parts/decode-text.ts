import { Unreadable } from "../unreadable.ts";
import { fold } from "../vocabulary/fold.ts";
import { labelWords } from "../vocabulary/vocabulary.ts";
import { alphabetEvidence } from "./alphabets.ts";

/** Western first: where two charsets agree on every byte of a text, the first is named. */
const SINGLE_BYTE = [
  "windows-1252",
  "iso-8859-2",
  "windows-1250",
  "windows-1257",
  "windows-1254",
  "iso-8859-15",
  "windows-1251",
  "windows-1253",
  "iso-8859-7",
  "iso-8859-5",
];
const MOJIBAKE =
  /[ÃÂÄÅÐÎÏ][\u0080-\u00bf\u0152\u0153\u0160\u0161\u0178\u017d\u017e\u0192\u02c6\u02dc\u2013-\u203a\u20ac\u2122]/;
const ODD_IN_WORD = /\p{L}[¡-©«-´¶-¹»-¿×÷\u0080-\u009f]\p{L}|[\u0080-\u009f\ufffd]|\p{L}[¹³¼¾¿¤¦¨]/u;
const MIXED_SCRIPTS = /\p{sc=Latin}[\p{sc=Cyrillic}\p{sc=Greek}]|[\p{sc=Cyrillic}\p{sc=Greek}]\p{sc=Latin}/u;

/** Signs within words that no language puts there show a wrong charset. */
function isOdd(text: string): boolean {
  return ODD_IN_WORD.test(text) || MIXED_SCRIPTS.test(text);
}

/**
 * Decodes text by the charset its sender declared, and by the right one where the bytes prove the declared one wrong.
 * Throws `wrongCharset` where several charsets remain possible and read the text differently.
 */
export function decodeText(bytes: Uint8Array, declared?: string): string {
  const mark = markOf(bytes);
  if (mark) return decode(bytes, mark) ?? "";
  const utf8 = decode(bytes, "utf-8");
  if (utf8 !== undefined) return isSevenBit(bytes) ? decodeSevenBit(bytes, declared) : unscrambled(utf8);
  const label = knownLabel(declared);
  if (label && label !== "utf-8") {
    const text = decode(bytes, label);
    if (text !== undefined && !isOdd(text)) return text;
  }
  return decodeByEvidence(bytes, declared);
}

function markOf(bytes: Uint8Array): string | undefined {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return "utf-8";
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return "utf-16le";
  return bytes[0] === 0xfe && bytes[1] === 0xff ? "utf-16be" : undefined;
}

function isSevenBit(bytes: Uint8Array): boolean {
  return bytes.every((byte) => byte < 0x80);
}

/** Charsets such as ISO-2022-JP and UTF-16 write other letters with seven-bit bytes. */
function decodeSevenBit(bytes: Uint8Array, declared: string | undefined): string {
  const label = knownLabel(declared);
  const shifts = label !== undefined && /^(?:iso-2022|utf-16|utf-7)/.test(label);
  return decode(bytes, shifts ? label : "utf-8") ?? "";
}

function knownLabel(declared: string | undefined): string | undefined {
  try {
    return declared
      ? new TextDecoder(declared.trim().replace(/^x-(?!mac|sjis|user)/i, "")).encoding
      : undefined;
  } catch {
    return undefined;
  }
}

function decode(bytes: Uint8Array, charset: string): string | undefined {
  try {
    return new TextDecoder(charset, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** Undoes UTF-8 that was read as windows-1252 and written as UTF-8 again ("JÃ¶nsson"), when the whole text proves it. */
function unscrambled(text: string): string {
  if (!MOJIBAKE.test(text)) return text;
  const bytes = toWindows1252(text);
  return (bytes && decode(bytes, "utf-8")) ?? text;
}

const WINDOWS_1252 = new Map(
  Array.from(
    { length: 256 },
    (_, byte) => [new TextDecoder("windows-1252").decode(Uint8Array.of(byte)), byte] as const,
  ),
);

function toWindows1252(text: string): Uint8Array | undefined {
  const bytes = new Uint8Array(text.length);
  for (let at = 0; at < text.length; at++) {
    const byte = WINDOWS_1252.get(text[at] as string);
    if (byte === undefined) return undefined;
    bytes[at] = byte;
  }
  return bytes;
}

function decodeByEvidence(bytes: Uint8Array, declared: string | undefined): string {
  const candidates = SINGLE_BYTE.flatMap((charset) => {
    const text = decode(bytes, charset);
    return text === undefined || isOdd(text)
      ? []
      : [{ text, evidence: 4 * knownWords(text) + alphabetEvidence(text, charset) }];
  });
  const most = Math.max(0, ...candidates.map(({ evidence }) => evidence));
  const best = new Set(candidates.filter(({ evidence }) => evidence === most).map(({ text }) => text));
  const [text] = best;
  if (text === undefined || best.size > 1) throw new Unreadable("wrongCharset", { declared: declared ?? "" });
  return text;
}

let accentedWords: Set<string> | undefined;

/** How many words with letters beyond ASCII are words of known labels. */
function knownWords(text: string): number {
  accentedWords ??= wordsBeyondAscii(
    Object.values(labelWords).flatMap((targets) => Object.values(targets).flat()),
  );
  const words = wordsBeyondAscii([text]);
  return [...words].filter((word) => accentedWords?.has(word)).length;
}

function wordsBeyondAscii(texts: readonly string[]): Set<string> {
  const words = texts.flatMap((text) => text.toLowerCase().match(/[\p{L}\p{M}]+/gu) ?? []);
  return new Set(words.filter((word) => /[^\x20-\x7e]/.test(word) && fold(word).length > 2));
}
