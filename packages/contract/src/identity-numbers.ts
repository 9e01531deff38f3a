import { z } from "zod";
import { instant } from "./route.ts";

/** Characters a purpose for opening identity numbers has at least. */
export const SHORTEST_PURPOSE = 10;

/** Why somebody must see identity numbers in full; it stands in the audit log. */
export const openNumbers = z.object({
  purpose: z.string().trim().min(SHORTEST_PURPOSE, "purposeTooShort").max(500),
});

/** Until when the views of the thing show the one who asked its identity numbers in full. */
export const numbersOpened = z.object({ until: instant });

/** As many signs as a birth date takes; never more than half of a number is told. */
const SIGNS_TOLD = 6;

/** An identity number of whatever country with its end hidden: "158299*****". */
export function maskIdentityNumber(number: string): string {
  const told = Math.min(SIGNS_TOLD, Math.ceil(number.length / 2));
  return number.slice(0, told).padEnd(number.length, "*");
}

/** Whether a number is one that has been masked, and so is nobody's. */
export function isMaskedNumber(number: string): boolean {
  return number.includes("*");
}

/** Nordic identity numbers as they stand in text: a date of six or eight digits, and an end with or without a sign between. */
const NORDIC_NUMBER = /(?<![\d-])(?:\d{6}[ -]?\d{5}|\d{6}(?:\d{2})?[-+A]\d{3}[\dA-Z])(?![\d-])/g;

/** A text with identity numbers masked: these, as they are written there, and whatever looks like a Nordic one. */
export function maskNumbersIn(text: string, known: readonly string[] = []): string {
  const numbers = known.filter((number) => number.length > 3 && text.includes(number));
  const told = numbers.reduce(
    (masked, number) => masked.replaceAll(number, maskIdentityNumber(number)),
    text,
  );
  return told.replace(NORDIC_NUMBER, maskIdentityNumber);
}
