import type { LinkageModel } from "../model/model.ts";
import { EXPECTATION_COUNTS } from "../scoring/score.ts";
import { crossingWeight, weightOf } from "../scoring/weights.ts";
import { circumstances, numberFunctions } from "./circumstances.sql.ts";
import { addEvidence } from "./evidence.sql.ts";
import { NAME_FIELDS, NAME_LEVELS, nameLevelCode, WEIGHTS_PER_PART } from "./sweep-levels.ts";

/** Where a role's field stands among the fields, from 1; roles count from 0, and an earlier name is a surname. */
const fieldOf = (role: string): string => `least(${role}, 2) + 1`;

/** Whether two roles are the two ends of a name. */
const areCrossed = (a: string, b: string): string => `(${a} = 0 and ${b} >= 2) or (${b} = 0 and ${a} >= 2)`;

/** The field two parts are compared in: the second's where one is a forename and the other a surname. */
const fieldOfPair = (role: string, other: string): string =>
  `case when ${areCrossed(role, other)} then ${fieldOf(other)} else ${fieldOf(role)} end`;

/** The weight of a part of the query at a level. */
const nameBits = (part: string, level: string | number): string =>
  `a.name_bits[(${part} - 1) * ${WEIGHTS_PER_PART} + (field - 1) * ${NAME_LEVELS.length} + ${level}]`;

const addName = (level: string, bits: string, asked: string, found: string): string => `
  ${addEvidence(`(${FIELD_NAMES})[field]`, level, bits, asked, found)}
  if weight > 0 then
    positive := positive + weight; agreeing := agreeing + 1;
    forename_agrees := forename_agrees or field = 1; surname_agrees := surname_agrees or field = 3;
  end if;`;

const FIELD_NAMES = `'{${NAME_FIELDS.join(",")}}'::text[]`;
const LEVEL_NAMES = `'{${NAME_LEVELS.join(",")}}'::text[]`;

/** Pairs off what agrees, heaviest first: only the same words, or all. */
const takePairs = (only: "same words" | "all"): string => `
  for k in 1 .. pairs loop
    i := pair_asked[k]; j := pair_found[k]; level := pair_level[k];
    continue when not (left_asked[i] and left_found[j])
      ${only === "all" ? "" : `or level > ${nameLevelCode("spelling")}`};
    left_asked[i] := false; left_found[j] := false;
    field := ${fieldOfPair("a.roles[i]", "f.roles[j]")};
    agrees := true; whole := whole or level <= ${nameLevelCode("spelling")};
    if level <= ${nameLevelCode("spelling")} then
      forename_same := forename_same or field = 1; surname_same := surname_same or field = 3;
    end if;
    if ${areCrossed("a.roles[i]", "f.roles[j]")} then
      crossed_asked := crossed_asked || a.written[i]; crossed_found := crossed_found || f.written[j];
    end if;
    ${addName(`(${LEVEL_NAMES})[level]`, nameBits("i", "level"), "a.written[i]", "f.written[j]")}
  end loop;`;

/** What is written together in the one record and apart in the other; `apart` is `a` (asked) or `f` (found). */
const joinWords = (apart: "a" | "f"): string => {
  const together = apart === "a" ? "f" : "a";
  const [rest, others] = [`rest_${apart}`, `rest_${together}`];
  const [i, j] = apart === "a" ? ["first", "other"] : ["other", "first"];
  const texts = apart === "a" ? ["said", "f.written[other]"] : ["a.written[other]", "said"];
  return `
  if ${apart}.whole_class && ${together}.classes then
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
      field := ${fieldOfPair(`${apart}.roles[first]`, `${together}.roles[other]`)};
      agrees := true;
      said := ${apart}.written[first] || case when second = 0 then '' else ' ' || ${apart}.written[second] end;
      if ${areCrossed(`a.roles[${i}]`, `f.roles[${j}]`)} then
        crossed_asked := crossed_asked || ${texts[0]}; crossed_found := crossed_found || ${texts[1]};
      end if;
      ${addName("'joined'", nameBits(i as string, nameLevelCode("joined")), texts[0] as string, texts[1] as string)}
    end loop;
  end if;`;
};

/** Pairs what nothing agrees with. */
const differ = (belong: string): string => `
  for n in 1 .. cardinality(rest_a) loop
    i := rest_a[n];
    continue when i is null;
    for t in 1 .. cardinality(rest_f) loop
      j := rest_f[t];
      continue when j is null or not (${belong});
      rest_a[n] := null; rest_f[t] := null;
      field := ${fieldOfPair("a.roles[i]", "f.roles[j]")};
      differing_asked := differing_asked || a.written[i]; differing_found := differing_found || f.written[j];
      forename_differs := forename_differs or field = 1; surname_differs := surname_differs or field = 3;
      ${addName("'differs'", nameBits("i", nameLevelCode("differs")), "a.written[i]", "f.written[j]")}
      contradicted := contradicted or weight < 0;
      exit;
    end loop;
  end loop;`;

/** Parts that nothing stands against; the other record may have nothing to hold against them. */
const omit = (side: "a" | "f", omittedBits: string): string => {
  const other = side === "a" ? "f" : "a";
  const [asked, found] = side === "a" ? ["a.written[i]", "null"] : ["null", "f.written[i]"];
  return `
  foreach i in array rest_${side} loop
    continue when i is null;
    field := ${fieldOf(`${side}.roles[i]`)};
    known := case when field = 3 then 2 = any(${other}.roles) else 0 = any(${other}.roles) or 1 = any(${other}.roles) end;
    ${addName("case when known then 'omitted' else 'missing' end", `case when known then (${omittedBits})[field] else 0 end`, asked, found)}
  end loop;`;
};

const restOf = (side: "a" | "f", left: string, from: string, condition: string): string => `
  foreach i in array ${from} loop
    if ${left}[i] and ${condition} then rest_${side} := rest_${side} || i; end if;
  end loop;`;

/**
 * The function that compares two records as `scoring/score.ts` and `scoring/compare-names.ts` do and gives the same
 * rows of evidence in the same order. It is told the pairs of name parts that agree, heaviest first.
 */
export function comparison(model: LinkageModel, omittedBits: readonly number[], people: number): string {
  const { trust, namesakes, entriesPerPerson } = model;
  const omitted = `'{${omittedBits.join(",")}}'::float8[]`;
  const stranger = weightOf(model.wholeNameDiffers, 1);
  return `
${numberFunctions(model)}

create function pg_temp.compare(a pg_temp.asked, f pg_temp.people, pair_asked smallint[], pair_found smallint[],
  pair_level smallint[], namesakes bigint) returns pg_temp.evidence immutable language plpgsql as $$
declare
  said_fields text[] := '{}'; said_levels text[] := '{}'; said_bits float8[] := '{}';
  said_asked text[] := '{}'; said_found text[] := '{}';
  total float8 := 0; positive float8 := 0; agreeing int := 0; weight float8;
  pairs int := coalesce(cardinality(pair_asked), 0);
  all_a int[] := a.places; all_f int[] := f.places;
  left_asked boolean[] := array_fill(true, array[greatest(1, cardinality(all_a))]);
  left_found boolean[] := array_fill(true, array[greatest(1, cardinality(all_f))]);
  rest_a int[] := '{}'; rest_f int[] := '{}';
  crossed_asked text[] := '{}'; crossed_found text[] := '{}';
  differing_asked text[] := '{}'; differing_found text[] := '{}';
  agrees boolean := false; whole boolean := false; known boolean; contradicted boolean := false;
  forename_agrees boolean := false; surname_agrees boolean := false;
  forename_same boolean := false; surname_same boolean := false; date_same boolean := false;
  forename_differs boolean := false; surname_differs boolean := false;
  date_contradicts boolean := false; number_equal boolean := false; number_valid boolean;
  registration_equal boolean := false; registered text[]; number pg_temp.compared_number;
  i int; j int; n int; first int; second int; other int; field int; level int;
  said text; same text; independent float8; likely float8;
begin
  ${takePairs("same words")}
  ${restOf("a", "left_asked", "all_a", "true")}
  ${restOf("f", "left_found", "all_f", "true")}
  ${joinWords("a")}
  ${joinWords("f")}
  if cardinality(rest_a) + cardinality(rest_f) > 0 then
    left_asked := array_fill(false, array[greatest(1, cardinality(all_a))]);
    left_found := array_fill(false, array[greatest(1, cardinality(all_f))]);
    foreach i in array rest_a loop left_asked[i] := true; end loop;
    foreach i in array rest_f loop left_found[i] := true; end loop;
    ${takePairs("all")}
    all_a := rest_a; all_f := rest_f; rest_a := '{}'; rest_f := '{}';
    ${restOf("a", "left_asked", "all_a", "a.roles[i] <> 3")}
    ${restOf("f", "left_found", "all_f", "f.roles[i] <> 3")}
    if cardinality(rest_a) > 0 and cardinality(rest_f) > 0 then
      ${differ("a.roles[i] = f.roles[j]")}
      ${differ("a.roles[i] <> 1 and f.roles[j] <> 1")}
    end if;
    ${omit("a", omitted)}
    ${omit("f", omitted)}
  end if;
  independent := total;
  if cardinality(crossed_asked) > 0 then
    ${addEvidence("'nameOrder'", "'swapped'", String(crossingWeight(model)), "array_to_string(crossed_asked, ', ')", "array_to_string(crossed_found, ', ')")}
    if weight > 0 then positive := positive + weight; agreeing := agreeing + 1; end if;
  end if;
  if not agrees and cardinality(differing_asked) > 0 then
    ${addEvidence("'wholeName'", "'differs'", `least(0, ${stranger} - independent)`, "array_to_string(differing_asked, ' ')", "array_to_string(differing_found, ' ')")}
    contradicted := contradicted or weight < 0;
  end if;
  if namesakes > 0 and agreeing >= 2 then
    independent := ${people} * power(2::float8, -(positive / ${trust.names}));
    likely := (${EXPECTATION_COUNTS} * (${namesakes.scale} * power(independent, ${namesakes.exponent}::float8))
      + greatest(0, namesakes - ${entriesPerPerson}::float8)) / ${EXPECTATION_COUNTS + 1};
    ${addEvidence("'namesakes'", "'shared'", `least(0, pg_temp.weight_of(independent, likely, ${trust.names}))`, "null", "namesakes::text")}
  end if;
  ${circumstances(model, people)}
  return row(said_fields, said_levels, said_bits, said_asked, said_found, total,
    number_equal, number_equal and number_valid and not date_contradicts and not (forename_differs and surname_differs),
    registration_equal, date_same and forename_same and surname_same and not contradicted);
end $$;`;
}
