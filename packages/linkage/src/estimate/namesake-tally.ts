import type { Candidate } from "../link-result.ts";
import type { LinkageModel } from "../model/model.ts";
import { expectedNamesakes } from "../scoring/score.ts";

type Curve = LinkageModel["namesakes"];

const NAME_FIELDS: ReadonlySet<string> = new Set(["forename", "middleName", "surname"]);

/** Only candidates more likely than not tell how many *others* carry the name. */
const LEAST_PROBABILITY = 0.5;

/** Combinations as common as this say nothing about how names go together. */
const MOST_EXPECTED = 300;

/** As if this many combinations had been seen that lie on the curve one starts from. */
const BELIEVED = 20;

const ROUNDS = 50;

/** Sees how many people carry the same combination of names, beside how many would by chance. */
export class NamesakeTally {
  readonly #seen: { x: number; others: number }[] = [];

  count(candidate: Candidate, people: number, model: LinkageModel): void {
    const row = candidate.explanation.find(({ field }) => field === "namesakes");
    if (!row || candidate.probability < LEAST_PROBABILITY) return;
    const names = candidate.explanation.filter(({ field }) => NAME_FIELDS.has(field));
    const independent = expectedNamesakes(names, model, people);
    if (independent <= MOST_EXPECTED)
      this.#seen.push({ x: Math.log(independent), others: Number(row.found) - 1 });
  }

  /** The curve that makes the numbers seen likeliest (Poisson regression), held back by the one given. */
  fit(believed: Curve): Curve {
    const points = [...this.#seen, ...believedPoints(believed)];
    let [a, b] = [Math.log(believed.scale), believed.exponent];
    for (let round = 0; round < ROUNDS; round++) {
      let [ga, gb, haa, hab, hbb] = [0, 0, 1e-9, 0, 1e-9];
      for (const { x, others } of points) {
        const mean = Math.min(1e6, Math.exp(a + b * x));
        ga += others - mean;
        gb += (others - mean) * x;
        haa += mean;
        hab += mean * x;
        hbb += mean * x * x;
      }
      const determinant = haa * hbb - hab * hab;
      if (determinant < 1e-6) break;
      a += clamp((hbb * ga - hab * gb) / determinant);
      b += clamp((haa * gb - hab * ga) / determinant);
    }
    return { scale: Math.exp(a), exponent: Math.min(1, Math.max(0.2, b)) };
  }
}

const believedPoints = ({ scale, exponent }: Curve): { x: number; others: number }[] =>
  Array.from({ length: BELIEVED }, (_, i) => {
    const x = -4 + i / 3;
    return { x, others: scale * Math.exp(exponent * x) };
  });

const clamp = (step: number): number => Math.min(0.5, Math.max(-0.5, step));
