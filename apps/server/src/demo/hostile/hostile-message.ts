import type { IrrelevantReason, MessageState, QuarantineReason } from "@varde/contract/intake";

/** A message made to break a reader, and what must become of it. */
export interface HostileMessage {
  name: string;
  /** What is bad about it. */
  about: string;
  /** Makes the bytes; some are large, so they are made only when asked for. */
  build(): Uint8Array;
  expected: {
    state: MessageState;
    /** Where it is not registered: why. */
    reason?: QuarantineReason | IrrelevantReason;
    /** Another end that is as good: quarantined for this reason. */
    orReason?: QuarantineReason;
    /** Where it is registered: the surname of the alert in it. */
    surname?: string;
    /** Text that must not be shown or kept as part of any field. */
    never?: string;
  };
}

/** An alert in plain words, used wherever a hostile message holds one. */
export const HARMLESS_ALERT = [
  "New alert",
  "",
  "Alert number: SE-2026-90001",
  "Sending country: SE",
  "Competent authority: Hälso- och sjukvårdens ansvarsnämnd",
  "Surname: Sjögren",
  "Forename(s): Märta",
  "Date of birth: 1971-03-14",
  "Profession: Nurse",
  "Nature of the measure: Suspension",
  "Date of decision: 2026-01-12",
  "Effective from: 2026-01-12",
  "",
].join("\r\n");

/** A message written by hand: headers, an empty line, and the body as it is. */
export function handWritten(headers: readonly string[], body: Uint8Array | string): Uint8Array {
  const start = `${headers.join("\r\n")}\r\n\r\n`;
  return Buffer.concat([Buffer.from(start, "utf8"), Buffer.from(body as string)]);
}

/** The usual headers of an alert, for messages whose badness lies elsewhere. */
export const usualHeaders = (name: string): string[] => [
  "From: IMI <noreply@imi.example>",
  "To: utland@tilsyn.example",
  "Subject: IMI New alert",
  "Date: Mon, 12 Jan 2026 08:00:00 +0000",
  `Message-ID: <${name}@hostile.example>`,
  "MIME-Version: 1.0",
];

const BOUNDARY = "=_hostile";

/** A message with a short text and files, whose names and types are written as given. */
export function withFiles(
  name: string,
  files: readonly { header: string; bytes: Uint8Array | string }[],
  text = "Please find the alert form attached.",
): Uint8Array {
  const parts = files.map(({ header, bytes }) => {
    const encoded = Buffer.from(bytes as string)
      .toString("base64")
      .replace(/.{1,76}/g, "$&\r\n");
    return `--${BOUNDARY}\r\n${header}\r\nContent-Transfer-Encoding: base64\r\n\r\n${encoded}`;
  });
  const headers = [...usualHeaders(name), `Content-Type: multipart/mixed; boundary="${BOUNDARY}"`];
  const first = `--${BOUNDARY}\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n${text}\r\n`;
  return handWritten(headers, `${first}${parts.join("")}--${BOUNDARY}--\r\n`);
}

/** The headers of an attached file. */
export const fileHeader = (mediaType: string, fileName: string): string =>
  `Content-Type: ${mediaType}; name="${fileName}"\r\nContent-Disposition: attachment; filename="${fileName}"`;
