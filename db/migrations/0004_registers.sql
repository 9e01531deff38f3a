-- A mirror of the register of health personnel (HPR), with the history of every change seen.

create table casework.register_loads (
  id bigint generated always as identity primary key,
  kind text not null check (kind in ('full', 'delta')),
  file_name text not null,
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  state text not null default 'running' check (state in ('running', 'done', 'stopped', 'failed')),
  started_at timestamptz not null,
  finished_at timestamptz,
  held_back int not null default 0,
  failure text,
  actor jsonb not null,
  check ((state = 'failed') <= (failure is not null)),
  check ((state = 'running') = (finished_at is null))
);
comment on table casework.register_loads is 'Each load of the HPR extract, full or delta. A load that was stopped goes on when the same file is loaded again';
comment on column casework.register_loads.held_back is 'People gone from a full extract who were kept all the same; failure says why';
comment on column casework.register_loads.sha256 is 'Of the file as it lies on disk: how a stopped load is recognised';
create index register_loads_file on casework.register_loads (sha256, id);

create table casework.register_load_batches (
  id bigint generated always as identity primary key,
  load_id bigint not null references casework.register_loads,
  last_line int not null,
  at timestamptz not null,
  lines int not null,
  added int not null,
  changed int not null,
  unchanged int not null,
  removed int not null,
  broken int not null
);
comment on table casework.register_load_batches is 'What each committed step of a load did: the greatest last_line is where a stopped load goes on, and the sums tell how many people the register held on any day. Insert-only';
create index register_load_batches_load on casework.register_load_batches (load_id, last_line);
create index register_load_batches_at on casework.register_load_batches (at);
select platform.make_insert_only('casework.register_load_batches');

create view casework.register_load_counts as
select
  l.*,
  coalesce(b.lines, 0)::int as lines,
  coalesce(b.added, 0)::int as added,
  coalesce(b.changed, 0)::int as changed,
  coalesce(b.unchanged, 0)::int as unchanged,
  coalesce(b.removed, 0)::int as removed,
  coalesce(b.broken, 0)::int as broken
from casework.register_loads l
left join lateral (
  select sum(lines) as lines, sum(added) as added, sum(changed) as changed, sum(unchanged) as unchanged,
    sum(removed) as removed, sum(broken) as broken
  from casework.register_load_batches
  where load_id = l.id
) b on true;
comment on view casework.register_load_counts is 'Loads with their counts so far';

create table casework.register_broken_lines (
  load_id bigint not null references casework.register_loads,
  line int not null,
  code text not null,
  message text not null,
  primary key (load_id, line)
);
comment on table casework.register_broken_lines is 'Lines of a load that could not be taken in, by number, with the reason; never the values of the line. Insert-only';
select platform.make_insert_only('casework.register_broken_lines');

create table casework.register_people (
  hpr_number bigint primary key,
  forename text,
  middle text,
  surname text,
  birth_date date,
  death_date date,
  national_id text,
  lacks_national_id boolean not null default false,
  replaced_by bigint,
  professions text[] not null default '{}',
  basis_countries text[] not null default '{}',
  earlier_names text[] not null default '{}',
  entry jsonb not null,
  entry_hash text not null,
  load_id bigint not null references casework.register_loads,
  changed_at timestamptz not null,
  removed_at timestamptz
);
comment on table casework.register_people is 'The register as last loaded, one row a person; entry is the answer of the HPR REST API as received';
comment on column casework.register_people.entry_hash is 'Of the entry without the stamps that every extract renews; equal means nothing has changed';
comment on column casework.register_people.national_id is 'Personal, restricted: Norwegian identity number or D-number';
comment on column casework.register_people.surname is 'Personal';
comment on column casework.register_people.forename is 'Personal';
comment on column casework.register_people.middle is 'Personal';
comment on column casework.register_people.birth_date is 'Personal';
comment on column casework.register_people.death_date is 'Personal';
comment on column casework.register_people.earlier_names is 'Personal: full names held in earlier loads';
comment on column casework.register_people.entry is 'Personal, restricted: the whole answer of the register';

create index register_people_replaced on casework.register_people (replaced_by) where replaced_by is not null;

create table casework.register_person_versions (
  id bigint generated always as identity primary key,
  hpr_number bigint not null,
  load_id bigint not null references casework.register_loads,
  recorded_at timestamptz not null,
  removed boolean not null default false,
  entry jsonb,
  check (removed = (entry is null))
);
comment on table casework.register_person_versions is 'Every version of a register person that a load has shown, so that the register of any past day can be rebuilt. id is the version number of the register. Insert-only';
comment on column casework.register_person_versions.entry is 'Personal, restricted: the whole answer of the register';
create index register_person_versions_person on casework.register_person_versions (hpr_number, id);
create index register_person_versions_load on casework.register_person_versions (load_id, id);
select platform.make_insert_only('casework.register_person_versions');
