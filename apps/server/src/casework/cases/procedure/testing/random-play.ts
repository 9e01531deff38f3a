import { ACT_NAMES, type ActName } from "../acts/act-names.ts";
import type { CaseFacts } from "../case-facts.ts";
import type { ActingOfficer } from "../circumstances.ts";
import { dayOf } from "../clocks/calendar.ts";
import { abilitiesOf, isStep, judgeAct, type Step } from "../judge-act.ts";
import { inventInput, type Pick } from "./invented-inputs.ts";
import { AMINA, INGRID, inPlaceOf, JONAS, KARI, OLA, ROBOT, TURID } from "./invented-officers.ts";
import { type StandingName, standingOf } from "./standings.ts";

const OFFICERS: readonly ActingOfficer[] = [
  INGRID,
  OLA,
  AMINA,
  JONAS,
  KARI,
  TURID,
  ROBOT,
  inPlaceOf(JONAS, AMINA),
  inPlaceOf(KARI, JONAS),
  inPlaceOf(OLA, INGRID),
  { ...KARI, standsInFor: [AMINA.person] },
];
/** Acts that lead a case onwards: random play that never chose them would seldom leave the assessment. */
const ONWARDS: readonly ActName[] = [
  "recordLookUp",
  "finishTriage",
  "offerHandover",
  "acceptHandover",
  "concludeAssessment",
  "concludeHearing",
  "submitDecision",
  "approveDecision",
  "recordDecisionSent",
  "recordDecisionReceived",
  "recordEffectuation",
  "closeCase",
  "dismissCase",
  "approveInterimSuspension",
];

/** An allowed step, and the case before it. */
export interface Move {
  readonly before: CaseFacts;
  readonly step: Step;
}

/** Plays a case at random from a point of its way and gives every step that was allowed. `choices` decide everything. */
export function playAtRandom(start: StandingName, choices: readonly number[]): readonly Move[] {
  let { facts, at } = standingOf(start);
  const moves: Move[] = [];
  let taken = 0;
  const pick: Pick = (from) => from[(choices[taken++ % choices.length] ?? 0) % from.length]!;
  for (let turn = 0; turn < TURNS; turn += 1) {
    at = new Date(Date.parse(at) + pick([0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 2, 25]) * 86_400_000).toISOString();
    const officer = pick(OFFICERS);
    const abilities = abilitiesOf(facts, officer, at);
    const open = ACT_NAMES.filter((act) => abilities[act].allowed);
    const onwards = open.filter((act) => ONWARDS.includes(act));
    const act = pick(onwards.length > 0 && pick([true, false]) ? onwards : [...open, pick(ACT_NAMES)]);
    const verdict = judgeAct(
      deepFreeze(facts),
      act,
      officer,
      inventInput(act, facts, dayOf(at), pick) as never,
      at,
    );
    if (!isStep(verdict)) continue;
    moves.push({ before: facts, step: verdict });
    facts = verdict.facts;
  }
  return moves;
}

const TURNS = 60;

function deepFreeze<T>(value: T): T {
  if (typeof value === "object" && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    Object.values(value).forEach(deepFreeze);
  }
  return value;
}
