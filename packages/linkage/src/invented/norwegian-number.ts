import type { Sex } from "../person-record.ts";
import type { Chance } from "./random.ts";

const K1_WEIGHTS = [3, 7, 6, 1, 8, 9, 4, 5, 2];
const K2_WEIGHTS = [5, 4, 3, 2, 7, 6, 5, 4, 3, 2];

/** The span of individual numbers for each span of birth years (Skatteetaten, fødselsnummer until 2032). */
function individualNumberSpan(year: number): [number, number] {
  if (year < 1900) return [500, 749];
  if (year < 2000) return [0, 499];
  return [500, 999];
}

/**
 * A synthetic Norwegian identity number: the birth month has 80 added, as in Skatteetaten's test population, so
 * the number never belongs to anyone. Check digits are valid and the ninth digit tells the sex.
 *
 * @param birthDate full calendar date, `1967-05-23`
 */
export function syntheticNorwegianNumber(birthDate: string, sex: Sex, chance: Chance): string {
  const year = Number(birthDate.slice(0, 4));
  const month = Number(birthDate.slice(5, 7));
  const day = birthDate.slice(8, 10);
  const [first, last] = individualNumberSpan(year);
  const date = `${day}${String(month + 80)}${String(year % 100).padStart(2, "0")}`;
  for (;;) {
    let individual = first + chance.below(last - first + 1);
    const isOdd = individual % 2 === 1;
    if (sex !== "X" && isOdd !== (sex === "M")) individual += individual === last ? -1 : 1;
    const number = withCheckDigits(date + String(individual).padStart(3, "0"));
    if (number !== undefined) return number;
  }
}

function withCheckDigits(nine: string): string | undefined {
  const k1 = checkDigit(nine, K1_WEIGHTS);
  if (k1 === 10) return undefined;
  const k2 = checkDigit(nine + k1, K2_WEIGHTS);
  return k2 === 10 ? undefined : `${nine}${k1}${k2}`;
}

function checkDigit(digits: string, weights: readonly number[]): number {
  const sum = weights.reduce((total, weight, i) => total + weight * Number(digits[i]), 0);
  return (11 - (sum % 11)) % 11;
}
