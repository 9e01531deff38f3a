import type { DateStyle } from "./language.ts";

const ROMAN_MONTHS = "I II III IV V VI VII VIII IX X XI XII".split(" ");
const FORMATS = new Map<string, Intl.DateTimeFormat>();

/**
 * Writes a date as a sender would. `date` is ISO, whole or partial ("1967-05", "1967"); a partial date is written
 * with what is known only. Day stands before month in every style but those that begin with the year.
 */
export function writeDate(date: string, style: DateStyle, language: string): string {
  const [year = "", month, day] = date.split("-");
  if (!month) return year;
  if (!day) return style === "iso" || style === "compact" ? date : `${month}/${year}`;
  switch (style) {
    case "iso":
      return date;
    case "compact":
      return `${year}${month}${day}`;
    case "slashes":
      return `${day}/${month}/${year}`;
    case "dots":
      return `${day}.${month}.${year}`;
    case "yearDots":
      return `${year}.${month}.${day}.`;
    case "dashes":
      return `${day}-${month}-${year}`;
    case "roman":
      return `${Number(day)}.${ROMAN_MONTHS[Number(month) - 1]}.${year}`;
    case "abbreviated":
      return `${day}-${spelled(date, "en", "short").slice(3, 6)}-${year}`;
    case "words":
      return spelled(date, language, "long");
  }
}

function spelled(date: string, language: string, month: "long" | "short"): string {
  const locale = language === "en" ? "en-GB" : language;
  const key = `${locale} ${month}`;
  let format = FORMATS.get(key);
  if (!format) {
    const options = {
      day: month === "short" ? "2-digit" : "numeric",
      month,
      year: "numeric",
      timeZone: "UTC",
    } as const;
    format = new Intl.DateTimeFormat(locale, options);
    FORMATS.set(key, format);
  }
  return format.format(new Date(`${date}T00:00:00Z`));
}
