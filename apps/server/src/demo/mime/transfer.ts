import iconv from "iconv-lite";

export const TRANSFER_ENCODINGS = ["7bit", "8bit", "quoted-printable", "base64"] as const;
export type TransferEncoding = (typeof TRANSFER_ENCODINGS)[number];

/** Charsets senders use, by how often beside UTF-8. */
const CHARSETS = [
  "iso-8859-1",
  "windows-1252",
  "iso-8859-15",
  "iso-8859-2",
  "windows-1250",
  "iso-8859-13",
  "windows-1257",
] as const;

/** Whether every character of the text exists in the charset. */
export const fitsCharset = (text: string, charset: string): boolean =>
  iconv.decode(iconv.encode(text, charset), charset) === text;

/** The charsets other than UTF-8 in which the text can be written. */
export const charsetsFor = (text: string): string[] =>
  CHARSETS.filter((charset) => fitsCharset(text, charset));

/** The bytes of a text in a charset. */
export const encodeCharset = (text: string, charset: string): Uint8Array => iconv.encode(text, charset);

/** Writes bytes in a transfer encoding, as lines ended by CRLF (RFC 2045). */
export function encodeTransfer(bytes: Uint8Array, encoding: TransferEncoding): Uint8Array {
  switch (encoding) {
    case "7bit":
    case "8bit":
      return bytes;
    case "base64":
      return Buffer.from(
        Buffer.from(bytes)
          .toString("base64")
          .replace(/.{1,76}/g, "$&\r\n"),
        "latin1",
      );
    case "quoted-printable":
      return Buffer.from(quotedPrintable(bytes), "latin1");
  }
}

const LONGEST_LINE = 76;

function quotedPrintable(bytes: Uint8Array): string {
  const lines = Buffer.from(bytes).toString("latin1").split("\r\n");
  return lines.map(quotedLine).join("\r\n");
}

function quotedLine(line: string): string {
  let out = "";
  let column = 0;
  for (let i = 0; i < line.length; i++) {
    const byte = line.charCodeAt(i);
    const isLastSpace = i === line.length - 1 && (byte === 32 || byte === 9);
    const plain = byte === 9 || (byte >= 32 && byte <= 126 && byte !== 61);
    const unit = plain && !isLastSpace ? line.charAt(i) : `=${hexByte(byte)}`;
    if (column + unit.length > LONGEST_LINE - 1) {
      out += "=\r\n";
      column = 0;
    }
    out += unit;
    column += unit.length;
  }
  return out;
}

const hexByte = (byte: number): string => byte.toString(16).toUpperCase().padStart(2, "0");

/** Writes a header value; words outside ASCII become encoded words in the charset (RFC 2047), folded. */
export function encodeHeader(text: string, charset = "utf-8", style: "Q" | "B" = "Q"): string {
  if (/^[\x20-\x7e]*$/.test(text)) return text;
  const room = style === "B" ? 30 : 12;
  const characters = [...text];
  const words: string[] = [];
  for (let i = 0; i < characters.length; i += room) {
    const bytes = encodeCharset(characters.slice(i, i + room).join(""), charset);
    words.push(
      `=?${charset}?${style}?${style === "B" ? Buffer.from(bytes).toString("base64") : qWord(bytes)}?=`,
    );
  }
  return words.join("\r\n ");
}

const qWord = (bytes: Uint8Array): string =>
  Array.from(bytes, (byte) => {
    const letter = String.fromCharCode(byte);
    if (byte === 32) return "_";
    return /[A-Za-z0-9]/.test(letter) ? letter : `=${hexByte(byte)}`;
  }).join("");
