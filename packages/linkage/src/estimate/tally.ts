import type { Candidate, FieldEvidence } from "../link-result.ts";
import type { LinkageModel, NameField } from "../model/model.ts";

/** As if this many pairs had been seen that agree with the model one starts from. */
const PAIRS_BELIEVED = 25;

/** How often each level was seen among pairs that are (probably) about one person. */
export class LevelTally {
  #pairs = 0;
  #crossed = 0;
  readonly #seen = new Map<string, number>();

  /** Counts one pair with the probability that it is about one person. */
  count(candidate: Candidate, probability: number): void {
    this.#pairs += probability;
    let crossed = false;
    for (const row of candidate.explanation) {
      if (row.asked === null || row.level === "missing") continue;
      if (row.field === "nameOrder") crossed = true;
      else this.#add(keyOf(row), probability);
    }
    if (crossed) this.#crossed += probability;
  }

  get pairs(): number {
    return this.#pairs;
  }

  /** The model whose chances are those seen, held back by the belief in the one given. */
  improve(model: LinkageModel): LinkageModel {
    const improved = structuredClone(model);
    for (const field of Object.keys(model.names) as NameField[]) {
      improved.names[field] = this.#distribution(field, model.names[field]);
    }
    improved.birthDate = this.#distribution("birthDate", model.birthDate);
    improved.partialDate = this.#partialDate(model.partialDate);
    improved.crossedRole =
      (this.#crossed + PAIRS_BELIEVED * model.crossedRole) / (this.#pairs + PAIRS_BELIEVED);
    for (const field of ["sex", "nationality", "profession"] as const) {
      const { equal } = this.#distribution(field, { equal: model[field], differs: 1 - model[field] });
      improved[field] = equal;
    }
    return improved;
  }

  /** A partial date that fits does so as far as it is known, so the levels that fit share one chance. */
  #partialDate(believed: LinkageModel["partialDate"]): LinkageModel["partialDate"] {
    const { compatible, nearYear, differs } = believed;
    const fits = this.#count("partialDate:compatible") + this.#count("partialDate:yearOnly");
    const { fitting, ...rest } = this.#shares(
      {
        fitting: fits,
        nearYear: this.#count("partialDate:nearYear"),
        differs: this.#count("partialDate:differs"),
      },
      { fitting: compatible, nearYear, differs },
    );
    return { ...believed, ...rest, compatible: fitting, yearOnly: fitting };
  }

  #count(key: string): number {
    return this.#seen.get(key) ?? 0;
  }

  #add(key: string, amount: number): void {
    this.#seen.set(key, (this.#seen.get(key) ?? 0) + amount);
  }

  #distribution<L extends string>(field: string, believed: Record<L, number>): Record<L, number> {
    const levels = Object.keys(believed) as L[];
    const seen = levels.map((level) => [level, this.#count(`${field}:${level}`)] as const);
    return this.#shares(Object.fromEntries(seen) as Record<L, number>, believed);
  }

  #shares<L extends string>(seen: Record<L, number>, believed: Record<L, number>): Record<L, number> {
    const levels = Object.keys(believed) as L[];
    const total = levels.reduce((sum, level) => sum + seen[level], 0);
    const believedTotal = levels.reduce((sum, level) => sum + believed[level], 0);
    const share = (level: L): number =>
      (seen[level] + (PAIRS_BELIEVED * believed[level]) / believedTotal) / (total + PAIRS_BELIEVED);
    return Object.fromEntries(levels.map((level) => [level, share(level)])) as Record<L, number>;
  }
}

/** A partial date's levels are not those of full dates, whatever they are called. */
function keyOf(row: FieldEvidence): string {
  const partial = row.field === "birthDate" && (isPartial(row.asked) || isPartial(row.found));
  return `${partial ? "partialDate" : row.field}:${row.level}`;
}

const FULL_DATE_LENGTH = 10;
const isPartial = (date: string | null): boolean => date !== null && date.length < FULL_DATE_LENGTH;
