import { addDays, daysBetween, onWorkingDay } from "../../casework/cases/procedure/clocks/calendar.ts";
import { inventRegister, type RegisterLine } from "../../demo/index.ts";
import { keyOf, officerOf, type PlannedStep, planSteps, timeOf } from "./plan-steps.ts";
import type { Cohort, History } from "./read-history.ts";

/** An act of a case of the history; `key` is a UUID of its own. */
export interface PlannedAct extends PlannedStep {
  readonly key: string;
}

/** An invented case: the alert that opens it, and everything done in it. */
export interface PlannedCase {
  readonly alertNumber: string;
  readonly person: RegisterLine;
  readonly country: string;
  readonly measure: string;
  /** When the alert comes in, and who decides whom it is about. */
  readonly opens: Date;
  readonly officer: string;
  readonly acts: readonly PlannedAct[];
}

/** The invented people of a history: authorised in Norway on the ground of an authorisation abroad. */
export function peopleOf({ seed, registerOf, cohorts }: History): RegisterLine[] {
  const wanted = cohorts.reduce((sum, { cases }) => sum + cases, 0);
  const people: RegisterLine[] = [];
  for (const line of inventRegister({ seed, count: wanted * 20, asOf: registerOf })) {
    if (isAuthorised(line)) people.push(line);
    if (people.length === wanted) return people;
  }
  throw new Error(`The seed ${seed} invents only ${people.length} of the ${wanted} people that are wanted`);
}

function isAuthorised({ erstattetAvHprNummer, person, godkjenninger }: RegisterLine): boolean {
  const inForce = godkjenninger.filter(({ periode, avsluttetStatus }) => !periode.til && !avsluttetStatus);
  const isWhole = inForce.length > 0 && inForce.length === godkjenninger.length;
  return (
    isWhole &&
    erstattetAvHprNummer === null &&
    person.dødsdato === null &&
    inForce.every(({ konvertertFraLand }) => konvertertFraLand !== null)
  );
}

/** Every case of a history in the order they are opened; the same history always gives the same plan. */
export function planHistory(history: History): PlannedCase[] {
  const people = peopleOf(history);
  const places = history.cohorts.flatMap((cohort) =>
    Array.from({ length: cohort.cases }, (_, place) => ({ cohort, place })),
  );
  return places
    .map(({ cohort, place }, ordinal) => {
      const person = people[ordinal];
      if (!person) throw new Error(`The history ${history.name} has no person for case ${ordinal}`);
      return planCase(history, { cohort, place, ordinal, person });
    })
    .toSorted((one, other) => one.opens.getTime() - other.opens.getTime());
}

interface Place {
  readonly cohort: Cohort;
  /** The place of the case in its cohort, and in the history. */
  readonly place: number;
  readonly ordinal: number;
  readonly person: RegisterLine;
}

function planCase({ name, passages }: History, { cohort, place, ordinal, person }: Place): PlannedCase {
  const number = String(ordinal + 1).padStart(4, "0");
  const [first, ...later] = cohort.parts.map(({ from, to, through }) => ({
    begins: onWorkingDay(addDays(from, Math.floor((daysBetween(from, to) * place) / cohort.cases))),
    through,
  }));
  if (!first) throw new Error(`The cohort "${cohort.what}" has no part`);
  const opening = place < cohort.media ? { ...first, through: ["inTheMedia", ...first.through] } : first;
  const acts = [opening, ...later].flatMap(({ begins, through }) =>
    planSteps(passages, through, { begins, ordinal }),
  );
  return {
    alertNumber: `INVENTED-${number}`,
    person,
    country: person.godkjenninger[0]?.konvertertFraLand ?? "",
    measure: cohort.measure,
    opens: timeOf(first.begins, { ordinal, step: 0 }),
    officer: officerOf(passages, "first", ordinal),
    acts: acts.map((act, step) => ({ ...act, key: keyOf(`${name} ${number} ${step}`) })),
  };
}
