import { BLOCKING_KEYS, type BlockingKey } from "../index/blocking-keys.ts";
import { LEAST_BITS, MOST_EXPECTED_NAMESAKES } from "../index/candidate-search.ts";
import {
  leastWeightOfRare,
  MOST_BEARERS_OF_RARE,
  MOST_COMPARED,
  MOST_COMPARED_WITH_TIES,
} from "../index/gathering.ts";
import { DATE_LEVELS, NAME_LEVELS, WEIGHTS_PER_PART } from "./sweep-levels.ts";

/** What an equal number adds to a first weight, as in `index/gathering.ts`. */
const BITS_OF_A_NUMBER = 100;

/** A blocking key as a bit in a number, so that all that met stand in one. */
const KEY_BITS: Record<BlockingKey, number> = {
  number: 1,
  birthDate: 2,
  nameAndDate: 4,
  twoNames: 8,
  rareName: 16,
};

/** The keys whose bits stand in a number. */
export const keysThatMet = (bits: number): BlockingKey[] =>
  BLOCKING_KEYS.filter((key) => (bits & KEY_BITS[key]) !== 0);

/**
 * Statements that find, for every query in `asked`, the people who share a blocking key with it, and put the most
 * promising into `chosen`: the same keys and first weights as the index in memory.
 * @param people how many the register holds
 */
export function gatheringStatements(people: number): string[] {
  return [
    "analyze asked (query, birth_date)",
    `insert into asked_near
      select query, place, found, bits, unlike, sound, bearers, bearers <= ${MOST_BEARERS_OF_RARE} and bits >= ${leastWeightOfRare(people)}
      from (select a.query, p.place, p.unlike, n.found, n.sound, n.bearers,
          a.name_bits[(p.place - 1) * ${WEIGHTS_PER_PART} + least(p.role, 2) * ${NAME_LEVELS.length} + n.level] as bits
        from asked a, unnest(a.tokens, a.roles, a.unlike) with ordinality p(token, role, unlike, place)
        join near n on n.asked = p.token) weighed
      where bits > 0`,
    "analyze asked_near",
    `insert into number_hits
      select distinct a.query, p.row from asked a, unnest(a.numbers) n(number) join people_by_number p using (number)`,
    "analyze number_hits",
    `create temp table hits as
      with by_name as (
        select query, found, max(bits) as bits, bool_or(rare) as rare, min(bearers) as bearers
        from asked_near group by query, found
      ), sounds as (
        select query, part, sound, sum(bearers) as bearers from asked_near group by query, part, sound
      ), pairs as (
        select distinct s.query, pg_temp.pair_of(s.sound, o.sound) as pair
        from sounds s join sounds o on o.query = s.query and o.part > s.part join asked a on a.query = s.query
        where a.birth_date % 100 = 0 or s.bearers * o.bearers <= ${MOST_EXPECTED_NAMESAKES}::bigint * ${Math.max(1, people)}
      )
      select query, row from number_hits
      union
      select a.query, p.row from asked a
        join people_in_short p on p.birth_date % 100 > 0 and p.birth_date = any(a.whole_dates)
      union
      select n.query, p.row from by_name n join asked a using (query) join people_by_name p on p.token = n.found
        where n.bearers <= ${MOST_BEARERS_OF_RARE}
          and (n.rare or n.bits >= ${LEAST_BITS} and pg_temp.date_parts(p.birth_date) && a.date_parts)
      union
      select n.query, p.row from by_name n join asked a using (query) cross join unnest(a.date_parts) d(part)
        join people_by_name_and_date p on p.part = d.part and p.token = n.found
        where n.bearers > ${MOST_BEARERS_OF_RARE} and n.bits >= ${LEAST_BITS}
      union
      select query, p.row from pairs join people_by_two_names p using (pair)`,
    "analyze hits",
    `insert into met
      select query, row, name_bits + unlike + coalesce(date_bits[date_level
            + case when pg_temp.is_partial(asked_date, birth_date, date_level) then ${DATE_LEVELS.length} else 0 end], 0)
          + case when by_number then ${BITS_OF_A_NUMBER} else 0 end,
        case when matched > 1 then name_bits else 0 end,
        by_date::int * ${KEY_BITS.birthDate} + by_name_and_date::int * ${KEY_BITS.nameAndDate}
          + by_number::int * ${KEY_BITS.number} + rare::int * ${KEY_BITS.rareName}
          + (matched > 1)::int * ${KEY_BITS.twoNames}
      from (select h.query, h.row, coalesce(n.matched, 0) as matched, coalesce(n.bits, 0) as name_bits,
          coalesce(n.rare, false) as rare, p.birth_date, a.birth_date as asked_date, a.date_bits,
          case when cardinality(p.tokens) <= coalesce(n.matched, 0) then 0
            else a.all_unlike - coalesce(n.unlike, 0) end as unlike,
          case when p.birth_date > 0 and a.birth_date > 0
            then pg_temp.date_level(a.birth_date, p.birth_date) end as date_level,
          p.birth_date = any(a.whole_dates) as by_date,
          coalesce(n.matched, 0) > 0 and pg_temp.dates_meet(a.birth_date, p.birth_date) as by_name_and_date,
          b.query is not null as by_number
        from hits h join people_in_short p on p.row = h.row join asked a on a.query = h.query
        left join number_hits b on b.query = h.query and b.row = h.row
        left join (
          select query, row, count(*) as matched, sum(bits) as bits, sum(unlike) as unlike, bool_or(rare) as rare
          from (select h.query, h.row, n.part, max(n.bits) as bits, max(n.unlike) as unlike, bool_or(n.rare) as rare
            from hits h join people_in_short p on p.row = h.row, unnest(p.tokens) t(token)
            join asked_near n on n.found = t.token where n.query = h.query
            group by h.query, h.row, n.part) best
          group by query, row) n on n.query = h.query and n.row = h.row offset 0) looked
      where by_date or by_name_and_date or by_number or rare or matched > 1`,
    `insert into chosen
      with carried as (
        select query, name_bits, sum(count(*)) over (partition by query order by name_bits desc) as namesakes
        from met where name_bits > 0 group by query, name_bits
      ), ranked as (
        select m.query, m.row, m.bits, m.name_bits, m.keys, rank() over heaviest as rank,
          row_number() over (partition by m.query order by m.bits desc, p.id collate "C") as place
        from met m join people_in_short p on p.row = m.row
        window heaviest as (partition by m.query order by m.bits desc)
      )
      select r.query, r.place, r.row, r.bits, coalesce(c.namesakes, 0), r.keys
      from ranked r left join carried c on c.query = r.query and c.name_bits = r.name_bits and r.name_bits > 0
      where r.rank <= ${MOST_COMPARED} and r.place <= ${MOST_COMPARED_WITH_TIES}`,
    "drop table hits",
    "analyze chosen (query, place, row)",
  ];
}
