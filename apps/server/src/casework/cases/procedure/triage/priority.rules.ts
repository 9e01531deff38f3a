import { CASE_PRIORITIES } from "@varde/contract/cases-terms";
import type { CaseFacts, Flag } from "../case-facts.ts";
import type { Done } from "../case-state.ts";
import { isAuthorised, type MeasureKind } from "../facts/surroundings.ts";
import { type Sentence, say } from "../sentence.ts";

export const PRIORITIES = CASE_PRIORITIES;
export type PriorityLevel = (typeof PRIORITIES)[number];

/** What speaks for haste. */
export const PRIORITY_FACTS = [
  "worksInNorway",
  "workUnknown",
  "measureGrave",
  "measureSerious",
  "measureModerate",
  "prescribingRight",
  "criticalProfession",
  "patientNear",
  "attention",
  "alertOld",
  "alertVeryOld",
] as const;
export type PriorityFact = (typeof PRIORITY_FACTS)[number];

/** The weights and limits of the organisation. Limits are sums of weights; days are calendar days. */
export interface PriorityWeights {
  readonly weights: Readonly<Record<PriorityFact, number>>;
  readonly highFrom: number;
  readonly normalFrom: number;
  readonly oldAfterDays: number;
  readonly veryOldAfterDays: number;
  readonly criticalProfessions: readonly string[];
}

export const DEFAULT_WEIGHTS: PriorityWeights = {
  weights: {
    worksInNorway: 30,
    workUnknown: 15,
    measureGrave: 30,
    measureSerious: 20,
    measureModerate: 10,
    prescribingRight: 10,
    criticalProfession: 10,
    patientNear: 15,
    attention: 15,
    alertOld: 5,
    alertVeryOld: 15,
  },
  highFrom: 60,
  normalFrom: 30,
  oldAfterDays: 30,
  veryOldAfterDays: 180,
  criticalProfessions: ["LE", "TL", "SP", "JO", "PS", "FA1"],
};

export const PRIORITY_FACT: Readonly<Record<PriorityFact, Sentence>> = {
  worksInNorway: say("Arbeider i Norge nå", "Arbeider i Noreg no", "Works in Norway now"),
  workUnknown: say(
    "Det er ikke kjent om personen arbeider i Norge",
    "Det er ikkje kjent om personen arbeider i Noreg",
    "It is not known whether the person works in Norway",
  ),
  measureGrave: say(
    "Tilbakekall eller forfalsket dokumentasjon i utlandet",
    "Tilbakekall eller forfalska dokumentasjon i utlandet",
    "Revocation or falsified evidence abroad",
  ),
  measureSerious: say("Suspensjon i utlandet", "Suspensjon i utlandet", "Suspension abroad"),
  measureModerate: say(
    "Begrensning eller vilkår i utlandet",
    "Avgrensing eller vilkår i utlandet",
    "Restriction or conditions abroad",
  ),
  prescribingRight: say("Har rekvireringsrett", "Har rekvireringsrett", "Has a prescribing right"),
  criticalProfession: say(
    "Yrke med stor risiko for pasienter",
    "Yrke med stor risiko for pasientar",
    "Profession with high risk for patients",
  ),
  patientNear: say("Arbeider nær pasienter", "Arbeider nær pasientar", "Works near patients"),
  attention: say(
    "Oppmerksomhet i mediene eller i departementet",
    "Merksemd i media eller i departementet",
    "Attention in the media or the ministry",
  ),
  alertOld: say(
    "Varselet er eldre enn {days} dager",
    "Varselet er eldre enn {days} dagar",
    "The alert is older than {days} days",
  ),
  alertVeryOld: say(
    "Varselet er eldre enn {days} dager",
    "Varselet er eldre enn {days} dagar",
    "The alert is older than {days} days",
  ),
};

/** A computed priority with everything that spoke for it. */
export interface ComputedPriority {
  readonly level: PriorityLevel;
  readonly score: number;
  readonly facts: readonly { readonly fact: PriorityFact; readonly weight: number }[];
}

/** The priority that stands: as computed when it was set, or as an officer overrode it. */
export interface Priority extends Done {
  readonly level: PriorityLevel;
  readonly computed: ComputedPriority;
  readonly override: { readonly reason: string } | null;
}

const GRAVITY: Readonly<Record<MeasureKind, PriorityFact | null>> = {
  warning: null,
  conditions: "measureModerate",
  restriction: "measureModerate",
  suspension: "measureSerious",
  revocation: "measureGrave",
  falsifiedEvidence: "measureGrave",
};
const GRAVEST_FIRST: readonly PriorityFact[] = ["measureGrave", "measureSerious", "measureModerate"];
const ATTENTION: readonly Flag[] = ["media", "ministry"];
const MILLISECONDS_A_DAY = 86_400_000;

/**
 * The priority that the facts give now: the sum of the weights of what speaks for haste. Who is dead or holds no
 * authorisation in force harms nobody in Norway, so no weight but attention counts then.
 */
export function priorityOf(
  facts: CaseFacts,
  at: string,
  settings: PriorityWeights = DEFAULT_WEIGHTS,
): ComputedPriority {
  const harmless = facts.person.dead || !isAuthorised(facts.person);
  const present = PRIORITY_FACTS.filter((fact) => speaks(fact, facts, at, settings)).filter(
    (fact) => !harmless || fact === "attention",
  );
  const weighed = present.map((fact) => ({ fact, weight: settings.weights[fact] }));
  const score = weighed.reduce((sum, { weight }) => sum + weight, 0);
  return { level: levelOf(score, settings), score, facts: weighed };
}

function levelOf(score: number, { highFrom, normalFrom }: PriorityWeights): PriorityLevel {
  if (score >= highFrom) return "high";
  return score >= normalFrom ? "normal" : "low";
}

function speaks(fact: PriorityFact, facts: CaseFacts, at: string, settings: PriorityWeights): boolean {
  const { person } = facts;
  const held = person.authorisations.filter(({ inForce }) => inForce);
  switch (fact) {
    case "worksInNorway":
      return person.worksInNorway === true;
    case "workUnknown":
      return person.worksInNorway === null;
    case "measureGrave":
    case "measureSerious":
    case "measureModerate":
      return gravestOf(facts) === fact;
    case "prescribingRight":
      return held.some(({ prescribingRight }) => prescribingRight);
    case "criticalProfession":
      return held.some(({ profession }) => settings.criticalProfessions.includes(profession));
    case "patientNear":
      return person.worksWithPatients === true;
    case "attention":
      return facts.flags.some((flag) => ATTENTION.includes(flag));
    case "alertOld":
      return (
        ageInDays(facts, at) > settings.oldAfterDays && ageInDays(facts, at) <= settings.veryOldAfterDays
      );
    case "alertVeryOld":
      return ageInDays(facts, at) > settings.veryOldAfterDays;
  }
}

/** The gravest measure of the valid alerts; one whose measure nobody has read is held to be serious. */
function gravestOf({ alerts }: CaseFacts): PriorityFact | undefined {
  const valid = alerts.filter(({ status }) => status === "valid");
  const gravities = new Set(
    valid.map(({ measure }) => (measure === null ? "measureSerious" : GRAVITY[measure])),
  );
  return GRAVEST_FIRST.find((gravity) => gravities.has(gravity));
}

function ageInDays({ alerts }: CaseFacts, at: string): number {
  const oldest = Math.min(
    ...alerts.filter(({ status }) => status === "valid").map(({ receivedAt }) => Date.parse(receivedAt)),
  );
  return Number.isFinite(oldest) ? (Date.parse(at) - oldest) / MILLISECONDS_A_DAY : 0;
}
