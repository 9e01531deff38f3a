import type { PersonRecord } from "../person-record.ts";
import { NOISE_KINDS, type NoiseKind } from "./noise-kinds.ts";
import { type Chance, chanceFrom } from "./random.ts";

/** How much is wrong: `exact` nothing, `normal` one or two kinds, `hard` two to four kinds one after the other. */
export type NoiseSeverity = "exact" | "normal" | "hard";

/** How often each kind is drawn, relative to the others. */
const SHARES: Record<NoiseKind, number> = {
  typo: 14,
  swappedDayMonth: 7,
  yearOff: 6,
  dayOff: 3,
  dateDigit: 5,
  yearOnly: 3,
  yearMonthOnly: 1,
  noBirthDate: 1,
  firstOfJanuary: 1,
  transliteration: 8,
  digraphs: 6,
  spellingHabit: 7,
  newSurname: 5,
  doubleSurname: 5,
  partOfSurname: 3,
  swappedNames: 6,
  middleAsSurname: 5,
  droppedMiddle: 7,
  middleInitial: 2,
  firstInitial: 1,
  joinedNames: 2,
  upperCase: 6,
  ocr: 4,
  nickname: 3,
};

const KINDS = Object.keys(SHARES) as NoiseKind[];
const TOTAL_SHARE = KINDS.reduce((sum, kind) => sum + SHARES[kind], 0);
const KINDS_BY_SEVERITY: Record<NoiseSeverity, readonly [least: number, most: number]> = {
  exact: [0, 0],
  normal: [1, 2],
  hard: [2, 4],
};

/** A person as another country may report them, and what was done to get there. */
export interface CorruptedPerson {
  person: PersonRecord;
  kinds: NoiseKind[];
}

/**
 * Reports a person as a foreign authority might: own register numbers and earlier names are unknown to it, and
 * the given kinds of noise, or as many as the severity says, are put on in turn. Same seed, same result. A kind
 * that does not apply (dropping a middle name nobody has) is passed over and not listed.
 */
export function corrupt(
  person: PersonRecord,
  options: { seed: number | string; kinds?: readonly NoiseKind[]; severity?: NoiseSeverity },
): CorruptedPerson {
  const chance = chanceFrom(`noise ${options.seed} ${person.id}`);
  const { nationalIds: _ids, registrationNumbers: _numbers, earlierNames: _earlier, ...known } = person;
  if (options.kinds) return applyInTurn(known, options.kinds, chance);
  const [least, most] = KINDS_BY_SEVERITY[options.severity ?? "normal"];
  return applyUntil(known, least + chance.below(most - least + 1), chance);
}

function applyInTurn(person: PersonRecord, kinds: readonly NoiseKind[], chance: Chance): CorruptedPerson {
  const result: CorruptedPerson = { person, kinds: [] };
  for (const kind of kinds) {
    const changed = NOISE_KINDS[kind](result.person, chance);
    if (changed === undefined) continue;
    result.person = changed;
    result.kinds.push(kind);
  }
  return result;
}

const MOST_DRAWS = 100;

function applyUntil(person: PersonRecord, wanted: number, chance: Chance): CorruptedPerson {
  let result: CorruptedPerson = { person, kinds: [] };
  for (let draws = 0; result.kinds.length < wanted && draws < MOST_DRAWS; draws++) {
    const kind = drawKind(chance);
    if (result.kinds.includes(kind)) continue;
    const next = applyInTurn(result.person, [kind], chance);
    if (next.kinds.length > 0) result = { person: next.person, kinds: [...result.kinds, kind] };
  }
  return result;
}

function drawKind(chance: Chance): NoiseKind {
  let rest = chance.next() * TOTAL_SHARE;
  for (const kind of KINDS) {
    rest -= SHARES[kind];
    if (rest < 0) return kind;
  }
  return "typo";
}
