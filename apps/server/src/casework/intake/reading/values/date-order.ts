export type DateOrder = "dmy" | "mdy" | "ymd";

const PATTERN = /^\P{L}*(\p{L}{1,4})\P{L}{1,2}(\p{L}{1,4})\P{L}{1,2}(\p{L}{1,4})\P{L}*$/u;
const MONTH = /^(?:m{1,2}|k{1,2}|h{2})$/i;

/** Reads the order from a pattern as forms print it: "dd/mm/yyyy", "TT.MM.JJJJ", "jj/mm/aaaa", "åååå-mm-dd". */
export function dateOrderOfPattern(text: string): DateOrder | undefined {
  const [, first, second, third] = PATTERN.exec(text) ?? [];
  if (!first || !second || !third) return undefined;
  if (first.length === 4 && MONTH.test(second)) return "ymd";
  if (MONTH.test(second) && third.length !== 3) return "dmy";
  return MONTH.test(first) ? "mdy" : undefined;
}

const NUMERIC = /(?<!\d)(\d{1,2})\s?[-/.]\s?(\d{1,2})\s?[-/.]\s?(?:\d{4}|\d{2})(?!\d)/;

/** What one written date proves about the order its sender uses; nothing for a date that reads both ways. */
function proofOf(text: string): "dmy" | "mdy" | undefined {
  const [, first, second] = NUMERIC.exec(text) ?? [];
  if (!first || !second) return undefined;
  if (Number(first) > 12 && Number(second) <= 12) return "dmy";
  return Number(first) <= 12 && Number(second) > 12 ? "mdy" : undefined;
}

/**
 * The order that the dates of one document prove together. Day first unless a date can only be month first;
 * "unclear" where dates of both kinds stand side by side.
 */
export function provenOrder(dates: readonly string[]): DateOrder | "unclear" {
  const proofs = new Set(dates.map(proofOf));
  if (!proofs.has("mdy")) return "dmy";
  return proofs.has("dmy") ? "unclear" : "mdy";
}
