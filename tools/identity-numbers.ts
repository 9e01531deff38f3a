const FIRST_WEIGHTS = [3, 7, 6, 1, 8, 9, 4, 5, 2, 1];
const SECOND_WEIGHTS = [5, 4, 3, 2, 7, 6, 5, 4, 3, 2, 1];

const checks = (digits: readonly number[], weights: readonly number[]): boolean =>
  weights.reduce((sum, weight, index) => sum + weight * (digits[index] ?? 0), 0) % 11 === 0;

/**
 * Finds eleven-digit runs that could be somebody's Norwegian identity number or D-number: a possible date
 * (day + 0 or 40, month 1–12 or H-number 41–52) and both check digits right. Synthetic numbers (month + 80, or + 65 as
 * Tenor also has it) are let through. Returns 1-based lines. Source: Skatteetaten, fødselsnummer and syntetiske testdata.
 */
export function findRealIdentityNumbers(text: string): { line: number; number: string }[] {
  return text.split("\n").flatMap((content, index) =>
    [...content.matchAll(/(?<![\d.])\d{6}[ ]?\d{5}(?![\d.])/g)]
      .map(([match]) => match.replace(" ", ""))
      .filter(looksReal)
      .map((number) => ({ line: index + 1, number })),
  );
}

function looksReal(number: string): boolean {
  const digits = [...number].map(Number);
  const day = Number(number.slice(0, 2)) % 40;
  const month = Number(number.slice(2, 4));
  const datePossible = day >= 1 && day <= 31 && ((month >= 1 && month <= 12) || (month >= 41 && month <= 52));
  return datePossible && checks(digits, FIRST_WEIGHTS) && checks(digits, SECOND_WEIGHTS);
}
