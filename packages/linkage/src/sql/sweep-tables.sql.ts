import { ASKED_COLUMNS } from "./asked-weights.ts";
import { RECORD_COLUMNS } from "./sweep-record.ts";

/**
 * The tables of a sweep. All are temporary: they belong to one connection and go with it, so that a sweep that is cut
 * off leaves nothing behind. `people` is filled once; what has `query` in it holds one batch of queries. Someone of the
 * register who is asked about in turn, to find entries of one person, has the query number -1 - row.
 */
export const CREATE_TABLES = `
create temp table people (row int not null, ${RECORD_COLUMNS.join(", ")});
create temp table asked (query int not null, ${[...RECORD_COLUMNS, ...ASKED_COLUMNS].join(", ")});
create temp table near (asked int not null, found int not null, level smallint not null, bearers int not null,
  sound int not null);
create temp table token_levels (asked int not null, found int not null, level smallint not null);
create index on near (asked, found);
create index on token_levels (asked, found);
create temp table asked_near (query int not null, part smallint not null, found int not null, bits float8 not null,
  unlike float8 not null, sound int not null, bearers int not null, rare boolean not null);
create temp table number_hits (query int not null, row int not null);
create temp table met (query int not null, row int not null, bits float8 not null, name_bits float8 not null,
  keys int not null);
create temp table chosen (query int not null, place int not null, row int not null, bits float8 not null,
  namesakes bigint not null, keys int not null);
create temp table to_compare (query int not null, row int not null, namesakes bigint not null,
  asked int not null);
create temp table compared (query int not null, row int not null, asked int not null, evidence evidence not null,
  bits float8 not null);
create temp table scored (query int not null, place int not null, row int not null, keys int not null,
  bits float8 not null, odds float8 not null);
create temp table twins (query int not null, row int not null, twin int not null);
`;

/** Whatever holds one batch. */
export const CLEAR_BATCH =
  "truncate asked, asked_near, number_hits, met, chosen, to_compare, compared, scored, twins";

/** Everything by which people are looked up, made once `people` is filled. */
export const INDEX_PEOPLE = [
  "create unique index on people (row)",
  // Every batch reads all of it, so it holds no more than the first look needs.
  "create temp table people_in_short as select row, id, birth_date, tokens from people order by row",
  "create unique index on people_in_short (row)",
  "create index on people_in_short (birth_date) where birth_date % 100 > 0",
  `create temp table people_by_number as
    select distinct number, row from people, unnest(numbers) number order by number, row`,
  "create index on people_by_number (number)",
  `create temp table people_by_name as
    select distinct token, row, birth_date from people_in_short, unnest(tokens) token order by token, row`,
  "create index on people_by_name (token)",
  `create temp table people_by_name_and_date as
    select token, part, row from people_by_name, unnest(pg_temp.date_parts(birth_date)) part order by token, part, row`,
  "create index on people_by_name_and_date (token, part)",
  `create temp table people_by_two_names as
    select distinct pg_temp.pair_of(a.sound, b.sound) as pair, row
    from people, unnest(sounds) with ordinality a(sound, place), unnest(sounds) with ordinality b(sound, place)
    where a.place < b.place order by 1, 2`,
  "create index on people_by_two_names (pair)",
  "analyze people (row)",
  "analyze people_in_short",
  "analyze people_by_number",
  "analyze people_by_name",
  "analyze people_by_name_and_date",
  "analyze people_by_two_names",
];

/** What a sweep's tables take on disk. */
export const SELECT_DISK_USED = `
  select sum(pg_table_size(oid) + pg_indexes_size(oid))::float8 as bytes
  from pg_class where relkind = 'r' and relnamespace = pg_my_temp_schema()`;
