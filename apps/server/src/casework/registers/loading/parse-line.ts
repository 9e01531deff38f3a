import { isUtf8 } from "node:buffer";
import { hash } from "node:crypto";
import type { z } from "zod";
import type { FileLine } from "./file-lines.ts";
import { basisCountryOf, type HprEntry, hprEntry } from "./hpr-entry.ts";

/** A register person as the mirror keeps them; `entry` is the answer as received. */
export interface MirroredPerson {
  hprNumber: number;
  forename: string | null;
  middle: string | null;
  surname: string | null;
  birthDate: string | null;
  deathDate: string | null;
  nationalId: string | null;
  lacksNationalId: boolean;
  replacedBy: number | null;
  /** Codes of kodeverk 9060, whatever the authorisation's state. */
  professions: string[];
  basisCountries: string[];
  entry: unknown;
  entryHash: string;
}

export const BROKEN_LINE_CODES = [
  "lineTooLong",
  "notUtf8",
  "notJson",
  "wrongShape",
  "characterNotStorable",
  "numberTwiceInFile",
] as const;
export type BrokenLineCode = (typeof BROKEN_LINE_CODES)[number];

/** Why a line could not be taken in. `hprNumber` where it could be read all the same; the message never quotes values. */
export interface BrokenLine {
  line: number;
  code: BrokenLineCode;
  message: string;
  hprNumber?: number;
}

export type ParsedLine = { person: MirroredPerson } | { broken: BrokenLine } | "empty";

const BYTE_ORDER_MARK = /^\uFEFF/;
/** Escapes that JSON allows and PostgreSQL's jsonb does not: U+0000, and halves of surrogate pairs (in text that JSON.stringify made). */
const NOT_STORABLE = /(?<!\\)(?:\\\\)*\\u(?:0000|d[89a-f])/;

/** Reads one line of the extract. Pure; every line gives a person, a reason, or is empty. */
export function parseLine({ number, bytes, tooLong }: FileLine): ParsedLine {
  const broken = (code: BrokenLineCode, message: string, hprNumber?: number): ParsedLine => ({
    broken: { line: number, code, message, ...(hprNumber === undefined ? {} : { hprNumber }) },
  });
  if (tooLong) return broken("lineTooLong", "The line is too long to be one person.");
  if (!isUtf8(bytes)) return broken("notUtf8", "The line is not UTF-8.", numberIn(bytes.toString("latin1")));
  const line = bytes.toString("utf8").replace(BYTE_ORDER_MARK, "").trim();
  if (line === "") return "empty";
  let received: unknown;
  try {
    received = JSON.parse(line);
  } catch {
    return broken("notJson", "The line is not JSON; it may have been cut short.", numberIn(line));
  }
  const read = hprEntry.safeParse(received);
  if (!read.success) return broken("wrongShape", describe(read.error), numberIn(line));
  if (NOT_STORABLE.test(JSON.stringify(received)))
    return broken(
      "characterNotStorable",
      "The line holds a character that text cannot hold (U+0000 or half of a pair).",
      read.data.hprNummer,
    );
  return { person: mirroredPerson(read.data, received) };
}

function mirroredPerson({ person, ...entry }: HprEntry, received: unknown): MirroredPerson {
  const distinct = (values: (string | null | undefined)[]) => [...new Set(values.filter((value) => !!value))];
  return {
    hprNumber: entry.hprNummer,
    forename: person.fornavn ?? null,
    middle: person.mellomnavn ?? null,
    surname: person.etternavn ?? null,
    birthDate: person.fødselsdato ?? null,
    deathDate: person.dødsdato ?? null,
    nationalId: person.nin || null,
    lacksNationalId: person.manglerNin ?? !person.nin,
    replacedBy: entry.erstattetAvHprNummer ?? null,
    professions: distinct(entry.godkjenninger.map((one) => one.helsepersonellkategori?.verdi)) as string[],
    basisCountries: distinct(entry.godkjenninger.map(basisCountryOf)) as string[],
    entry: received,
    entryHash: hashOf(received as Record<string, unknown>),
  };
}

/** Every extract renews these stamps for everybody, so they say nothing about a change of the person. */
function hashOf({
  sistOppdatert: _updated,
  gjelderForDato: _asOf,
  ...content
}: Record<string, unknown>): string {
  return hash("sha256", JSON.stringify(content, sortKeys), "base64url");
}

function sortKeys(_key: string, value: unknown): unknown {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
}

function numberIn(line: string): number | undefined {
  const found = /"hprNummer"\s*:\s*"?(\d{1,9})(?!\d)/.exec(line)?.[1];
  return found === undefined ? undefined : Number(found);
}

function describe({ issues }: z.ZodError): string {
  const [first, ...more] = issues;
  if (!first) return "The line has the wrong shape.";
  const at = first.path.length > 0 ? `${first.path.join(".")}: ` : "";
  return `${at}${first.message}${more.length > 0 ? ` (and ${more.length} more)` : ""}`.slice(0, 300);
}
