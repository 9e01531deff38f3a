import { type Chance, corrupt, type InventedPerson, inventPeople } from "@varde/linkage/invented";
import { between, byShare } from "./draws.ts";
import { dayAfter, type Facts } from "./facts.ts";
import { MEASURES, NAMED_PROFESSIONS, SENDING_COUNTRIES, type SendingCountry } from "./language/index.ts";

/** An alert about somebody, with what only the inventor knows: who it is and how the identity was blurred. */
export interface Subject {
  facts: Facts;
  country: SendingCountry;
  /** HPR number of a register person. */
  hpr?: string;
  noise: string;
}

/** Where alerts are taken from: the register people they may be about, and people that no register knows. */
export interface World {
  chance: Chance;
  registered: readonly InventedPerson[];
  outsiders: Iterator<InventedPerson>;
  /** How many numbers have been given, so that none is given twice. */
  numbered: number;
}

/** How many of the alerts are about register people. */
const SHARE_REGISTERED = 0.22;

const BLURS = [
  { severity: "exact", share: 35 },
  { severity: "normal", share: 50 },
  { severity: "hard", share: 15 },
] as const;

/** A world with people nobody has registered, drawn from another seed than any register. */
export const createWorld = (seed: string, registered: readonly InventedPerson[], chance: Chance): World => ({
  chance,
  registered,
  outsiders: inventPeople({ seed: `outsiders ${seed}`, count: Number.POSITIVE_INFINITY }),
  numbered: 0,
});

/** Invents an alert about somebody; `today` (ISO) is the day it is sent, `country` fixes the sender. */
export function inventSubject(world: World, today: string, country?: SendingCountry): Subject {
  const { chance } = world;
  const isRegistered = world.registered.length > 0 && chance.happens(SHARE_REGISTERED);
  const person = drawPerson(isRegistered, world);
  const sender = country ?? senderAbout(person, chance);
  const { severity } = byShare(chance, BLURS);
  const blurred = blur(person, isRegistered ? severity : "exact", chance, today);
  const decisionDate = dayAfter(today, -between(chance, 1, 40));
  return {
    country: sender,
    ...(isRegistered ? { hpr: person.id } : {}),
    noise: blurred.noise,
    facts: {
      kind: "alert",
      fields: {
        alertNumber: nextNumber(world, sender.code, today),
        alertType: "Restriction or prohibition of practice",
        sendingCountry: sender.code,
        authority: chance.pick(sender.authorities),
        ...blurred.fields,
        ...identifiers(person, sender, isRegistered && severity !== "hard", chance),
        sex: person.sex,
        nationality: person.nationality,
        ...(chance.happens(0.6) ? { birthPlace: chance.pick(sender.towns) } : {}),
        profession: person.professions.find((code) => NAMED_PROFESSIONS.includes(code)) ?? "SP",
        ...inventMeasure(decisionDate, chance),
      },
    },
  };
}

/** How often a Norwegian is passed over: alerts are mostly about people trained where they come from. */
const SHARE_PASSED_OVER = 0.85;

function drawPerson(isRegistered: boolean, { chance, registered, outsiders }: World): InventedPerson {
  for (;;) {
    const person = isRegistered ? chance.pick(registered) : (outsiders.next().value as InventedPerson);
    if (person.nationality !== "NO" || !chance.happens(SHARE_PASSED_OVER)) return person;
  }
}

/** What was decided, and from when until when it holds. */
function inventMeasure(decisionDate: string, chance: Chance): Facts["fields"] {
  const effectiveFrom = chance.happens(0.7) ? decisionDate : dayAfter(decisionDate, between(chance, 1, 21));
  return {
    measure: chance.pick(MEASURES),
    decisionDate,
    effectiveFrom,
    ...(chance.happens(0.5) ? { effectiveUntil: dayAfter(effectiveFrom, between(chance, 60, 1500)) } : {}),
  };
}

/** Changes what was decided, so that the alert says something else than before. */
export function amend(subject: Subject, chance: Chance): Subject {
  const { fields } = subject.facts;
  const start = fields.effectiveFrom ?? fields.decisionDate ?? "2026-01-01";
  const later = dayAfter(fields.effectiveUntil ?? start, between(chance, 30, 400));
  return { ...subject, facts: { kind: "update", fields: { ...fields, effectiveUntil: later } } };
}

/** The alert as its sender withdraws it. */
export const withdraw = (subject: Subject): Subject => ({
  ...subject,
  facts: { ...subject.facts, kind: "withdrawal" },
});

function senderAbout(person: InventedPerson, chance: Chance): SendingCountry {
  const home = SENDING_COUNTRIES.find(({ code }) => code === person.nationality);
  return home && chance.happens(0.5) ? home : byShare(chance, SENDING_COUNTRIES);
}

function blur(
  person: InventedPerson,
  severity: "exact" | "normal" | "hard",
  chance: Chance,
  today: string,
): { fields: Facts["fields"]; noise: string } {
  const { person: seen, kinds } = corrupt(person, { seed: chance.below(2 ** 31), severity });
  // A birth date that makes the person a child is a mistake no authority would send.
  const isGrown = !seen.birthDate || seen.birthDate < dayAfter(today, -18 * 366);
  if (!isGrown) return blur(person, "exact", chance, today);
  const kept =
    person.earlierNames && chance.happens(0.5) ? { earlierNames: person.earlierNames.join(" ") } : {};
  return {
    fields: {
      surname: seen.surnames.join(" "),
      forename: seen.forenames.join(" "),
      ...(seen.birthDate ? { birthDate: seen.birthDate } : {}),
      ...kept,
    },
    noise: kinds.join("+"),
  };
}

const NEIGHBOURS = new Set(["SE", "DK", "FI", "IS"]);

/** Numbers the sender may know: its own register's, and sometimes, in the neighbouring countries often, the Norwegian one. */
function identifiers(
  person: InventedPerson,
  sender: SendingCountry,
  mayKnowNumber: boolean,
  chance: Chance,
): Facts["fields"] {
  const number = person.nationalIds.find(({ country }) => country === "NO")?.number;
  const isKnown = mayKnowNumber && chance.happens(NEIGHBOURS.has(sender.code) ? 0.5 : 0.08);
  return {
    ...(chance.happens(0.6) ? { registrationNumber: String(between(chance, 100_000, 9_999_999)) } : {}),
    ...(number && isKnown ? { nationalId: number } : {}),
  };
}

/** The next number in the habit of a country's system. */
export function nextNumber(world: World, country: string, today: string): string {
  world.numbered += 1;
  const year = today.slice(0, 4);
  const serial = String(world.numbered).padStart(5, "0");
  const habits = [
    `${country}-${year}-${serial}`,
    `${year}/${serial}/${country}`,
    `${country}${year.slice(2)}.${serial}`,
  ];
  return habits[(country.charCodeAt(0) + country.charCodeAt(1)) % habits.length] as string;
}
