import type { PersonRecord } from "../person-record.ts";
import { NOISE_KINDS, type NoiseKind } from "./noise-kinds.ts";
import { type Chance, chanceFrom } from "./random.ts";

/** How much is wrong: `exact` nothing, `normal` one or two kinds, `hard` two to four kinds one after the other. */
export type NoiseSeverity = "exact" | "normal" | "hard";

/** How often each kind is drawn, relative to the others. */
const SHARES: Record<NoiseKind, number> = {
  typo: 22,
  transliteration: 12,
  digraphs: 12,
  spellingHabit: 7,
  upperCase: 12,
  ocr: 5,
  nickname: 3,
  droppedMiddle: 10,
  middleInitial: 2,
  middleAsSurname: 7,
  firstInitial: 1,
  joinedNames: 2,
  swappedNames: 9,
  doubleSurname: 7,
  partOfSurname: 3,
  newSurname: 4,
  swappedDayMonth: 9,
  yearOff: 8,
  dayOff: 3,
  dateDigit: 4,
  yearOnly: 2,
  yearMonthOnly: 1,
  firstOfJanuary: 1,
  noBirthDate: 1,
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
