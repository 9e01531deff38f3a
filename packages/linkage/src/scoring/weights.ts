import { dateLevel } from "../dates/date-level.ts";
import type { DateLevel, NameLevel } from "../link-result.ts";
import type { FullDateLevel, LinkageModel, NameField, PartialDateLevel } from "../model/model.ts";
import type { Token } from "../names/token-level.ts";
import type { RegisterView } from "./register-view.ts";

/** Weights are whole multiples of this, so that sums of them are exact. */
const BIT_STEP = 1 / 256;

/** Share of strangers' records that lack or add a name part just like the records of one person do. */
const OMITTED_BY_STRANGERS = 0.35;

/** Chance that two strangers' names agree, when they do, across forename and surname. */
const CROSSED_BY_STRANGERS = 0.2;

/** A weight in bits, rounded to the step in which evidence is counted. */
export function inSteps(bits: number): number {
  return Math.round(bits / BIT_STEP) * BIT_STEP + 0;
}

/** The weight, in bits, of what has chance `same` in two records of one person and `other` in those of strangers. */
export function weightOf(same: number, other: number, trust = 1): number {
  return inSteps(trust * Math.log2(same / other));
}

/** The weight of one name part at a level; how rare the query's name is decides what agreement is worth. */
export function nameWeight(
  field: NameField,
  name: Token,
  level: NameLevel,
  model: LinkageModel,
  register: RegisterView,
): number {
  const same = level === "initial" ? model.initial : model.names[field][level];
  if (level === "differs") return weightOf(same, 1, model.trust.names);
  if (level === "omitted") return Math.min(0, weightOf(same, OMITTED_BY_STRANGERS, model.trust.names));
  const strangers = amongStrangers(register.around(name).shareAt(level), same, model, register);
  return weightOf(same, strangers, model.trust.names);
}

/** A share of the register without the further entries of the person asked for, who would be taken for strangers. */
function amongStrangers(share: number, same: number, model: LinkageModel, register: RegisterView): number {
  const { entriesPerPerson } = model;
  const own = ((entriesPerPerson - 1) * same) / Math.max(1, register.people);
  return Math.max(share - own, share / entriesPerPerson);
}

/** The weight of forename and surname having changed places, counted once for a whole name. */
export function crossingWeight(model: LinkageModel): number {
  return weightOf(model.crossedRole, CROSSED_BY_STRANGERS, model.trust.names);
}

/** How two known, packed birth dates agree and what that weighs. */
export function dateWeight(
  asked: number,
  found: number,
  model: LinkageModel,
  register: RegisterView,
): { level: DateLevel; bits: number } {
  const level = dateLevel(asked, found);
  const partial =
    level === "firstOfJanuary" || level === "nearYear" || asked % 100 === 0 || found % 100 === 0;
  const same = partial
    ? model.partialDate[level as PartialDateLevel]
    : model.birthDate[level as FullDateLevel];
  return { level, bits: weightOf(same, register.dateShare(asked, level), model.trust.birthDate) };
}
