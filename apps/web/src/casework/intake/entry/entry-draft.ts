import {
  type AlertEntry,
  alertEntry,
  type EntryKind,
  FIELD_NAMES,
  type FieldName,
} from "@varde/contract/alert-content";
import type { EntryView } from "@varde/contract/intake";
import { readDateEntry, writeDateEntry } from "../../../platform/formats/date-entry.ts";

/** An alert while an officer writes it: everything is text as written, dates as Norwegians write them. */
export interface EntryDraft {
  readonly kind: EntryKind;
  readonly values: Readonly<Partial<Record<FieldName, string>>>;
}

/** Why a field cannot be accepted. */
export type EntryErrorCode =
  | "notADate"
  | "country"
  | "tooLong"
  | "nameMissing"
  | "birthOrNumberMissing"
  | "invalid";
export type EntryErrors = Readonly<Partial<Record<FieldName, EntryErrorCode>>>;

export type DraftReading = { readonly entry: AlertEntry } | { readonly errors: EntryErrors };

const DATE_FIELDS = new Set<FieldName>(["birthDate", "decisionDate", "effectiveFrom", "effectiveUntil"]);

/** Whether a field holds a date; only a birth date may be a part of one. */
export const isDateField = (field: FieldName): boolean => DATE_FIELDS.has(field);

export const EMPTY_DRAFT: EntryDraft = { kind: "alert", values: {} };

/** What was read in a message, as the beginning of an officer's entry. */
export function draftOf({
  kind,
  fields,
  problems,
}: Pick<EntryView, "kind" | "fields" | "problems">): EntryDraft {
  const values: Partial<Record<FieldName, string>> = {};
  for (const { field, raw } of problems) values[field] = raw;
  for (const field of FIELD_NAMES) {
    const value = fields[field]?.value;
    if (value !== undefined) values[field] = isDateField(field) ? writeDateEntry(value) : value;
  }
  return { kind, values };
}

/** Checks a draft by the contract and by what every alert must hold: a name, and a birth date or identity number. */
export function readDraft({ kind, values }: EntryDraft): DraftReading {
  const errors: Partial<Record<FieldName, EntryErrorCode>> = {};
  const content: Partial<Record<FieldName, string>> = {};
  for (const field of FIELD_NAMES) {
    const written = values[field]?.trim() ?? "";
    if (written === "") continue;
    const value = isDateField(field) ? readDateEntry(written, { partial: field === "birthDate" }) : written;
    if (value === undefined) errors[field] = "notADate";
    else content[field] = value;
  }
  const checked = alertEntry.safeParse({ kind, ...content });
  for (const issue of checked.error?.issues ?? []) {
    const field = issue.path[0] as FieldName;
    errors[field] ??=
      issue.code === "too_big" ? "tooLong" : issue.message === "country" ? "country" : "invalid";
  }
  if (kind === "alert") {
    if (!content.surname && !content.forename) errors.surname ??= "nameMissing";
    if (!content.birthDate && !content.nationalId) errors.birthDate ??= "birthOrNumberMissing";
  }
  return checked.success && Object.keys(errors).length === 0 ? { entry: checked.data } : { errors };
}

/** Whether something kept in the browser is a list of drafts. */
export function areDrafts(content: unknown): content is readonly EntryDraft[] {
  return Array.isArray(content) && content.length > 0 && content.every(isDraft);
}

function isDraft(content: unknown): boolean {
  return typeof content === "object" && content !== null && "kind" in content && "values" in content;
}
