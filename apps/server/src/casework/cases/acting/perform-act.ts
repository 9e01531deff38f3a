import type { CaseAct } from "@varde/contract";
import type { Kysely } from "kysely";
import type { Standing } from "../../../access/index.ts";
import { isRefusal, type Refusal } from "../../../platform/rules/refusal.ts";
import type { CasesParts } from "../cases-parts.ts";
import { type PreparedAct, prepareAct } from "../effects/prepare-act.ts";
import type { GatheredCase } from "../facts/gather-facts.ts";
import type { ActName } from "../procedure/acts/act-names.ts";
import type { CaseFacts } from "../procedure/case-facts.ts";
import { type ActingOfficer, doerOf } from "../procedure/circumstances.ts";
import { isStep, judgeAct, type Step } from "../procedure/judge-act.ts";
import { writeAct } from "./write-act.ts";

/** The ways the one who acts may act; the standing is absent where the machine does. */
export interface Ways {
  readonly standing: Standing | undefined;
  readonly officers: readonly ActingOfficer[];
}

/** An act to be judged and done on a case that is locked. */
export interface ActToPerform {
  readonly gathered: GatheredCase;
  readonly ways: Ways;
  readonly at: Date;
  readonly act: CaseAct | { readonly act: "openCase"; readonly reason?: string };
  readonly requestId?: string | undefined;
  readonly bulkId?: string | undefined;
}

/** Judges an act and, where it is allowed, writes everything it means in the transaction. */
export async function performAct(
  tx: Kysely<unknown>,
  parts: CasesParts,
  wanted: ActToPerform,
): Promise<{ caseId: number; actId: number } | Refusal> {
  const { gathered, ways, at, act } = wanted;
  const { standing } = ways;
  const prepared =
    act.act === "openCase"
      ? { input: { reason: act.reason }, recorded: { reason: act.reason ?? null }, effects: [] }
      : await prepareAct(act, { tx, gathered, standing, at });
  if (isRefusal(prepared)) return prepared;
  const judged = judge(gathered.facts, act.act, { ways, prepared, at });
  if (isRefusal(judged)) return judged;
  const { step, officer } = judged;
  return writeAct(tx, parts, {
    gathered,
    at,
    act: act.act,
    event: step.event,
    law: step.law,
    by: doerOf(officer),
    facts: step.facts,
    recorded: prepared.recorded,
    effects: prepared.effects,
    about: "alertId" in act && act.alertId !== undefined ? { alertId: act.alertId } : {},
    requestId: wanted.requestId,
    bulkId: wanted.bulkId,
  });
}

/** Why a case that does not exist yet cannot be opened, by the rules alone; nothing is written. */
export function refuseToPerform(
  facts: CaseFacts,
  { act, reason }: { readonly act: "openCase"; readonly reason?: string },
  { ways, at }: { ways: Ways; at: Date },
): Refusal | undefined {
  const judged = judge(facts, act, { ways, prepared: { input: { reason }, recorded: {}, effects: [] }, at });
  return isRefusal(judged) ? judged : undefined;
}

interface Judged {
  readonly step: Step;
  readonly officer: ActingOfficer;
}

/** In the own right where that is enough, else in the place of the first absent person whose right is. */
function judge(
  facts: CaseFacts,
  act: ActName,
  { ways, prepared, at }: { ways: Ways; prepared: PreparedAct; at: Date },
): Judged | Refusal {
  const refusals: Refusal[] = [];
  for (const officer of ways.officers) {
    const verdict = judgeAct(facts, act, officer, prepared.input as never, at.toISOString());
    if (isStep(verdict)) return { step: verdict, officer };
    refusals.push(...verdict.slice(0, 1));
  }
  const [first] = refusals;
  if (!first) throw new Error(`Nobody was asked whether ${act} may be done`);
  // Why an absent person's right is not enough tells more than that the own right does not reach.
  return refusals.find(({ refusal }) => refusal !== "forbidden") ?? first;
}
