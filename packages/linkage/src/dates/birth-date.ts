/** A birth date of which month and day may be unknown (0). */
export interface BirthDate {
  year: number;
  month: number;
  day: number;
}

const ISO = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?(?:T.*)?$/;
const COMPACT = /^(\d{4})(\d{2})(\d{2})$/;
const DAY_FIRST = /^(\d{1,2})[./ -](\d{1,2})[./ -](\d{4})$/;
const YEAR_FIRST = /^(\d{4})[./](\d{1,2})[./](\d{1,2})$/;

const EARLIEST_YEAR = 1800;
const LATEST_YEAR = 2199;

/**
 * Reads `1967-05-23`, `1967-05`, `1967`, and for tables of others `19670523`, `23.05.1967` and `1967/5/23`.
 * A day or month that cannot be is taken as unknown; without a possible year there is no date (`undefined`).
 */
export function parseBirthDate(written: string | undefined): BirthDate | undefined {
  if (written === undefined) return undefined;
  const text = written.trim();
  const yearFirst = ISO.exec(text) ?? COMPACT.exec(text) ?? YEAR_FIRST.exec(text);
  const dayFirst = yearFirst ? null : DAY_FIRST.exec(text);
  const found = yearFirst ?? dayFirst;
  if (!found) return undefined;
  const [, first = "0", second = "0", third = "0"] = found;
  const [year, month, day] = (dayFirst ? [third, second, first] : [first, second, third]).map(Number) as [
    number,
    number,
    number,
  ];
  if (year < EARLIEST_YEAR || year > LATEST_YEAR) return undefined;
  return possible(year, month, day);
}

function possible(year: number, month: number, day: number): BirthDate {
  if (month > 12 && month <= 31 && day >= 1 && day <= 12) return { year, month: day, day: month };
  if (month < 1 || month > 12) return { year, month: 0, day: 0 };
  if (day < 1 || day > new Date(Date.UTC(year, month, 0)).getUTCDate()) return { year, month, day: 0 };
  return { year, month, day };
}

/** A birth date as one whole number, `yyyymmdd` with zeros for the unknown; 0 for no date. */
export function packBirthDate(date: BirthDate | undefined): number {
  return date ? date.year * 10000 + date.month * 100 + date.day : 0;
}

/** The inverse of {@link packBirthDate} for a number that is not 0. */
export function unpackBirthDate(packed: number): BirthDate {
  return { year: Math.floor(packed / 10000), month: Math.floor(packed / 100) % 100, day: packed % 100 };
}

const TWO_DIGITS = Array.from({ length: 100 }, (_, number) => String(number).padStart(2, "0"));

/** `1967-05-23`, `1967-05` or `1967`; null for no date. */
export function writeBirthDate(packed: number): string | null {
  if (packed === 0) return null;
  const year = String(Math.floor(packed / 10000)).padStart(4, "0");
  if (packed % 10000 < 100) return year;
  const month = TWO_DIGITS[Math.floor(packed / 100) % 100];
  return packed % 100 === 0 ? `${year}-${month}` : `${year}-${month}-${TWO_DIGITS[packed % 100]}`;
}
