import type { LinkageModel } from "../model/model.ts";
import { weightOf } from "../scoring/weights.ts";
import { DATE_LEVELS } from "./sweep-levels.ts";

/** The least weight of an equal number that holds by its country's rules; see `scoring/score.ts`. */
const CHANCE_SAME_VALID = 1e-9;
const CHANCE_SAME_UNCHECKED = 1e-5;
const CHANCE_NEARLY_SAME = 1e-6;

const add = (field: string, level: string, bits: string, asked: string, found: string): string => `
    e.fields := e.fields || ${field}::text; e.levels := e.levels || (${level})::text;
    e.bits := e.bits || (${bits})::float8; e.asked := e.asked || (${asked})::text;
    e.found := e.found || (${found})::text;`;

const missing = (field: string, asked: string, found: string): string =>
  add(`'${field}'`, "'missing'", "0", asked, found);

const ISO_DATE = (packed: string): string => `pg_temp.written_date(${packed})`;

/** Sex and nationality: `saidBy` is the name field that has nearly said it where it agrees. */
const value = (field: "sex" | "nationality", saidBy: string): string => `
  if a.${field} is null or f.${field} is null then
    if a.${field} is not null or f.${field} is not null then ${missing(field, `a.${field}`, `f.${field}`)} end if;
  elsif a.${field} <> f.${field} then
    ${add(`'${field}'`, "'differs'", `a.${field}_bits[1]`, `a.${field}`, `f.${field}`)}
  else
    agrees := exists (select from unnest(e.fields, e.bits) n(named, b) where named = '${saidBy}' and b > 0);
    ${add(`'${field}'`, "'equal'", `a.${field}_bits[case when agrees then 3 else 2 end]`, `a.${field}`, `f.${field}`)}
  end if;`;

const DATE_NAMES = `array[${DATE_LEVELS.map((level) => `'${level}'`).join(",")}]`;

/**
 * The functions that compare everything but names and give the whole evidence about two records, as `scoring/score.ts`
 * does: its rows in the same order with the same weights.
 */
export function wholeComparison(model: LinkageModel, people: number): string {
  const { nationalId } = model;
  const bits = {
    valid: weightOf(nationalId.equal, CHANCE_SAME_VALID),
    unchecked: weightOf(nationalId.equal, CHANCE_SAME_UNCHECKED),
    near: weightOf(nationalId.oneDigit, CHANCE_NEARLY_SAME),
    differs: weightOf(1 - nationalId.equal - nationalId.oneDigit, 1),
    registration: weightOf(model.registrationNumber, 1 / (20 * Math.max(1000, people))),
  };
  return `
create function pg_temp.weight_of(same float8, other float8, trust float8) returns float8 immutable language sql as $$
  select floor(trust * ln(same / other) / ln(2::float8) * 256 + 0.5) / 256
$$;

create function pg_temp.written_date(packed int) returns text immutable language sql as $$
  select case when packed = 0 then null
    when packed % 10000 = 0 then to_char(packed / 10000, 'FM0000')
    when packed % 100 = 0 then to_char(packed / 100, 'FM0000"-"00')
    else to_char(packed, 'FM0000"-"00"-"00') end
$$;

create function pg_temp.one_letter_off(a text, b text) returns boolean immutable language plpgsql as $$
declare
  start int := 0; rest_a text; rest_b text;
begin
  if a = b or abs(length(a) - length(b)) > 1 then return false; end if;
  while start < least(length(a), length(b)) and substr(a, start + 1, 1) = substr(b, start + 1, 1) loop
    start := start + 1;
  end loop;
  rest_a := substr(a, start + 1); rest_b := substr(b, start + 1);
  return substr(rest_a, 2) = substr(rest_b, 2) or substr(rest_a, 2) = rest_b or rest_a = substr(rest_b, 2)
    or (substr(rest_a, 3) = substr(rest_b, 3) and substr(rest_a, 1, 1) = substr(rest_b, 2, 1)
      and substr(rest_a, 2, 1) = substr(rest_b, 1, 1));
end $$;

create function pg_temp.compare_number(e pg_temp.evidence, key text, valid boolean, f pg_temp.people)
  returns pg_temp.evidence immutable language plpgsql as $$
declare
  country text := split_part(key, ':', 1); bare text := split_part(key, ':', 2);
  said text := country || ' ' || bare; other text; near text; other_valid boolean;
begin
  if key = any(f.numbers) then
    ${add("'nationalId'", "'equal'", `case when valid then ${bits.valid} else ${bits.unchecked} end`, "said", "said")}
    return e;
  end if;
  select split_part(n, ':', 2), v into other, other_valid from unnest(f.numbers, f.numbers_valid) with ordinality u(n, v, place)
    where n like '%:%' and split_part(n, ':', 1) = country order by place limit 1;
  if other is null then
    ${missing("nationalId", "said", "null")}
    return e;
  end if;
  select split_part(n, ':', 2) into near from unnest(f.numbers) with ordinality u(n, place)
    where n like '%:%' and split_part(n, ':', 1) = country and pg_temp.one_letter_off(split_part(n, ':', 2), bare)
    order by place limit 1;
  if near is not null and length(bare) >= 8 then
    ${add("'nationalId'", "'oneLetter'", String(bits.near), "said", "country || ' ' || near")}
  elsif not valid or not other_valid
      or (left(bare, 1) collate "C" >= '4') <> (left(other, 1) collate "C" >= '4') then
    ${add("'nationalId'", "'invalid'", "0", "said", "country || ' ' || other")}
  else
    ${add("'nationalId'", "'differs'", String(bits.differs), "said", "country || ' ' || other")}
  end if;
  return e;
end $$;

create function pg_temp.compare(a pg_temp.asked, f pg_temp.people, pair_asked smallint[], pair_found smallint[],
  pair_level smallint[], namesakes bigint) returns pg_temp.evidence immutable language plpgsql as $$
declare
  e pg_temp.evidence := pg_temp.compare_names(a, f, pair_asked, pair_found, pair_level, namesakes);
  agrees boolean; level int; weight float8; said text; same text;
begin
  if a.birth_date > 0 and f.birth_date > 0 then
    level := pg_temp.date_level(a.birth_date, f.birth_date);
    ${add("'birthDate'", `(${DATE_NAMES})[level]`, "pg_temp.date_bits(a.date_bits, a.birth_date, f.birth_date)", ISO_DATE("a.birth_date"), ISO_DATE("f.birth_date"))}
  elsif a.birth_date > 0 or f.birth_date > 0 then
    ${missing("birthDate", ISO_DATE("a.birth_date"), ISO_DATE("f.birth_date"))}
  end if;
  ${value("sex", "forename")}
  ${value("nationality", "surname")}
  if cardinality(a.professions) = 0 or cardinality(f.professions) = 0 then
    if cardinality(a.professions) + cardinality(f.professions) > 0 then
      ${missing("profession", "nullif(array_to_string(a.professions, ', '), '')", "nullif(array_to_string(f.professions, ', '), '')")}
    end if;
  else
    select max(b) into weight from unnest(a.professions, a.profession_bits[2:]) p(code, b) where code = any(f.professions);
    ${add("'profession'", "case when weight is null then 'differs' else 'equal' end", "coalesce(weight, a.profession_bits[1])", "array_to_string(a.professions, ', ')", "array_to_string(f.professions, ', ')")}
  end if;
  for i in 1 .. cardinality(a.numbers) loop
    if a.numbers[i] like '%:%' then e := pg_temp.compare_number(e, a.numbers[i], a.numbers_valid[i], f); end if;
  end loop;
  select string_agg(n, ', ' order by place), (array_agg(n order by place) filter (where n = any(f.numbers)))[1]
    into said, same from unnest(a.numbers) with ordinality u(n, place) where n not like '%:%';
  if said is not null then
    ${add("'registrationNumber'", "case when same is null then 'missing' else 'equal' end", `case when same is null then 0 else ${bits.registration} end`, "said", "coalesce(same, (select string_agg(n, ', ' order by place) from unnest(f.numbers) with ordinality u(n, place) where n not like '%:%'))")}
  end if;
  return e;
end $$;`;
}

/** The weight of two known birth dates, from the weights a query carries. */
export const DATE_BITS = `
create function pg_temp.date_bits(weights float8[], asked int, found int) returns float8 immutable language sql as $$
  select case when asked = 0 or found = 0 then 0 else (
    select weights[level + case when pg_temp.is_partial(asked, found, level) then ${DATE_LEVELS.length} else 0 end]
    from (select pg_temp.date_level(asked, found) as level) l) end
$$;`;
