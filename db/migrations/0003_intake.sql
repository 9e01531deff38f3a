-- The intake ledger: every message ever seen, its original, what was read in it, and the alerts it gave.

create table casework.mailboxes (
  id bigint generated always as identity primary key,
  kind text not null check (kind in ('imap', 'folder', 'upload', 'manual')),
  name text not null,
  address text not null,
  state text not null default 'stopped',
  last_seen_at timestamptz,
  last_error text,
  created_at timestamptz not null default now(),
  unique (kind, address)
);
comment on table casework.mailboxes is 'Places messages come from: a mailbox on a server, a folder of files, uploads, entries by hand';
comment on column casework.mailboxes.address is 'Folder path, or user@host:port without any secret';

create table casework.mailbox_folders (
  mailbox_id bigint not null references casework.mailboxes,
  folder text not null,
  role text not null check (role in ('incoming', 'withMatch', 'withoutMatch', 'manual', 'irrelevant')),
  uid_validity bigint,
  highest_uid bigint,
  seen_at timestamptz,
  primary key (mailbox_id, folder)
);
comment on table casework.mailbox_folders is 'Folders of a mailbox that are watched or mirrored to, with the last UIDVALIDITY seen (RFC 9051)';

create table casework.messages (
  id bigint generated always as identity primary key,
  mailbox_id bigint not null references casework.mailboxes,
  -- where the message was received from; never changes
  source_folder text not null default '',
  source_key text not null,
  -- where it stands in the mailbox now
  folder text not null default '',
  uid_validity bigint,
  uid bigint,
  file_name text,
  original text not null references platform.originals (sha256),
  size bigint not null,
  header_message_id text,
  subject text,
  from_name text,
  from_address text,
  sent_at timestamptz,
  received_at timestamptz not null,
  state text not null default 'received'
    check (state in ('received', 'read', 'registered', 'duplicate', 'irrelevant', 'quarantined')),
  state_since timestamptz not null,
  reason text,
  reason_params jsonb not null default '{}',
  duplicate_of bigint references casework.messages,
  profile text,
  profile_version int,
  read_attempts int not null default 0,
  match text check (match in ('withMatch', 'withoutMatch')),
  unique (mailbox_id, source_folder, source_key),
  check ((state = 'duplicate') = (duplicate_of is not null)),
  check ((state in ('quarantined', 'irrelevant')) <= (reason is not null))
);
comment on table casework.messages is 'The ledger: one row for every message, written with its original before the message is touched in the mailbox. id is the ledger order';
comment on column casework.messages.match is 'Whether any alert of the message has a candidate; says which folder of the mailbox it belongs in';
comment on column casework.messages.source_key is 'Identity in the source: UIDVALIDITY and UID for a mail server, file name and hash for a folder; makes reading again change nothing';
comment on column casework.messages.subject is 'Personal: may name the person the alert is about';
comment on column casework.messages.from_address is 'Personal: address of the sender';
create index messages_state on casework.messages (state, id);
create index messages_original on casework.messages (original);
create index messages_header_message_id on casework.messages (header_message_id) where header_message_id is not null;
create index messages_place on casework.messages (mailbox_id, folder, uid_validity, uid);

create table casework.message_events (
  id bigint generated always as identity primary key,
  message_id bigint not null references casework.messages,
  at timestamptz not null,
  state text not null,
  reason text,
  reason_params jsonb not null default '{}',
  actor jsonb not null,
  note text
);
comment on table casework.message_events is 'History of every message: each state it entered, when, why and by whom. Insert-only';
create index message_events_message on casework.message_events (message_id, id);
create index message_events_at on casework.message_events (at);
select platform.make_insert_only('casework.message_events');

create table casework.message_readings (
  id bigint generated always as identity primary key,
  message_id bigint not null references casework.messages,
  read_at timestamptz not null,
  profile text,
  profile_version int,
  reading jsonb not null
);
comment on table casework.message_readings is 'What reading a message gave: parts as text, entries with the place of every field. A message read again gets a new row. Insert-only';
comment on column casework.message_readings.reading is 'Personal: text of the message and of its attachments';
create index message_readings_message on casework.message_readings (message_id, id desc);
select platform.make_insert_only('casework.message_readings');

create table casework.alerts (
  id bigint generated always as identity primary key,
  sending_country text,
  alert_number text,
  number_key text,
  status text not null default 'valid' check (status in ('valid', 'withdrawn', 'expired')),
  current_version bigint,
  opened_at timestamptz not null
);
comment on table casework.alerts is 'A warning from abroad about one person: opened by its first version, changed by updates, ended by a withdrawal or by its date';
comment on column casework.alerts.number_key is 'The number it was opened under, in capitals without spaces and punctuation';
create index alerts_number on casework.alerts (number_key) where number_key is not null;
create index alerts_status on casework.alerts (status, id);
grant usage on sequence casework.alerts_id_seq to varde_app;

create table casework.alert_versions (
  id bigint generated always as identity primary key,
  alert_id bigint not null references casework.alerts,
  message_id bigint not null references casework.messages,
  ordinal int not null,
  kind text not null check (kind in ('alert', 'update', 'withdrawal')),
  sent_as text not null check (sent_as in ('alert', 'update', 'withdrawal')),
  recorded_at timestamptz not null,
  number_key text,
  alert_number text,
  alert_type text,
  sending_country text,
  authority text,
  decision_date date,
  surname text,
  forename text,
  earlier_names text,
  birth_date text check (birth_date ~ '^\d{4}(-\d{2}(-\d{2})?)?$'),
  sex text check (sex in ('M', 'F', 'X')),
  birth_place text,
  nationality text,
  national_id text,
  registration_number text,
  profession text,
  measure text,
  effective_from date,
  effective_until date,
  fields jsonb not null,
  content_hash text not null,
  document_hash text not null,
  unique (message_id, ordinal)
);
comment on table casework.alert_versions is 'What a message said about an alert, as understood and as sent (fields holds raw text and place of each). Insert-only';
comment on column casework.alert_versions.number_key is 'The alert number in capitals without spaces and punctuation; updates and withdrawals are tied by the number of any version';
comment on column casework.alert_versions.sent_as is 'The kind its sender gave it; an alert sent under a known number with other content is kept as an update';
comment on column casework.alert_versions.surname is 'Personal: surname(s) as sent';
comment on column casework.alert_versions.forename is 'Personal: forename(s) as sent';
comment on column casework.alert_versions.birth_date is 'Personal: full or partial ("1967", "1967-05")';
comment on column casework.alert_versions.national_id is 'Personal, restricted: identity number in any country';
grant usage on sequence casework.alert_versions_id_seq to varde_app;
create index alert_versions_alert on casework.alert_versions (alert_id, id);
create index alert_versions_number on casework.alert_versions (number_key) where number_key is not null;
create index alert_versions_content on casework.alert_versions (content_hash);
create index alert_versions_recorded on casework.alert_versions (recorded_at);
select platform.make_insert_only('casework.alert_versions');
alter table casework.alerts
  add foreign key (current_version) references casework.alert_versions deferrable initially deferred;

create table casework.repeated_entries (
  message_id bigint not null references casework.messages,
  ordinal int not null,
  version_id bigint not null references casework.alert_versions,
  primary key (message_id, ordinal)
);
comment on table casework.repeated_entries is 'Entries of messages that say what a version has said before; a duplicate message has only such. Insert-only';
create index repeated_entries_version on casework.repeated_entries (version_id);
select platform.make_insert_only('casework.repeated_entries');

create table casework.awaited_references (
  number_key text not null,
  message_id bigint not null references casework.messages,
  primary key (number_key, message_id)
);
comment on table casework.awaited_references is 'Alert numbers that updates and withdrawals in quarantine wait for; when such an alert comes, they are examined again by themselves';
create index awaited_references_message on casework.awaited_references (message_id);

create table casework.alert_statuses (
  id bigint generated always as identity primary key,
  alert_id bigint not null references casework.alerts,
  at timestamptz not null,
  status text not null check (status in ('valid', 'withdrawn', 'expired'))
);
comment on table casework.alert_statuses is 'History of whether an alert was valid, so that any past day can be shown. Insert-only';
create index alert_statuses_alert on casework.alert_statuses (alert_id, id);
select platform.make_insert_only('casework.alert_statuses');

create table casework.source_profiles (
  name text not null,
  version int not null,
  title text not null,
  yaml text not null,
  state text not null default 'draft' check (state in ('draft', 'active', 'retired')),
  shipped boolean not null default false,
  created_at timestamptz not null,
  created_by jsonb not null,
  tested_at timestamptz,
  test_result jsonb,
  activated_at timestamptz,
  primary key (name, version)
);
comment on table casework.source_profiles is 'Source profiles: how messages of each source are recognised and where their fields stand. A draft is tested on stored messages before it is switched on';
create unique index source_profiles_active on casework.source_profiles (name) where state = 'active';

create table casework.balances (
  id bigint generated always as identity primary key,
  at timestamptz not null,
  messages int not null,
  ledger int not null,
  missing int not null,
  extra int not null,
  result jsonb not null
);
comment on table casework.balances is 'Each count of the ledger against the mailboxes. Insert-only';
create index balances_at on casework.balances (at);
select platform.make_insert_only('casework.balances');
