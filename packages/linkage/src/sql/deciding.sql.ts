import { HOPELESS_BITS, LEAST_COMPARED, SAME_PERSON_BITS } from "../index/person-index.ts";
import type { LinkageModel } from "../model/model.ts";
import { LEAST_RIVAL, MOST_BITS, priorBits, twinPriorBits } from "../scoring/decide.ts";
import { crossingWeight } from "../scoring/weights.ts";
import { NAME_LEVELS, nameLevelCode, WEIGHTS_PER_PART } from "./sweep-levels.ts";

const leastCompared = (top: number): number => Math.max(top, LEAST_COMPARED);

/** Chooses whom to compare first: the most promising of each query. */
export const chooseFirst = (top: number): string => `
  insert into to_compare select query, row, namesakes, query from chosen where place <= ${leastCompared(top)}`;

/** Chooses whom to compare besides, now that the best so far is known. */
export const chooseFurther = (top: number): string => `
  insert into to_compare
  select c.query, c.row, c.namesakes, c.query from chosen c
  join (select query, max(bits) as best from compared group by query) b on b.query = c.query
  where c.place > ${leastCompared(top)} and c.bits >= b.best - ${HOPELESS_BITS}`;

/** Chooses entries of one query to be held against each other, as they may be one person entered twice. */
export const chooseTwins = (model: LinkageModel, people: number): string => `
  insert into to_compare
  with rivals as (
    select query, row from compared
    where asked = query and power(2::float8, least(${MOST_BITS}, bits + ${priorBits(model, people)})) >= ${LEAST_RIVAL})
  select a.query, b.row, 0, -1 - a.row from rivals a join rivals b on b.query = a.query and b.row > a.row`;

/** The people of the twins to be compared, who are asked about as queries are. */
export const SELECT_TWINS_ASKED = `
  select p.id, p.row, p.birth_date as "birthDate", p.sex, p.nationality, p.professions, p.numbers, p.tokens, p.roles,
    p.written
  from people p where p.row in (select -1 - asked from to_compare where asked < 0)`;

/** The pairs of name parts whose level is not known yet. */
export const SELECT_UNKNOWN_LEVELS = `
  select distinct t.asked, u.found from (
    select distinct a.tokens as asked_tokens, p.tokens as found_tokens from to_compare c
    join asked a on a.query = c.asked
    join people_in_short p on p.row = c.row) pairs,
    unnest(asked_tokens) t(asked), unnest(found_tokens) u(found)
  where t.asked <> u.found
    and not exists (select from near n where n.asked = t.asked and n.found = u.found)
    and not exists (select from token_levels l where l.asked = t.asked and l.found = u.found)`;

/** Compares what is to be compared in full. */
export const compareChosen = (model: LinkageModel): string => {
  const crossing = crossingWeight(model);
  return `
  insert into compared
  with pairs as materialized (
    select c.query, c.row, c.asked, i.place as i, j.place as j,
      case when i.token = j.token then ${nameLevelCode("equal")} else coalesce(n.level, l.level) end as level,
      (i.role = 0 and j.role >= 2) or (j.role = 0 and i.role >= 2) as crossed,
      (i.place - 1) * ${WEIGHTS_PER_PART} + least(i.role, 2) * ${NAME_LEVELS.length} as weights, a.name_bits
    from to_compare c join asked a on a.query = c.asked join people p on p.row = c.row
    cross join unnest(a.tokens, a.roles) with ordinality i(token, role, place)
    cross join unnest(p.tokens, p.roles) with ordinality j(token, role, place)
    left join near n on n.asked = i.token and n.found = j.token
    left join token_levels l on l.asked = i.token and l.found = j.token
  ), agreeing as (
    select query, row, asked, array_agg(i::smallint order by weight desc, i, j) as i,
      array_agg(j::smallint order by weight desc, i, j) as j, array_agg(level::smallint order by weight desc, i, j) as level
    from (select *, name_bits[weights + level] + case when crossed then ${crossing} else 0 end as weight from pairs
      where level is distinct from ${nameLevelCode("differs")}) weighed
    where weight > name_bits[weights + ${nameLevelCode("differs")}]
    group by query, row, asked
  )
  select query, row, asked, evidence, (evidence).total
  from (select c.query, c.row, c.asked, pg_temp.compare(a, p, g.i, g.j, g.level, c.namesakes) as evidence
    from to_compare c join asked a on a.query = c.asked join people p on p.row = c.row
    left join agreeing g on g.query = c.query and g.row = c.row and g.asked = c.asked offset 0) done`;
};

/** Keeps which entries are, more likely than not, one person entered twice. */
export const keepTwins = (model: LinkageModel, people: number): string => `
  insert into twins
  with same as (
    select query, row, -1 - asked as twin from compared
    where asked < 0 and bits + ${twinPriorBits(model, people)} > ${SAME_PERSON_BITS})
  select query, row, twin from same union all select query, twin, row from same`;

/** Keeps those whom the engine compares: until the next can neither come among the first nor take anything from them. */
export const keepScored = (model: LinkageModel, people: number, top: number): string => `
  insert into scored
  select query, place, row, keys, bits,
    power(2::float8, least(${MOST_BITS}, bits + ${priorBits(model, people)}))
  from (
    select c.query, c.place, c.row, c.keys, c.bits as first_bits, m.bits, max(m.bits) over (
      partition by c.query order by c.place rows between unbounded preceding and 1 preceding) as best
    from chosen c join compared m on m.query = c.query and m.row = c.row and m.asked = c.query) in_order
  where place <= ${leastCompared(top)} or first_bits >= best - ${HOPELESS_BITS}`;

/**
 * Weighs the compared people of each query against each other and gives the best, at most `top`: rows as
 * `CandidateRow` of `sweep-answers.ts`, in order.
 */
export function decideQuery(model: LinkageModel, people: number, top: number): string {
  const prior = priorBits(model, people);
  const single = `${1 / model.entriesPerPerson}::float8`;
  const several = `${1 - 1 / model.entriesPerPerson}::float8`;
  return `
  with rivals as (
    select s.query, s.row, sum(o.odds order by o.place) as odds
    from scored s join scored o on o.query = s.query and o.row <> s.row
    where not exists (select from twins t where t.query = s.query and t.row = s.row and t.twin = o.row)
    group by s.query, s.row
  ), rivalled as (
    select s.*, coalesce(r.odds, 0) as rivals, t.query is not null as has_twin
    from scored s left join rivals r using (query, row)
    left join (select distinct query, row from twins) t using (query, row)
  ), weighed as (
    select *, floor(-ln((${single} * (1 + rivals) + ${several} * (1 + against)) / (1 + ${several} * against))
      / ln(2::float8) * 256 + 0.5) / 256 + 0 as rival_bits
    from (select *, rivals / (1 + odds) as against from rivalled) r
  ), placed as (
    select w.query, w.row, p.id, keys, has_twin, rival_bits, bits + ${prior} + rival_bits as all_bits,
      row_number() over (partition by query order by bits + rival_bits desc, p.id collate "C") as rank
    from weighed w join people_in_short p on p.row = w.row
  ), best as (
    select *, 1 / (1 + power(2::float8, least(1000, -all_bits))) as probability from placed where rank <= ${top}
  )
  select b.query, id, probability, all_bits as bits, rival_bits as "rivalBits", keys, to_json(evidence) as evidence,
    case
      when (evidence).number_equal then
        case when (evidence).number_certain and not has_twin then 'certain' else 'probable' end
      when probability >= ${model.thresholds.certain} and (evidence).agrees_wholly and not has_twin then 'certain'
      when probability >= ${model.thresholds.probable} then 'probable'
      else 'noMatch' end as outcome
  from best b join compared c on c.query = b.query and c.row = b.row and c.asked = b.query
  order by b.query, rank`;
}
