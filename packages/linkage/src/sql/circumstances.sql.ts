import type { LinkageModel } from "../model/model.ts";
import { CHECKED_NUMBER_BITS } from "../scoring/decide.ts";
import { NEARLY_SAME_NUMBER, SAME_UNCHECKED_NUMBER, SAME_VALID_NUMBER } from "../scoring/score.ts";
import { weightOf } from "../scoring/weights.ts";
import { addEvidence } from "./evidence.sql.ts";
import { DATE_LEVELS, dateLevelCode } from "./sweep-levels.ts";

/** Functions that compare identity numbers. */
export function numberFunctions({ nationalId }: LinkageModel): string {
  const valid = weightOf(nationalId.equal, SAME_VALID_NUMBER);
  const unchecked = weightOf(nationalId.equal, SAME_UNCHECKED_NUMBER);
  const near = weightOf(nationalId.oneDigit, NEARLY_SAME_NUMBER);
  const differs = weightOf(1 - nationalId.equal - nationalId.oneDigit, 1);
  return `
create function pg_temp.written_date(packed int) returns text immutable language sql as $$
  select case when packed = 0 then null
    when packed % 10000 = 0 then to_char(packed / 10000, 'FM0000')
    when packed % 100 = 0 then to_char(packed / 100, 'FM0000"-"00')
    else to_char(packed, 'FM0000"-"00"-"00') end
$$;

create function pg_temp.registrations(numbers text[]) returns text[] immutable language sql as $$
  select coalesce(array_agg(n order by place) filter (where n not like '%:%'), '{}')
  from unnest(numbers) with ordinality u(n, place)
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

create function pg_temp.compare_number(key text, valid boolean, f pg_temp.people) returns pg_temp.compared_number
  immutable language plpgsql as $$
declare
  country text := split_part(key, ':', 1); bare text := split_part(key, ':', 2);
  other text; near text; other_valid boolean;
begin
  if key = any(f.numbers) then
    return row('equal', case when valid then ${valid} else ${unchecked} end, country || ' ' || bare)::pg_temp.compared_number;
  end if;
  select split_part(n, ':', 2), v into other, other_valid
    from unnest(f.numbers, f.numbers_valid) with ordinality u(n, v, place)
    where n like '%:%' and split_part(n, ':', 1) = country order by place limit 1;
  if other is null then return row('missing', 0, null)::pg_temp.compared_number; end if;
  select split_part(n, ':', 2) into near from unnest(f.numbers) with ordinality u(n, place)
    where n like '%:%' and split_part(n, ':', 1) = country and pg_temp.one_letter_off(split_part(n, ':', 2), bare)
    order by place limit 1;
  if near is not null and length(bare) >= 8 then return row('oneLetter', ${near}, country || ' ' || near)::pg_temp.compared_number; end if;
  if not valid or not other_valid
      or (left(bare, 1) collate "C" >= '4') <> (left(other, 1) collate "C" >= '4') then
    return row('invalid', 0, country || ' ' || other)::pg_temp.compared_number;
  end if;
  return row('differs', ${differs}, country || ' ' || other)::pg_temp.compared_number;
end $$;`;
}

const missing = (field: string, asked: string, found: string): string =>
  addEvidence(`'${field}'`, "'missing'", "0", asked, found);

/** Sex and nationality: less is left of their agreement where a name has nearly said it. */
const value = (field: "sex" | "nationality", saidAlready: string): string => `
  if a.${field} is null or f.${field} is null then
    if a.${field} is not null or f.${field} is not null then ${missing(field, `a.${field}`, `f.${field}`)} end if;
  elsif a.${field} <> f.${field} then
    ${addEvidence(`'${field}'`, "'differs'", `a.${field}_bits[1]`, `a.${field}`, `f.${field}`)}
    contradicted := contradicted or weight < 0;
  else
    ${addEvidence(`'${field}'`, "'equal'", `a.${field}_bits[case when ${saidAlready} then 3 else 2 end]`, `a.${field}`, `f.${field}`)}
  end if;`;

const DATE_NAMES = `'{${DATE_LEVELS.join(",")}}'::text[]`;
const [ASKED_DATE, FOUND_DATE] = ["pg_temp.written_date(a.birth_date)", "pg_temp.written_date(f.birth_date)"];
const listed = (side: "a" | "f"): string => `nullif(array_to_string(${side}.professions, ', '), '')`;
/** The part of the comparison that adds birth date, sex, nationality, professions and numbers. */
export function circumstances(model: LinkageModel, people: number): string {
  const registration = weightOf(model.registrationNumber, 1 / (20 * Math.max(1000, people)));
  return `
  if a.birth_date > 0 and f.birth_date > 0 then
    level := pg_temp.date_level(a.birth_date, f.birth_date);
    n := level + case when pg_temp.is_partial(a.birth_date, f.birth_date, level) then ${DATE_LEVELS.length} else 0 end;
    ${addEvidence("'birthDate'", `(${DATE_NAMES})[level]`, "a.date_bits[n]", ASKED_DATE, FOUND_DATE)}
    date_same := level = ${dateLevelCode("equal")};
    date_contradicts := weight < 0;
    contradicted := contradicted or (weight < 0 and level = ${dateLevelCode("differs")});
  elsif a.birth_date > 0 or f.birth_date > 0 then
    ${missing("birthDate", ASKED_DATE, FOUND_DATE)}
  end if;
  ${value("sex", "forename_agrees")}
  ${value("nationality", "surname_agrees")}
  if cardinality(a.professions) > 0 and cardinality(f.professions) > 0 then
    independent := null;
    for k in 1 .. cardinality(a.professions) loop
      if a.professions[k] = any(f.professions) then
        independent := greatest(independent, a.profession_bits[k + 1]);
      end if;
    end loop;
    ${addEvidence("'profession'", "case when independent is null then 'differs' else 'equal' end", "coalesce(independent, a.profession_bits[1])", listed("a"), listed("f"))}
    contradicted := contradicted or (independent is null and weight < 0);
  elsif cardinality(a.professions) + cardinality(f.professions) > 0 then
    ${missing("profession", listed("a"), listed("f"))}
  end if;
  for k in 1 .. cardinality(a.numbers) loop
    continue when a.numbers[k] not like '%:%';
    number := pg_temp.compare_number(a.numbers[k], a.numbers_valid[k], f);
    ${addEvidence("'nationalId'", "number.level", "number.bits", "replace(a.numbers[k], ':', ' ')", "number.found")}
    if number.level = 'equal' and not number_equal then
      number_equal := true; number_valid := weight > ${CHECKED_NUMBER_BITS};
    end if;
    contradicted := contradicted or number.level = 'differs';
  end loop;
  registered := pg_temp.registrations(a.numbers);
  if cardinality(registered) > 0 then
    foreach same in array registered loop
      registration_equal := same = any(f.numbers);
      exit when registration_equal;
    end loop;
    ${addEvidence("'registrationNumber'", "case when registration_equal then 'equal' else 'missing' end", `case when registration_equal then ${registration} else 0 end`, "array_to_string(registered, ', ')", "case when registration_equal then same else nullif(array_to_string(pg_temp.registrations(f.numbers), ', '), '') end")}
  end if;`;
}
