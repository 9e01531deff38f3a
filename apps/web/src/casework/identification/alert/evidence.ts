import type { FieldEvidenceView } from "@varde/contract/identification";

/** How a field of the alert and of the register agree, as far as the eye needs to know. */
export type Agreement = "agrees" | "close" | "differs" | "missing" | "basis";

const BASIS_FIELDS = new Set(["prior", "namesakes", "otherCandidates"]);

/**
 * What a row of evidence shows. The starting point and the rivals are no comparison; a value one of the two does
 * not hold is missing; the rest goes by what the row weighs.
 */
export function agreementOf({
  field,
  asked,
  found,
  level,
  bits,
}: Omit<FieldEvidenceView, "sentence">): Agreement {
  if (BASIS_FIELDS.has(field)) return "basis";
  if (asked === null || found === null || level === "missing") return "missing";
  if (level === "equal") return "agrees";
  return bits < 0 ? "differs" : "close";
}

/** One step of the waterfall, on an axis that all steps of a candidate share. */
export interface Step {
  /** Where the bar begins and how long it is, both between 0 and 100. */
  readonly start: number;
  readonly width: number;
  readonly isFor: boolean;
  /** Where the sum stands after this step, between 0 and 100. */
  readonly sum: number;
}

/** The waterfall of weights: each step begins where the one before ended. `zero` is where nothing speaks either way. */
export function waterfallOf(bits: readonly number[]): {
  readonly steps: readonly Step[];
  readonly zero: number;
} {
  const sums = bits.reduce<number[]>((all, one) => [...all, (all.at(-1) ?? 0) + one], []);
  const least = Math.min(0, ...sums);
  const most = Math.max(0, ...sums);
  const scale = most === least ? 0 : 100 / (most - least);
  const place = (value: number) => (value - least) * scale;
  const steps = bits.map((one, index) => {
    const before = sums[index - 1] ?? 0;
    const after = before + one;
    return {
      start: place(Math.min(before, after)),
      width: Math.abs(one) * scale,
      isFor: one >= 0,
      sum: place(after),
    };
  });
  return { steps, zero: place(0) };
}
