/**
 * What reading one message gives: the parts it held, the alerts found in them, and where every field stood.
 * Alert content follows Directive 2005/36/EC Art. 56a(2) and Implementing Regulation (EU) 2015/983.
 */

import type { EntryKind, FieldName, IrrelevantReason, QuarantineReason } from "@varde/contract/intake";

export { FIELD_NAMES } from "@varde/contract/intake";
export type { EntryKind, FieldName, IrrelevantReason, QuarantineReason };

/** One thing unpacked from a message: the body, an attachment, or something inside an attachment. */
export interface Part {
  /** Place in the tree, e.g. "1.2" for the second part of the first; stable for the same bytes. */
  path: string;
  kind: "text" | "html" | "pdf" | "xml" | "sheet" | "message" | "archive" | "other";
  mediaType: string;
  /** As the sender named it, freed of folders and control characters; never used as a path. */
  fileName?: string;
  /** Bytes after transfer decoding. */
  size: number;
  /** Text as an officer can read it, in order; for a sheet one line a row with cells parted by tabs. */
  lines: { page?: number; line: number; text: string }[];
}

/** Where a field was found: part, 1-based line (and page of a PDF, and cell of a sheet such as "C4"), and the label beside it. */
export interface Provenance {
  part: string;
  page?: number;
  line?: number;
  cell?: string;
  label: string;
}

/** A field as the sender wrote it (`raw`) and as Varde understands it (`value`: dates ISO or partial "1967" / "1967-05", countries ISO 3166 alpha-2, profession a code of kodeverk 9060, sex M/F/X). */
export interface FieldReading {
  value: string;
  raw: string;
  from: Provenance;
}

/** A value that could not be understood; the field stays out of `fields` (or keeps its text) and an officer is told. */
export interface FieldProblem {
  field: FieldName;
  code:
    | "notADate"
    | "impossibleDate"
    | "ambiguousDate"
    | "unknownProfession"
    | "unknownCountry"
    | "invalidNationalId"
    | "tooLong"
    | "conflicting";
  raw: string;
  from: Provenance;
}

export interface Entry {
  kind: EntryKind;
  fields: Partial<Record<FieldName, FieldReading>>;
  problems: FieldProblem[];
  /** The earlier alert it says it changes or ends, where the sender names one beside its own number. */
  relatesTo?: FieldReading;
  /** Mandatory fields that are missing: a name, and a birth date or an identity number. Empty = complete. */
  missing: ("name" | "birthDateOrIdentityNumber")[];
  /** SHA-256 (hex) of the text the entry was read from, as sent: container kind, labels and raw values in order. */
  documentHash: string;
}

export interface MessageHeader {
  messageId?: string;
  subject?: string;
  fromName?: string;
  fromAddress?: string;
  to: string[];
  /** ISO instant of the Date header. */
  sentAt?: string;
}

export interface Reading {
  header: MessageHeader;
  parts: Part[];
  /** The source profile that fitted, e.g. { name: "imi-mail", version: 1 }. */
  profile?: { name: string; version: number };
  verdict:
    | { outcome: "alerts"; entries: Entry[] }
    | { outcome: "irrelevant"; reason: IrrelevantReason; params: Record<string, string | number> }
    | {
        outcome: "quarantined";
        reason: QuarantineReason;
        params: Record<string, string | number>;
        /** What could be read all the same, complete entries too. */
        entries: Entry[];
      };
}
