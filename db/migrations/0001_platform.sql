-- What every part of Varde stands on: schemas and grants, tables that only grow, originals, events, audit, processes.

create schema casework;
create schema governance;
create schema access;
comment on schema platform is 'What knows nothing of the domain: originals, events, audit log, processes, settings';
comment on schema casework is 'Warnings from abroad, from the mailbox to the closed case';
comment on schema governance is 'What the organisation must do, how it is doing, and the reports that say so';
comment on schema access is 'People, sessions, roles and stand-ins';

grant usage on schema platform, casework, governance, access to varde_app;
grant select on platform.migrations to varde_app;
alter default privileges in schema platform, casework, governance, access
  grant select, insert, update, delete on tables to varde_app;
alter default privileges in schema platform, casework, governance, access
  grant usage on sequences to varde_app;

create function platform.refuse_change() returns trigger language plpgsql as $$
begin
  raise exception '%.% is insert-only: what is written there stays', tg_table_schema, tg_table_name
    using errcode = 'restrict_violation';
end
$$;
comment on function platform.refuse_change is 'Refuses update, delete and truncate of an insert-only table, whoever asks';

create function platform.make_insert_only(target regclass) returns void language plpgsql as $$
begin
  execute format('revoke update, delete, truncate on %s from varde_app', target);
  execute format(
    'create trigger insert_only before update or delete or truncate on %s
     for each statement execute function platform.refuse_change()', target);
  execute format('alter table %s enable always trigger insert_only', target);
end
$$;
comment on function platform.make_insert_only is 'Makes a table insert-only: by grants for the application, by a trigger for everybody, the owner too';

create table platform.originals (
  sha256 text primary key check (sha256 = encode(pg_catalog.sha256(bytes), 'hex')),
  size bigint not null check (size = octet_length(bytes)),
  bytes bytea not null,
  stored_at timestamptz not null default now()
);
comment on table platform.originals is 'Bytes as they were received, kept once under their SHA-256. Insert-only';
comment on column platform.originals.bytes is 'Personal: a whole message or file';
select platform.make_insert_only('platform.originals');

create table platform.events (
  id bigint generated always as identity primary key,
  type text not null,
  version int not null default 1,
  subject text not null,
  payload jsonb not null default '{}',
  recorded_at timestamptz not null default now(),
  actor jsonb not null
);
comment on table platform.events is 'What has happened, in the past tense, written in the transaction that made it happen; reactions are enqueued with it. Insert-only';
comment on column platform.events.subject is 'What it happened to, as kind:id';
comment on column platform.events.payload is 'Ids and codes; never the content of a case';
create index events_type on platform.events (type, id);
create index events_subject on platform.events (subject, id);
select platform.make_insert_only('platform.events');

create table platform.audit (
  id bigint generated always as identity primary key,
  at timestamptz not null default now(),
  actor jsonb not null,
  on_behalf_of jsonb,
  act text not null,
  object_type text,
  object_id text,
  purpose text,
  details jsonb not null default '{}'
);
comment on table platform.audit is 'Who did or looked at what, when and why. Insert-only';
comment on column platform.audit.on_behalf_of is 'In whose place the actor acted, as a stand-in';
create index audit_object on platform.audit (object_type, object_id, id);
create index audit_at on platform.audit (at);
select platform.make_insert_only('platform.audit');

create table platform.processes (
  id uuid primary key default gen_random_uuid(),
  kind text not null check (kind in ('api', 'worker', 'mail', 'cli')),
  host text not null,
  pid int not null,
  version text not null,
  started_at timestamptz not null default now(),
  heartbeat_at timestamptz not null default now()
);
comment on table platform.processes is 'Processes of Varde that run now, or died without saying so; alive is who has a young heartbeat';
create index processes_kind on platform.processes (kind, heartbeat_at);

create table platform.settings (
  key text primary key,
  value jsonb not null,
  changed_at timestamptz not null default now()
);
comment on table platform.settings is 'What an operator has chosen, by name';
