-- The audit log as one chain: every entry gets its number and the hash that ties it to all before it.

alter table platform.audit add column before jsonb, add column after jsonb;
comment on column platform.audit.actor is 'Personal: id and name of the person, or which service, job or user of the machine acted';
comment on column platform.audit.on_behalf_of is 'Personal: in whose place the actor acted, as a stand-in';
comment on column platform.audit.purpose is 'Personal: why, in the words of the person, where the act demands a purpose';
comment on column platform.audit.details is 'Personal: words that were searched for may be names';
comment on column platform.audit.before is 'Personal: how what was changed stood before, in ids and codes';
comment on column platform.audit.after is 'Personal: how it stood afterwards, in ids and codes';
create index audit_person on platform.audit ((actor ->> 'id'), id) where actor ? 'id';
create index audit_act on platform.audit (act, id);
create index audit_shown on platform.audit using gin ((details -> 'found') jsonb_path_ops) where details ? 'found';

create table platform.audit_unsealed (
  entry_id bigint primary key
);
comment on table platform.audit_unsealed is 'Entries of the audit log that await their place in the chain; written with the entry, emptied by whoever seals';
insert into platform.audit_unsealed (entry_id) select id from platform.audit;

create function platform.await_seal() returns trigger language plpgsql as $$
begin
  insert into platform.audit_unsealed (entry_id) values (new.id) on conflict do nothing;
  return null;
end
$$;
comment on function platform.await_seal is 'Puts a new entry of the audit log among those that await their place in the chain';
create trigger await_seal after insert on platform.audit for each row execute function platform.await_seal();

create table platform.audit_seals (
  seq bigint primary key check (seq > 0),
  entry_id bigint not null unique references platform.audit,
  sealed_at timestamptz not null,
  hash text not null check (hash ~ '^[0-9a-f]{64}$')
);
comment on table platform.audit_seals is 'The chain: place of each entry of the audit log, and the SHA-256 over the hash before it and the entry; docs/guide/audit-format.md. Insert-only';
comment on column platform.audit_seals.seq is '1, 2, 3 … without gaps, in the order entries were seen committed';
select platform.make_insert_only('platform.audit_seals');

create table platform.audit_anchors (
  id bigint generated always as identity primary key,
  at timestamptz not null,
  place text not null,
  seq bigint not null,
  hash text not null
);
comment on table platform.audit_anchors is 'When the head of the chain was told to a place outside the database: a file, or a witness. The database only remembers that it did; the proof is there. Insert-only';
comment on column platform.audit_anchors.place is 'Path of the file with the name of the host before it, or address of the witness';
create index audit_anchors_place on platform.audit_anchors (place, id);
select platform.make_insert_only('platform.audit_anchors');
