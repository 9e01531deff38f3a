import { FIELD_NAMES, type FieldName } from "@varde/contract";
import { type Refusal, refused } from "../../../platform/rules/refusal.ts";
import type { Entry, Reading } from "../reading/reading.ts";
import type { ProfileState } from "./source-profiles.sql.ts";

const TEST_COUNTS_HOURS = 24;

/** Whether a version can be switched on now: not twice, and only soon after a test on stored messages. Nothing means yes. */
export function refuseActivation(
  { state, testedAt }: { state: ProfileState; testedAt: Date | null },
  now: Date,
): Refusal | undefined {
  if (state === "active") return refused("profileAlreadyActive");
  if (!testedAt) return refused("profileNotTested");
  const hours = (now.getTime() - testedAt.getTime()) / 3_600_000;
  return hours > TEST_COUNTS_HOURS
    ? refused("profileTestTooOld", undefined, { hours: TEST_COUNTS_HOURS })
    : undefined;
}

type Verdict = Reading["verdict"];

/** How a message reads with a draft beside how it was read. `worse` is also a reading that only differs: somebody must look. */
export interface Comparison {
  readonly change: "same" | "better" | "worse";
  readonly before: string;
  readonly after: string;
  /** Fields with another value, or in only one of the two. */
  readonly fields: FieldName[];
}

/** Compares two verdicts on the same message: more complete entries, then more fields and fewer problems, are better. */
export function compareVerdicts(before: Verdict, after: Verdict): Comparison {
  const fields = FIELD_NAMES.filter((name) => said(before, name) !== said(after, name));
  const [sumBefore, sumAfter] = [summary(before), summary(after)];
  const same = fields.length === 0 && sumBefore === sumAfter;
  const change = same ? "same" : isBetter(after, before) ? "better" : "worse";
  return { change, before: sumBefore, after: sumAfter, fields };
}

function isBetter(one: Verdict, other: Verdict): boolean {
  const [a, b] = [merits(one), merits(other)];
  const index = a.findIndex((merit, at) => merit !== b[at]);
  return index >= 0 && (a[index] ?? 0) > (b[index] ?? 0);
}

function merits(verdict: Verdict): number[] {
  const entries = entriesOf(verdict);
  return [
    entries.filter(({ missing }) => missing.length === 0).length,
    verdict.outcome === "quarantined" ? 0 : 1,
    entries.reduce((sum, { fields, problems }) => sum + Object.keys(fields).length - problems.length, 0),
  ];
}

function summary(verdict: Verdict): string {
  if (verdict.outcome === "alerts") return verdict.entries.map(({ kind }) => kind).join(", ");
  return `${verdict.outcome}: ${verdict.reason}`;
}

function said(verdict: Verdict, name: FieldName): string {
  return JSON.stringify(entriesOf(verdict).map(({ fields }) => fields[name]?.value ?? null));
}

function entriesOf(verdict: Verdict): readonly Entry[] {
  return verdict.outcome === "irrelevant" ? [] : verdict.entries;
}
