-- What officers keep beside the procedure: files, notes, who is away.

create table casework.case_attachments (
  id bigint generated always as identity primary key,
  case_id bigint not null references casework.cases,
  original text not null references platform.originals (sha256),
  file_name text not null,
  media_type text not null,
  size bigint not null,
  title text,
  language text,
  pages text[] not null,
  actor jsonb not null,
  on_behalf_of jsonb,
  at timestamptz not null,
  unique (case_id, original)
);
comment on table casework.case_attachments is 'Files of a case; the bytes are kept as they came in platform.originals. Insert-only';
comment on column casework.case_attachments.file_name is 'Personal: may name the person the case is about';
comment on column casework.case_attachments.title is 'Personal: may name the person the case is about';
comment on column casework.case_attachments.pages is 'Personal, restricted: the text that could be read, page by page';
comment on column casework.case_attachments.media_type is 'By what the bytes are, not by what the sender called them';
select platform.make_insert_only('casework.case_attachments');

create table casework.case_notes (
  id bigint generated always as identity primary key,
  case_id bigint not null references casework.cases,
  text text not null,
  actor jsonb not null,
  at timestamptz not null,
  request_id uuid
);
comment on table casework.case_notes is 'Notes officers write to each other in a case; no act of the procedure. Insert-only';
comment on column casework.case_notes.text is 'Personal, restricted';
create index case_notes_case on casework.case_notes (case_id, id);
create unique index case_notes_request on casework.case_notes (case_id, request_id) where request_id is not null;
select platform.make_insert_only('casework.case_notes');

create table casework.case_mentions (
  id bigint generated always as identity primary key,
  note_id bigint not null references casework.case_notes,
  person_id uuid not null references access.people,
  read_at timestamptz,
  unique (note_id, person_id)
);
comment on table casework.case_mentions is 'Officers mentioned in a note, and when each had read it';
comment on column casework.case_mentions.person_id is 'Personal: the officer mentioned';
create index case_mentions_person on casework.case_mentions (person_id, id desc);
create index case_mentions_unread on casework.case_mentions (person_id) where read_at is null;

create table casework.case_absences (
  id bigint generated always as identity primary key,
  person_id uuid not null references access.people,
  from_at timestamptz not null,
  until_at timestamptz not null,
  actor jsonb not null,
  at timestamptz not null,
  ended_at timestamptz,
  check (until_at > from_at)
);
comment on table casework.case_absences is 'When officers are away: their cases are then their stand-in''s, or stand as unassigned where they have none';
comment on column casework.case_absences.person_id is 'Personal: the officer who is away';
create index case_absences_running on casework.case_absences (until_at) where ended_at is null;
