/**
 * The evidence about two records: its rows as parallel lists, their sum, and what the hard rules of `scoring/decide.ts`
 * look at: whether an identity number is equal, whether that number makes certain, whether a registration number is
 * equal, and whether the whole name and birth date agree with nothing against it.
 */
export const EVIDENCE_TYPES = `
create type pg_temp.evidence as (fields text[], levels text[], bits float8[], asked text[], found text[], total float8,
  number_equal boolean, number_certain boolean, registration_equal boolean, agrees_wholly boolean);
create type pg_temp.compared_number as (level text, bits float8, found text);
create function pg_temp.weight_of(same float8, other float8, trust float8) returns float8 immutable language sql as $$
  select floor(trust * ln(same / other) / ln(2::float8) * 256 + 0.5) / 256
$$;`;

/** PL/pgSQL that adds one row of evidence and leaves its weight in `weight`. */
export const addEvidence = (
  field: string,
  level: string,
  bits: string,
  asked: string,
  found: string,
): string => `weight := ${bits}; total := total + weight;
  said_fields := said_fields || ${asText(field)}; said_levels := said_levels || ${asText(level)};
  said_bits := said_bits || weight; said_asked := said_asked || ${asText(asked)}; said_found := said_found || ${asText(found)};`;

const asText = (expression: string): string => `(${expression})::text`;
