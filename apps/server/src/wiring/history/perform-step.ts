import { caseAct } from "@varde/contract";
import { actOnCase, type CasesParts } from "../../casework/cases/index.ts";
import { addDays, dayOf } from "../../casework/cases/procedure/clocks/calendar.ts";
import { fixedClock } from "../../platform/clock/clock.ts";
import { isRefusal, type Refusal } from "../../platform/rules/refusal.ts";
import { findContentHash } from "./history.sql.ts";
import type { PlannedStep } from "./plan-steps.ts";

/** The case a step is done in, with what its acts may name. */
export interface StepCase {
  readonly caseId: number;
  readonly alertId: number;
  readonly country: string;
}

/**
 * Does a planned act in a case through the real command, at the instant it is planned for. `key` lets it be done once
 * only. Returns why it is refused, if it is.
 */
export async function performStep(
  parts: CasesParts,
  { given, at }: PlannedStep,
  { on, personId, key }: { on: StepCase; personId: string; key: string },
): Promise<Refusal | undefined> {
  const { caseId, alertId, country } = on;
  const today = dayOf(at.toISOString());
  const needsHash = Object.values(given).includes("$contentHash");
  const contentHash = needsHash ? await findContentHash(parts.db, caseId) : undefined;
  const act = caseAct.parse(fill(given, { today, alert: alertId, country, contentHash }));
  const wanted = { caseId, act, by: { personId }, requestId: key };
  const done = await actOnCase({ ...parts, clock: fixedClock(at) }, wanted);
  return isRefusal(done) ? done : undefined;
}

interface Known {
  readonly today: string;
  readonly alert: number;
  readonly country: string;
  readonly contentHash: string | undefined;
}

/** Puts what is known now in the place of the names that stand for it, wherever they are in what an act takes. */
export function fill(value: unknown, known: Known): unknown {
  if (typeof value === "string") return fillWord(value, known);
  if (Array.isArray(value)) return value.map((one) => fill(one, known));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, fill(one, known)]));
}

function fillWord(word: string, { today, alert, country, contentHash }: Known): unknown {
  const day = /^\$today(?:\+(\d+))?$/.exec(word);
  if (day) return addDays(today, Number(day[1] ?? 0));
  const named: Readonly<Record<string, unknown>> = {
    $alert: alert,
    $country: country,
    $contentHash: contentHash,
  };
  return word in named ? named[word] : word;
}
