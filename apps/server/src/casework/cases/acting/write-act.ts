import type { CaseStage } from "@varde/contract";
import type { Kysely } from "kysely";
import { recordAudit } from "../../../platform/audit/index.ts";
import { notifyChange } from "../../../platform/database/index.ts";
import type { CasesParts } from "../cases-parts.ts";
import type { Effect } from "../effects/prepare-act.ts";
import type { GatheredCase } from "../facts/gather-facts.ts";
import { changesBetween, keptOf, pictureOf } from "../facts/kept-facts.ts";
import { type CaseFacts, stageOf } from "../procedure/case-facts.ts";
import type { Doer } from "../procedure/persons.ts";
import { insertAct, insertStanding, replaceDeadlines, updateCase } from "./acts.sql.ts";
import { codesOf, deadlinesOf, standingOf } from "./case-standing.rules.ts";
import { actorOfDoer, actorOfPerson } from "./doer.ts";

/** An act the rules have allowed, with how the case stands after it. */
export interface AllowedAct {
  readonly gathered: GatheredCase;
  readonly at: Date;
  readonly act: string;
  readonly event: string;
  readonly law: readonly string[];
  readonly by: Doer;
  readonly facts: CaseFacts;
  /** What the history keeps of what was given. */
  readonly recorded: Readonly<Record<string, unknown>>;
  readonly effects?: readonly Effect[];
  /** Ids that others need to react to the event. */
  readonly about?: Readonly<Record<string, number>>;
  readonly requestId?: string | undefined;
  readonly bulkId?: string | undefined;
}

/** Writes everything an allowed act means: history, state, figures, clocks, audit log, event and notice. */
export async function writeAct(
  tx: Kysely<unknown>,
  { jobs }: Pick<CasesParts, "jobs">,
  { gathered, at, act, facts, effects = [], about = {}, ...of }: AllowedAct,
): Promise<{ caseId: number; actId: number }> {
  const caseId = gathered.record.id;
  const by = {
    actor: actorOfDoer(of.by),
    ...(of.by.onBehalfOf && { onBehalfOf: actorOfPerson(of.by.onBehalfOf) }),
  };
  const stages = { stageBefore: stageOf(gathered.facts), stageAfter: openedStage(facts) };
  const actId = await insertAct(tx, {
    caseId,
    at,
    act,
    ...by,
    ...stages,
    law: of.law.join("; ") || undefined,
    input: of.recorded,
    ...changesBetween(pictureOf(gathered.facts), pictureOf(facts)),
    requestId: of.requestId,
    bulkId: of.bulkId,
  });
  for (const effect of effects) await effect(tx, { ...by, at, caseId, actId });
  const standing = standingOf(facts, at);
  await updateCase(tx, caseId, actId, { facts: keptOf(facts), standing });
  await insertStanding(tx, caseId, { actId, at, standing });
  await replaceDeadlines(tx, caseId, deadlinesOf(facts, at));
  await recordAudit(tx, {
    at,
    ...by,
    act,
    object: { type: "case", id: String(caseId) },
    details: { actId },
    before: codesOf(gathered.facts, at),
    after: codesOf(facts, at),
  });
  await jobs.publish(tx, {
    type: of.event,
    subject: `case:${caseId}`,
    payload: { caseId, actId, act, ...stages, ...about },
    actor: by.actor,
  });
  await notifyChange(tx, "cases", caseId);
  return { caseId, actId };
}

function openedStage(facts: CaseFacts): CaseStage {
  const stage = stageOf(facts);
  if (!stage) throw new Error(`The case ${facts.caseId} stands nowhere after an act`);
  return stage;
}
