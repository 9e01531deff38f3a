import type { LinkageModel } from "../model/model.ts";
import { crossingWeight, weightOf } from "../scoring/weights.ts";
import { NAME_FIELDS, NAME_LEVELS, nameLevelCode, WEIGHTS_PER_PART } from "./sweep-levels.ts";

const SAME_WORD = `(${nameLevelCode("equal")}, ${nameLevelCode("spelling")})`;

/** Where a role's field stands among the fields, from 1; roles count from 0, and an earlier name is a surname. */
const fieldOf = (role: string): string => `(least(${role}, 2) + 1)`;

/** Whether two roles are the two ends of a name. */
const crossed = (a: string, b: string): string => `((${a} = 0 and ${b} >= 2) or (${b} = 0 and ${a} >= 2))`;

/** The weight of a part of the query at a level. */
export const nameBits = (part: string, field: string, level: string | number): string =>
  `a.name_bits[(${part} - 1) * ${WEIGHTS_PER_PART} + (${field} - 1) * ${NAME_LEVELS.length} + ${level}]`;

const row = (field: string, level: string, bits: string, asked: string, found: string): string => `
      said_fields := said_fields || (${field})::text; said_levels := said_levels || (${level})::text;
      said_bits := said_bits || (${bits})::float8; said_asked := said_asked || (${asked})::text;
      said_found := said_found || (${found})::text;`;

const FIELD_NAMES = `array[${NAME_FIELDS.map((field) => `'${field}'`).join(",")}]`;
const LEVEL_NAMES = `array[${NAME_LEVELS.map((level) => `'${level}'`).join(",")}]`;

const takePairs = (condition: string): string => `
  for k in 1 .. coalesce(array_length(pair_asked, 1), 0) loop
    i := pair_asked[k]; j := pair_found[k]; level := pair_level[k];
    continue when not (left_asked[i] and left_found[j]) ${condition};
    left_asked[i] := false; left_found[j] := false;
    field := ${fieldOf("a.roles[i]")};
    agrees := true;
    if ${crossed("a.roles[i]", "f.roles[j]")} then
      crossed_asked := crossed_asked || a.written[i]; crossed_found := crossed_found || f.written[j];
    end if;${row(`(${FIELD_NAMES})[field]`, `(${LEVEL_NAMES})[level]`, nameBits("i", "field", "level"), "a.written[i]", "f.written[j]")}
  end loop;`;

/** What is written together in the one record and apart in the other; `apart` is `a` or `f`. */
const joinWords = (apart: "a" | "f", together: "a" | "f"): string => {
  const [rest, others] = [`rest_${apart}`, `rest_${together}`];
  const [i, j] = apart === "a" ? ["first", "other"] : ["other", "first"];
  const said =
    "case when second = 0 then {r}.written[first] else {r}.written[first] || ' ' || {r}.written[second] end";
  const whole = said.replaceAll("{r}", apart);
  const texts = apart === "a" ? [whole, "f.written[other]"] : ["a.written[other]", whole];
  return `
    n := 1;
    while n <= cardinality(${rest}) loop
      other := null;
      for words in 1 .. 2 loop
        first := ${rest}[n]; second := case words when 1 then 0 else ${rest}[n + 1] end;
        exit when second is null;
        for k in 1 .. cardinality(${apart}.whole_first) loop
          continue when ${apart}.whole_first[k] <> first or ${apart}.whole_second[k] <> second;
          for t in 1 .. cardinality(${others}) loop
            if ${together}.classes[${others}[t]] = ${apart}.whole_class[k]
                and abs(${apart}.whole_length[k] - 1 - ${together}.lengths[${others}[t]]) <= 3 then
              other := ${others}[t];
              ${others} := ${others}[:t - 1] || ${others}[t + 1:];
              ${rest} := ${rest}[:n - 1] || ${rest}[n + words:];
              exit;
            end if;
          end loop;
        end loop;
        exit when other is not null;
      end loop;
      if other is null then n := n + 1; continue; end if;
      field := ${fieldOf(`${apart}.roles[first]`)};
      agrees := true;
      if ${crossed("a.roles[" + i + "]", "f.roles[" + j + "]")} then
        crossed_asked := crossed_asked || ${texts[0]}; crossed_found := crossed_found || ${texts[1]};
      end if;${row(`(${FIELD_NAMES})[field]`, "'joined'", nameBits(i as string, "field", nameLevelCode("joined")), texts[0] as string, texts[1] as string)}
    end loop;`;
};

const differ = (condition: string): string => `
  for n in 1 .. cardinality(rest_a) loop
    continue when rest_a[n] is null;
    i := rest_a[n];
    for t in 1 .. cardinality(rest_f) loop
      j := rest_f[t];
      continue when j is null or not (${condition});
      rest_a[n] := null; rest_f[t] := null;
      field := ${fieldOf("a.roles[i]")};
      differing_asked := differing_asked || a.written[i]; differing_found := differing_found || f.written[j];
      ${row(`(${FIELD_NAMES})[field]`, "'differs'", nameBits("i", "field", nameLevelCode("differs")), "a.written[i]", "f.written[j]")}
      exit;
    end loop;
  end loop;`;

/** A part that nothing stands against; `side` has it, and `other` may have nothing to hold against it. */
const omit = (side: "a" | "f", other: "a" | "f", omitted: string): string => `
  foreach i in array rest_${side} loop
    continue when i is null;
    field := ${fieldOf(`${side}.roles[i]`)};
    known := case when field = 3 then 2 = any(${other}.roles) else 0 = any(${other}.roles) or 1 = any(${other}.roles) end;
    ${row(
      `(${FIELD_NAMES})[field]`,
      "case when known then 'omitted' else 'missing' end",
      `case when known then (${omitted})[field] else 0 end`,
      side === "a" ? "a.written[i]" : "null",
      side === "f" ? "f.written[i]" : "null",
    )}
  end loop;`;

/**
 * The function that compares the names of two records as `scoring/compare-names.ts` does and adds what the engine adds
 * to them: crossed parts, a wholly other name, and namesakes. It is given the pairs of parts that agree, heaviest first.
 */
export function nameComparison(model: LinkageModel, omittedBits: readonly number[], people: number): string {
  const { trust, namesakes } = model;
  const omitted = `array[${omittedBits.join(",")}]::float8[]`;
  const stranger = weightOf(model.wholeNameDiffers, 1);
  return `
create function pg_temp.compare_names(a pg_temp.asked, f pg_temp.people, pair_asked smallint[], pair_found smallint[],
  pair_level smallint[], namesakes bigint) returns pg_temp.evidence immutable language plpgsql as $$
declare
  said_fields text[] := '{}'; said_levels text[] := '{}'; said_bits float8[] := '{}';
  said_asked text[] := '{}'; said_found text[] := '{}';
  left_asked boolean[] := array_fill(true, array[greatest(1, cardinality(a.tokens))]);
  left_found boolean[] := array_fill(true, array[greatest(1, cardinality(f.tokens))]);
  rest_a int[]; rest_f int[];
  crossed_asked text[] := '{}'; crossed_found text[] := '{}';
  differing_asked text[] := '{}'; differing_found text[] := '{}';
  agrees boolean := false; known boolean;
  i int; j int; n int; first int; second int; other int; field int; level int;
  said float8; count_agreeing int; independent float8; likely float8;
begin
  ${takePairs(`or level not in ${SAME_WORD}`)}
  rest_a := array(select p from generate_series(1, cardinality(a.tokens)) p where left_asked[p] order by p);
  rest_f := array(select p from generate_series(1, cardinality(f.tokens)) p where left_found[p] order by p);
  if a.whole_class && f.classes then ${joinWords("a", "f")} end if;
  if f.whole_class && a.classes then ${joinWords("f", "a")} end if;
  left_asked := array(select p = any(rest_a) from generate_series(1, greatest(1, cardinality(a.tokens))) p order by p);
  left_found := array(select p = any(rest_f) from generate_series(1, greatest(1, cardinality(f.tokens))) p order by p);
  ${takePairs("")}
  rest_a := array(select p from unnest(rest_a) with ordinality r(p, place)
    where left_asked[p] and a.roles[p] <> 3 order by place);
  rest_f := array(select p from unnest(rest_f) with ordinality r(p, place)
    where left_found[p] and f.roles[p] <> 3 order by place);
  ${differ("a.roles[i] = f.roles[j]")}
  ${differ("a.roles[i] <> 1 and f.roles[j] <> 1")}
  ${omit("a", "f", omitted)}
  ${omit("f", "a", omitted)}
  select coalesce(sum(b), 0) into said from unnest(said_bits) b;
  if cardinality(crossed_asked) > 0 then
    ${row("'nameOrder'", "'swapped'", String(crossingWeight(model)), "array_to_string(crossed_asked, ', ')", "array_to_string(crossed_found, ', ')")}
  end if;
  if not agrees and cardinality(differing_asked) > 0 then
    ${row("'wholeName'", "'differs'", `least(0, ${stranger} - said)`, "array_to_string(differing_asked, ' ')", "array_to_string(differing_found, ' ')")}
  end if;
  select count(*), coalesce(sum(b), 0) into count_agreeing, said from unnest(said_bits) b where b > 0;
  if namesakes > 0 and count_agreeing >= 2 then
    independent := ${people} * power(2::float8, -(said / ${trust.names}));
    likely := (2 * (${namesakes.scale} * power(independent, ${namesakes.exponent}::float8)) + namesakes - 1) / 3;
    ${row("'namesakes'", "'shared'", `least(0, pg_temp.weight_of(independent, likely, ${trust.names}))`, "null", "namesakes::text")}
  end if;
  return row(said_fields, said_levels, said_bits, said_asked, said_found);
end $$;`;
}
