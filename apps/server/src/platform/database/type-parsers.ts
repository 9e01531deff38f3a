import pg from "pg";

type Parse = (text: string) => unknown;

const { builtins } = pg.types;
// the numbers PostgreSQL gives array types; pg names only the others
const DATE_ARRAY = 1182;
const BIGINT_ARRAY = 1016;
const TEXT_ARRAY = 1009;

const parseBigint: Parse = (text) => {
  const number = Number(text);
  return Number.isSafeInteger(number) ? number : BigInt(text);
};
const parseTextArray = pg.types.getTypeParser(
  TEXT_ARRAY as Parameters<typeof pg.types.getTypeParser>[0],
  "text",
) as (text: string) => (string | null)[];
const keep: Parse = (text) => text;

const PARSERS = new Map<number, Parse>([
  [builtins.DATE, keep],
  [DATE_ARRAY, parseTextArray],
  [builtins.INT8, parseBigint],
  [BIGINT_ARRAY, (text) => parseTextArray(text).map((item) => (item === null ? null : parseBigint(item)))],
]);

/**
 * How values come from the database: `date` stays "YYYY-MM-DD", since a calendar day has no time zone; `bigint` is a
 * number while it is exact and a BigInt beyond 2^53; `timestamptz` is a Date; `numeric` stays a string.
 */
export const typeParsers: pg.CustomTypesConfig = {
  getTypeParser: ((oid: number, format?: "text" | "binary") =>
    (format !== "binary" && PARSERS.get(oid)) ||
    pg.types.getTypeParser(oid, format as "text")) as typeof pg.types.getTypeParser,
};
