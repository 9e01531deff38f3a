import type { EntryKind, FieldName } from "@varde/contract/intake";

/**
 * What one alert says, before anybody has worded it: dates ISO (the birth date may be partial), countries ISO
 * alpha-2, sex M or F, profession a code of 9060, measure a word of `MEASURES`. What is absent is not told.
 */
export interface Facts {
  kind: EntryKind;
  fields: Partial<Record<FieldName, string>>;
}

/** Whether the mandatory fields are there: a name, and a birth date or an identity number. */
export function isComplete({ fields }: Facts): boolean {
  const named = Boolean(fields.surname ?? fields.forename);
  return named && Boolean(fields.birthDate ?? fields.nationalId);
}

/** A day some days before or after another; both ISO calendar dates. */
export function dayAfter(date: string, days: number): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}
