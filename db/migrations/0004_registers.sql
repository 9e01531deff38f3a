-- A mirror of the register of health personnel (HPR), with the history of every change seen.

create table casework.register_loads (
  id bigint generated always as identity primary key,
  kind text not null check (kind in ('full', 'delta')),
  file_name text not null,
  sha256 text,
  state text not null default 'running' check (state in ('running', 'done', 'stopped', 'failed')),
  started_at timestamptz not null,
  finished_at timestamptz,
  lines int not null default 0,
  added int not null default 0,
  changed int not null default 0,
  unchanged int not null default 0,
  removed int not null default 0,
  broken int not null default 0,
  actor jsonb not null
);
comment on table casework.register_loads is 'Each load of the HPR extract: full or delta, with its counts; lines is also where a stopped load goes on';

create table casework.register_broken_lines (
  load_id bigint not null references casework.register_loads,
  line int not null,
  code text not null,
  message text not null,
  primary key (load_id, line)
);
comment on table casework.register_broken_lines is 'Lines of a load that could not be taken in, by number, with the reason. Insert-only';
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
comment on column casework.register_people.national_id is 'Personal, restricted: Norwegian identity number or D-number';
comment on column casework.register_people.surname is 'Personal';
comment on column casework.register_people.forename is 'Personal';
comment on column casework.register_people.birth_date is 'Personal';
comment on column casework.register_people.earlier_names is 'Personal: full names held in earlier loads';
create index register_people_changed on casework.register_people (load_id);

create table casework.register_person_versions (
  id bigint generated always as identity primary key,
  hpr_number bigint not null,
  load_id bigint not null references casework.register_loads,
  recorded_at timestamptz not null,
  removed boolean not null default false,
  entry jsonb
);
comment on table casework.register_person_versions is 'Every version of a register person that a load has shown, so that the register of any past day can be rebuilt. Insert-only';
create index register_person_versions_person on casework.register_person_versions (hpr_number, id);
select platform.make_insert_only('casework.register_person_versions');
