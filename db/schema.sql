-- The database of Varde, written from its catalogue by write-schema.ts: for reading and for seeing changes.
-- db/migrations make it. The schema pgboss belongs to the job queue and is not shown.

create schema access;
comment on schema access is 'People, sessions, roles and stand-ins';
grant usage on schema access to varde_app;

create table access.people (
  id uuid default gen_random_uuid() not null,
  issuer text not null,
  subject text not null,
  name text not null,
  roles text[] default '{}'::text[] not null,
  language text default 'nb'::text not null,
  first_login_at timestamp with time zone not null,
  last_login_at timestamp with time zone not null,
  constraint people_pkey PRIMARY KEY (id),
  constraint people_issuer_subject_key UNIQUE (issuer, subject),
  constraint people_language_check CHECK ((language = ANY (ARRAY['nb'::text, 'nn'::text, 'en'::text]))),
  constraint people_roles_check CHECK ((roles <@ ARRAY['firstLine'::text, 'secondLine'::text, 'processOwner'::text, 'manager'::text, 'governance'::text, 'auditor'::text, 'systemOwner'::text]))
);
comment on table access.people is 'People who have logged in, one row for each subject of a login provider';
comment on column access.people.issuer is 'Address of the login provider (OpenID Connect iss); demo for the built-in demonstration provider';
comment on column access.people.subject is 'Personal: the provider''s lasting name for the person (sub)';
comment on column access.people.name is 'Personal: full name as the provider gave it at the last login';
comment on column access.people.roles is 'Roles as the provider gave them at the last login; what they permit stands in the code';
grant delete, insert, select, update on access.people to varde_app;

create table access.sessions (
  id_hash bytea not null,
  person_id uuid,
  csrf_token text,
  pending_logins jsonb default '{}'::jsonb not null,
  id_token text,
  started_at timestamp with time zone not null,
  last_seen_at timestamp with time zone not null,
  ends_at timestamp with time zone not null,
  constraint sessions_pkey PRIMARY KEY (id_hash),
  constraint sessions_check CHECK (((person_id IS NULL) = (csrf_token IS NULL))),
  constraint sessions_check1 CHECK ((ends_at > started_at)),
  constraint sessions_id_hash_check CHECK ((octet_length(id_hash) = 32)),
  constraint sessions_person_id_fkey FOREIGN KEY (person_id) REFERENCES access.people(id) ON DELETE CASCADE
);
comment on table access.sessions is 'Sessions that are open, also those of a login under way. Deleting a row ends the session at once';
comment on column access.sessions.id_hash is 'SHA-256 of the session id, so that the table gives nobody a way in';
comment on column access.sessions.pending_logins is 'Logins under way: state to PKCE verifier, nonce and the page to return to';
comment on column access.sessions.id_token is 'Personal: the provider''s token for this login, sent back at logout so that it knows which login to end';
comment on column access.sessions.last_seen_at is 'Personal: last time the person did something, to the minute';
comment on column access.sessions.ends_at is 'When the session ends whatever happens: 12 hours after login, 10 minutes for a login under way';
CREATE INDEX sessions_ends_at ON access.sessions USING btree (ends_at);
CREATE INDEX sessions_person ON access.sessions USING btree (person_id) WHERE (person_id IS NOT NULL);
grant delete, insert, select, update on access.sessions to varde_app;

create schema casework;
comment on schema casework is 'Warnings from abroad, from the mailbox to the closed case';
grant usage on schema casework to varde_app;

create table casework.alert_identities (
  alert_id bigint not null,
  state text not null,
  since timestamp with time zone not null,
  version_id bigint not null,
  run_id bigint not null,
  outcome text not null,
  best_hpr bigint,
  best_probability double precision,
  confirmed_hpr bigint,
  decision_id bigint,
  proposal_id bigint,
  reopened jsonb,
  checked_engine text not null,
  checked_model text not null,
  checked_register bigint not null,
  urgency double precision generated always as ((((
CASE
    WHEN (state = 'awaitingDecision'::text) THEN 8
    ELSE 0
END +
CASE outcome
    WHEN 'certain'::text THEN 4
    WHEN 'probable'::text THEN 2
    ELSE 0
END))::double precision + COALESCE(best_probability, (0)::double precision))) stored not null,
  constraint alert_identities_pkey PRIMARY KEY (alert_id),
  constraint alert_identities_check CHECK (((state = 'confirmed'::text) = (confirmed_hpr IS NOT NULL))),
  constraint alert_identities_check1 CHECK (((state = ANY (ARRAY['confirmed'::text, 'rejected'::text, 'asked'::text])) <= (decision_id IS NOT NULL))),
  constraint alert_identities_outcome_check CHECK ((outcome = ANY (ARRAY['certain'::text, 'probable'::text, 'noMatch'::text]))),
  constraint alert_identities_state_check CHECK ((state = ANY (ARRAY['awaitingDecision'::text, 'confirmed'::text, 'rejected'::text, 'asked'::text, 'noMatch'::text]))),
  constraint alert_identities_alert_id_fkey FOREIGN KEY (alert_id) REFERENCES casework.alerts(id),
  constraint alert_identities_decision_id_fkey FOREIGN KEY (decision_id) REFERENCES casework.identity_decisions(id),
  constraint alert_identities_proposal_id_fkey FOREIGN KEY (proposal_id) REFERENCES casework.identity_decisions(id),
  constraint alert_identities_run_id_fkey FOREIGN KEY (run_id) REFERENCES casework.match_runs(id),
  constraint alert_identities_version_id_fkey FOREIGN KEY (version_id) REFERENCES casework.alert_versions(id)
);
comment on table casework.alert_identities is 'Where the identity of each alert stands now; kept in the transaction that changes it, can be rebuilt from runs and decisions. An alert without a row has not been asked about yet';
comment on column casework.alert_identities.decision_id is 'The decision that counted last, also while the identity stands open again';
comment on column casework.alert_identities.proposal_id is 'A decision that waits for a second officer';
comment on column casework.alert_identities.reopened is 'Why a settled identity stands open again';
comment on column casework.alert_identities.checked_register is 'The alert has been held against every change of the register up to this register_person_versions.id, and with checked_engine and checked_model';
CREATE INDEX alert_identities_best ON casework.alert_identities USING btree (best_hpr) WHERE (state = 'awaitingDecision'::text);
CREATE INDEX alert_identities_confirmed ON casework.alert_identities USING btree (confirmed_hpr) WHERE (confirmed_hpr IS NOT NULL);
CREATE INDEX alert_identities_since ON casework.alert_identities USING btree (state, since);
CREATE INDEX alert_identities_state ON casework.alert_identities USING btree (state, urgency DESC, alert_id);
CREATE INDEX alert_identities_urgency ON casework.alert_identities USING btree (urgency DESC, alert_id);
grant delete, insert, select, update on casework.alert_identities to varde_app;

create table casework.alert_identity_states (
  id bigint generated always as identity,
  alert_id bigint not null,
  at timestamp with time zone not null,
  state text not null,
  since timestamp with time zone not null,
  outcome text not null,
  run_id bigint not null,
  decision_id bigint,
  reopened jsonb,
  constraint alert_identity_states_pkey PRIMARY KEY (id),
  constraint alert_identity_states_outcome_check CHECK ((outcome = ANY (ARRAY['certain'::text, 'probable'::text, 'noMatch'::text]))),
  constraint alert_identity_states_state_check CHECK ((state = ANY (ARRAY['awaitingDecision'::text, 'confirmed'::text, 'rejected'::text, 'asked'::text, 'noMatch'::text]))),
  constraint alert_identity_states_alert_id_fkey FOREIGN KEY (alert_id) REFERENCES casework.alerts(id),
  constraint alert_identity_states_decision_id_fkey FOREIGN KEY (decision_id) REFERENCES casework.identity_decisions(id),
  constraint alert_identity_states_run_id_fkey FOREIGN KEY (run_id) REFERENCES casework.match_runs(id)
);
comment on table casework.alert_identity_states is 'History of where the identity of each alert stood and which run or decision moved it, so that any past day can be shown. Insert-only';
CREATE INDEX alert_identity_states_alert ON casework.alert_identity_states USING btree (alert_id, id);
CREATE INDEX alert_identity_states_at ON casework.alert_identity_states USING btree (at) INCLUDE (alert_id);
CREATE TRIGGER insert_only BEFORE DELETE OR UPDATE OR TRUNCATE ON casework.alert_identity_states FOR EACH STATEMENT EXECUTE FUNCTION platform.refuse_change(); -- always
grant insert, select on casework.alert_identity_states to varde_app;

create table casework.alert_statuses (
  id bigint generated always as identity,
  alert_id bigint not null,
  at timestamp with time zone not null,
  status text not null,
  constraint alert_statuses_pkey PRIMARY KEY (id),
  constraint alert_statuses_status_check CHECK ((status = ANY (ARRAY['valid'::text, 'withdrawn'::text, 'expired'::text]))),
  constraint alert_statuses_alert_id_fkey FOREIGN KEY (alert_id) REFERENCES casework.alerts(id)
);
comment on table casework.alert_statuses is 'History of whether an alert was valid, so that any past day can be shown. Insert-only';
CREATE INDEX alert_statuses_alert ON casework.alert_statuses USING btree (alert_id, id);
CREATE INDEX alert_statuses_at ON casework.alert_statuses USING btree (at) INCLUDE (alert_id);
CREATE TRIGGER insert_only BEFORE DELETE OR UPDATE OR TRUNCATE ON casework.alert_statuses FOR EACH STATEMENT EXECUTE FUNCTION platform.refuse_change(); -- always
grant insert, select on casework.alert_statuses to varde_app;

create table casework.alert_versions (
  id bigint generated always as identity,
  alert_id bigint not null,
  message_id bigint not null,
  ordinal integer not null,
  kind text not null,
  sent_as text not null,
  recorded_at timestamp with time zone not null,
  number_key text,
  alert_number text,
  alert_type text,
  sending_country text,
  authority text,
  decision_date date,
  surname text,
  forename text,
  earlier_names text,
  birth_date text,
  sex text,
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
  constraint alert_versions_pkey PRIMARY KEY (id),
  constraint alert_versions_message_id_ordinal_key UNIQUE (message_id, ordinal),
  constraint alert_versions_birth_date_check CHECK ((birth_date ~ '^\d{4}(-\d{2}(-\d{2})?)?$'::text)),
  constraint alert_versions_kind_check CHECK ((kind = ANY (ARRAY['alert'::text, 'update'::text, 'withdrawal'::text]))),
  constraint alert_versions_sent_as_check CHECK ((sent_as = ANY (ARRAY['alert'::text, 'update'::text, 'withdrawal'::text]))),
  constraint alert_versions_sex_check CHECK ((sex = ANY (ARRAY['M'::text, 'F'::text, 'X'::text]))),
  constraint alert_versions_alert_id_fkey FOREIGN KEY (alert_id) REFERENCES casework.alerts(id),
  constraint alert_versions_message_id_fkey FOREIGN KEY (message_id) REFERENCES casework.messages(id)
);
comment on table casework.alert_versions is 'What a message said about an alert, as understood and as sent (fields holds raw text and place of each). Insert-only';
comment on column casework.alert_versions.sent_as is 'The kind its sender gave it; an alert sent under a known number with other content is kept as an update';
comment on column casework.alert_versions.number_key is 'The alert number in capitals without spaces and punctuation; updates and withdrawals are tied by the number of any version';
comment on column casework.alert_versions.surname is 'Personal: surname(s) as sent';
comment on column casework.alert_versions.forename is 'Personal: forename(s) as sent';
comment on column casework.alert_versions.birth_date is 'Personal: full or partial ("1967", "1967-05")';
comment on column casework.alert_versions.national_id is 'Personal, restricted: identity number in any country';
CREATE INDEX alert_versions_alert ON casework.alert_versions USING btree (alert_id, id);
CREATE INDEX alert_versions_content ON casework.alert_versions USING btree (content_hash);
CREATE INDEX alert_versions_forename ON casework.alert_versions USING btree (lower(forename) text_pattern_ops);
CREATE INDEX alert_versions_number ON casework.alert_versions USING btree (number_key) WHERE (number_key IS NOT NULL);
CREATE INDEX alert_versions_opened ON casework.alert_versions USING btree (recorded_at) INCLUDE (message_id, sending_country, profession) WHERE (kind = 'alert'::text);
CREATE INDEX alert_versions_recorded ON casework.alert_versions USING btree (recorded_at);
CREATE INDEX alert_versions_surname ON casework.alert_versions USING btree (lower(surname) text_pattern_ops);
CREATE TRIGGER insert_only BEFORE DELETE OR UPDATE OR TRUNCATE ON casework.alert_versions FOR EACH STATEMENT EXECUTE FUNCTION platform.refuse_change(); -- always
grant insert, select on casework.alert_versions to varde_app;

create table casework.alerts (
  id bigint generated always as identity,
  sending_country text,
  alert_number text,
  number_key text,
  status text default 'valid'::text not null,
  current_version bigint,
  opened_at timestamp with time zone not null,
  constraint alerts_pkey PRIMARY KEY (id),
  constraint alerts_status_check CHECK ((status = ANY (ARRAY['valid'::text, 'withdrawn'::text, 'expired'::text]))),
  constraint alerts_current_version_fkey FOREIGN KEY (current_version) REFERENCES casework.alert_versions(id) DEFERRABLE INITIALLY DEFERRED
);
comment on table casework.alerts is 'A warning from abroad about one person: opened by its first version, changed by updates, ended by a withdrawal or by its date';
comment on column casework.alerts.number_key is 'The number it was opened under, in capitals without spaces and punctuation';
CREATE INDEX alerts_number ON casework.alerts USING btree (number_key) WHERE (number_key IS NOT NULL);
CREATE INDEX alerts_number_start ON casework.alerts USING btree (number_key text_pattern_ops);
CREATE INDEX alerts_status ON casework.alerts USING btree (status, id);
grant delete, insert, select, update on casework.alerts to varde_app;

create table casework.awaited_references (
  number_key text not null,
  message_id bigint not null,
  constraint awaited_references_pkey PRIMARY KEY (number_key, message_id),
  constraint awaited_references_message_id_fkey FOREIGN KEY (message_id) REFERENCES casework.messages(id)
);
comment on table casework.awaited_references is 'Alert numbers that updates and withdrawals in quarantine wait for; when such an alert comes, they are examined again by themselves';
CREATE INDEX awaited_references_message ON casework.awaited_references USING btree (message_id);
grant delete, insert, select, update on casework.awaited_references to varde_app;

create table casework.balances (
  id bigint generated always as identity,
  at timestamp with time zone not null,
  messages integer not null,
  ledger integer not null,
  missing integer not null,
  extra integer not null,
  result jsonb not null,
  constraint balances_pkey PRIMARY KEY (id)
);
comment on table casework.balances is 'Each count of the ledger against the mailboxes. Insert-only';
CREATE INDEX balances_at ON casework.balances USING btree (at);
CREATE TRIGGER insert_only BEFORE DELETE OR UPDATE OR TRUNCATE ON casework.balances FOR EACH STATEMENT EXECUTE FUNCTION platform.refuse_change(); -- always
grant insert, select on casework.balances to varde_app;

create table casework.candidates (
  run_id bigint not null,
  rank integer not null,
  hpr_number bigint not null,
  probability double precision not null,
  bits double precision not null,
  outcome text not null,
  keys text[] not null,
  explanation jsonb not null,
  constraint candidates_pkey PRIMARY KEY (run_id, rank),
  constraint candidates_outcome_check CHECK ((outcome = ANY (ARRAY['certain'::text, 'probable'::text, 'noMatch'::text]))),
  constraint candidates_run_id_fkey FOREIGN KEY (run_id) REFERENCES casework.match_runs(id)
);
comment on table casework.candidates is 'People the engine found worth a look, with the evidence field by field. Insert-only';
comment on column casework.candidates.explanation is 'Personal: values asked and found';
CREATE INDEX candidates_hpr ON casework.candidates USING btree (hpr_number);
CREATE TRIGGER insert_only BEFORE DELETE OR UPDATE OR TRUNCATE ON casework.candidates FOR EACH STATEMENT EXECUTE FUNCTION platform.refuse_change(); -- always
grant insert, select on casework.candidates to varde_app;

create table casework.identity_decisions (
  id bigint generated always as identity,
  alert_id bigint not null,
  version_id bigint not null,
  run_id bigint not null,
  decision text not null,
  hpr_number bigint,
  reason text not null,
  actor jsonb not null,
  at timestamp with time zone not null,
  needs_second boolean not null,
  seconds bigint,
  constraint identity_decisions_pkey PRIMARY KEY (id),
  constraint identity_decisions_check CHECK (((decision = 'confirm'::text) = (hpr_number IS NOT NULL))),
  constraint identity_decisions_check1 CHECK (((seconds IS NOT NULL) <= needs_second)),
  constraint identity_decisions_decision_check CHECK ((decision = ANY (ARRAY['confirm'::text, 'reject'::text, 'ask'::text]))),
  constraint identity_decisions_alert_id_fkey FOREIGN KEY (alert_id) REFERENCES casework.alerts(id),
  constraint identity_decisions_run_id_fkey FOREIGN KEY (run_id) REFERENCES casework.match_runs(id),
  constraint identity_decisions_seconds_fkey FOREIGN KEY (seconds) REFERENCES casework.identity_decisions(id),
  constraint identity_decisions_version_id_fkey FOREIGN KEY (version_id) REFERENCES casework.alert_versions(id)
);
comment on table casework.identity_decisions is 'What officers decided about the identity of an alert, and why. One that goes against the engine (needs_second) counts only when another officer decides the same (seconds). Insert-only';
comment on column casework.identity_decisions.reason is 'Personal: may name the person';
CREATE INDEX identity_decisions_alert ON casework.identity_decisions USING btree (alert_id, id);
CREATE INDEX identity_decisions_hpr ON casework.identity_decisions USING btree (hpr_number) WHERE (decision = 'confirm'::text);
CREATE TRIGGER insert_only BEFORE DELETE OR UPDATE OR TRUNCATE ON casework.identity_decisions FOR EACH STATEMENT EXECUTE FUNCTION platform.refuse_change(); -- always
grant insert, select on casework.identity_decisions to varde_app;

create table casework.mailbox_folders (
  mailbox_id bigint not null,
  folder text not null,
  role text not null,
  uid_validity bigint,
  highest_uid bigint,
  seen_at timestamp with time zone,
  constraint mailbox_folders_pkey PRIMARY KEY (mailbox_id, folder),
  constraint mailbox_folders_role_check CHECK ((role = ANY (ARRAY['incoming'::text, 'withMatch'::text, 'withoutMatch'::text, 'manual'::text, 'irrelevant'::text]))),
  constraint mailbox_folders_mailbox_id_fkey FOREIGN KEY (mailbox_id) REFERENCES casework.mailboxes(id)
);
comment on table casework.mailbox_folders is 'Folders of a mailbox that are watched or mirrored to, with the last UIDVALIDITY seen (RFC 9051)';
grant delete, insert, select, update on casework.mailbox_folders to varde_app;

create table casework.mailboxes (
  id bigint generated always as identity,
  kind text not null,
  name text not null,
  address text not null,
  state text default 'stopped'::text not null,
  last_seen_at timestamp with time zone,
  last_error text,
  created_at timestamp with time zone default now() not null,
  constraint mailboxes_pkey PRIMARY KEY (id),
  constraint mailboxes_kind_address_key UNIQUE (kind, address),
  constraint mailboxes_kind_check CHECK ((kind = ANY (ARRAY['imap'::text, 'folder'::text, 'upload'::text, 'manual'::text])))
);
comment on table casework.mailboxes is 'Places messages come from: a mailbox on a server, a folder of files, uploads, entries by hand';
comment on column casework.mailboxes.address is 'Folder path, or user@host:port without any secret';
grant delete, insert, select, update on casework.mailboxes to varde_app;

create table casework.match_runs (
  id bigint generated always as identity,
  alert_id bigint not null,
  version_id bigint not null,
  cause text not null,
  engine_version text not null,
  model_version text not null,
  register_load bigint,
  register_version bigint not null,
  outcome text not null,
  at timestamp with time zone not null,
  constraint match_runs_pkey PRIMARY KEY (id),
  constraint match_runs_cause_check CHECK ((cause = ANY (ARRAY['registered'::text, 'updated'::text, 'register'::text, 'engine'::text]))),
  constraint match_runs_outcome_check CHECK ((outcome = ANY (ARRAY['certain'::text, 'probable'::text, 'noMatch'::text]))),
  constraint match_runs_alert_id_fkey FOREIGN KEY (alert_id) REFERENCES casework.alerts(id),
  constraint match_runs_register_load_fkey FOREIGN KEY (register_load) REFERENCES casework.register_loads(id),
  constraint match_runs_version_id_fkey FOREIGN KEY (version_id) REFERENCES casework.alert_versions(id)
);
comment on table casework.match_runs is 'Answers of the linkage engine about an alert version, with the versions that make them reproducible. An answer that repeats the one before is not stored again. Insert-only';
comment on column casework.match_runs.register_version is 'The greatest casework.register_person_versions.id that had been taken into the index';
CREATE INDEX match_runs_alert ON casework.match_runs USING btree (alert_id, id);
CREATE INDEX match_runs_version ON casework.match_runs USING btree (version_id, id);
CREATE TRIGGER insert_only BEFORE DELETE OR UPDATE OR TRUNCATE ON casework.match_runs FOR EACH STATEMENT EXECUTE FUNCTION platform.refuse_change(); -- always
grant insert, select on casework.match_runs to varde_app;

create table casework.message_events (
  id bigint generated always as identity,
  message_id bigint not null,
  at timestamp with time zone not null,
  state text not null,
  reason text,
  reason_params jsonb default '{}'::jsonb not null,
  actor jsonb not null,
  note text,
  constraint message_events_pkey PRIMARY KEY (id),
  constraint message_events_message_id_fkey FOREIGN KEY (message_id) REFERENCES casework.messages(id)
);
comment on table casework.message_events is 'History of every message: each state it entered, when, why and by whom. Insert-only';
CREATE INDEX message_events_at ON casework.message_events USING btree (at);
CREATE INDEX message_events_handled ON casework.message_events USING btree (at) INCLUDE (message_id) WHERE (state = ANY (ARRAY['registered'::text, 'duplicate'::text, 'irrelevant'::text]));
CREATE INDEX message_events_message ON casework.message_events USING btree (message_id, id);
CREATE TRIGGER insert_only BEFORE DELETE OR UPDATE OR TRUNCATE ON casework.message_events FOR EACH STATEMENT EXECUTE FUNCTION platform.refuse_change(); -- always
grant insert, select on casework.message_events to varde_app;

create table casework.message_readings (
  id bigint generated always as identity,
  message_id bigint not null,
  read_at timestamp with time zone not null,
  profile text,
  profile_version integer,
  reading jsonb not null,
  constraint message_readings_pkey PRIMARY KEY (id),
  constraint message_readings_message_id_fkey FOREIGN KEY (message_id) REFERENCES casework.messages(id)
);
comment on table casework.message_readings is 'What reading a message gave: parts as text, entries with the place of every field. A message read again gets a new row. Insert-only';
comment on column casework.message_readings.reading is 'Personal: text of the message and of its attachments';
CREATE INDEX message_readings_message ON casework.message_readings USING btree (message_id, id DESC);
CREATE TRIGGER insert_only BEFORE DELETE OR UPDATE OR TRUNCATE ON casework.message_readings FOR EACH STATEMENT EXECUTE FUNCTION platform.refuse_change(); -- always
grant insert, select on casework.message_readings to varde_app;

create table casework.messages (
  id bigint generated always as identity,
  mailbox_id bigint not null,
  source_folder text default ''::text not null,
  source_key text not null,
  folder text default ''::text not null,
  uid_validity bigint,
  uid bigint,
  file_name text,
  original text not null,
  size bigint not null,
  header_message_id text,
  subject text,
  from_name text,
  from_address text,
  sent_at timestamp with time zone,
  received_at timestamp with time zone not null,
  state text default 'received'::text not null,
  state_since timestamp with time zone not null,
  reason text,
  reason_params jsonb default '{}'::jsonb not null,
  duplicate_of bigint,
  profile text,
  profile_version integer,
  read_attempts integer default 0 not null,
  match text,
  constraint messages_pkey PRIMARY KEY (id),
  constraint messages_mailbox_id_source_folder_source_key_key UNIQUE (mailbox_id, source_folder, source_key),
  constraint messages_check CHECK (((state = 'duplicate'::text) = (duplicate_of IS NOT NULL))),
  constraint messages_check1 CHECK (((state = ANY (ARRAY['quarantined'::text, 'irrelevant'::text])) <= (reason IS NOT NULL))),
  constraint messages_match_check CHECK ((match = ANY (ARRAY['withMatch'::text, 'withoutMatch'::text]))),
  constraint messages_state_check CHECK ((state = ANY (ARRAY['received'::text, 'read'::text, 'registered'::text, 'duplicate'::text, 'irrelevant'::text, 'quarantined'::text]))),
  constraint messages_duplicate_of_fkey FOREIGN KEY (duplicate_of) REFERENCES casework.messages(id),
  constraint messages_mailbox_id_fkey FOREIGN KEY (mailbox_id) REFERENCES casework.mailboxes(id),
  constraint messages_original_fkey FOREIGN KEY (original) REFERENCES platform.originals(sha256)
);
comment on table casework.messages is 'The ledger: one row for every message, written with its original before the message is touched in the mailbox. id is the ledger order';
comment on column casework.messages.source_key is 'Identity in the source: UIDVALIDITY and UID for a mail server, file name and hash for a folder; makes reading again change nothing';
comment on column casework.messages.subject is 'Personal: may name the person the alert is about';
comment on column casework.messages.from_address is 'Personal: address of the sender';
comment on column casework.messages.match is 'Whether any alert of the message has a candidate; says which folder of the mailbox it belongs in';
CREATE INDEX messages_header_message_id ON casework.messages USING btree (header_message_id) WHERE (header_message_id IS NOT NULL);
CREATE INDEX messages_original ON casework.messages USING btree (original);
CREATE INDEX messages_place ON casework.messages USING btree (mailbox_id, folder, uid_validity, uid);
CREATE INDEX messages_received ON casework.messages USING btree (received_at) INCLUDE (id, state, state_since, reason, profile);
CREATE INDEX messages_state ON casework.messages USING btree (state, id);
grant delete, insert, select, update on casework.messages to varde_app;

create table casework.register_broken_lines (
  load_id bigint not null,
  line integer not null,
  code text not null,
  message text not null,
  constraint register_broken_lines_pkey PRIMARY KEY (load_id, line),
  constraint register_broken_lines_load_id_fkey FOREIGN KEY (load_id) REFERENCES casework.register_loads(id)
);
comment on table casework.register_broken_lines is 'Lines of a load that could not be taken in, by number, with the reason; never the values of the line. Insert-only';
CREATE TRIGGER insert_only BEFORE DELETE OR UPDATE OR TRUNCATE ON casework.register_broken_lines FOR EACH STATEMENT EXECUTE FUNCTION platform.refuse_change(); -- always
grant insert, select on casework.register_broken_lines to varde_app;

create table casework.register_load_batches (
  id bigint generated always as identity,
  load_id bigint not null,
  last_line integer not null,
  at timestamp with time zone not null,
  lines integer not null,
  added integer not null,
  changed integer not null,
  unchanged integer not null,
  removed integer not null,
  broken integer not null,
  constraint register_load_batches_pkey PRIMARY KEY (id),
  constraint register_load_batches_load_id_fkey FOREIGN KEY (load_id) REFERENCES casework.register_loads(id)
);
comment on table casework.register_load_batches is 'What each committed step of a load did: the greatest last_line is where a stopped load goes on, and the sums tell how many people the register held on any day. Insert-only';
CREATE INDEX register_load_batches_at ON casework.register_load_batches USING btree (at);
CREATE INDEX register_load_batches_load ON casework.register_load_batches USING btree (load_id, last_line);
CREATE TRIGGER insert_only BEFORE DELETE OR UPDATE OR TRUNCATE ON casework.register_load_batches FOR EACH STATEMENT EXECUTE FUNCTION platform.refuse_change(); -- always
grant insert, select on casework.register_load_batches to varde_app;

create view casework.register_load_counts as
 SELECT l.id,
    l.kind,
    l.file_name,
    l.sha256,
    l.state,
    l.started_at,
    l.finished_at,
    l.held_back,
    l.failure,
    l.actor,
    COALESCE(b.lines, 0::bigint)::integer AS lines,
    COALESCE(b.added, 0::bigint)::integer AS added,
    COALESCE(b.changed, 0::bigint)::integer AS changed,
    COALESCE(b.unchanged, 0::bigint)::integer AS unchanged,
    COALESCE(b.removed, 0::bigint)::integer AS removed,
    COALESCE(b.broken, 0::bigint)::integer AS broken
   FROM casework.register_loads l
     LEFT JOIN LATERAL ( SELECT sum(register_load_batches.lines) AS lines,
            sum(register_load_batches.added) AS added,
            sum(register_load_batches.changed) AS changed,
            sum(register_load_batches.unchanged) AS unchanged,
            sum(register_load_batches.removed) AS removed,
            sum(register_load_batches.broken) AS broken
           FROM casework.register_load_batches
          WHERE register_load_batches.load_id = l.id) b ON true;
comment on view casework.register_load_counts is 'Loads with their counts so far';
grant delete, insert, select, update on casework.register_load_counts to varde_app;

create table casework.register_loads (
  id bigint generated always as identity,
  kind text not null,
  file_name text not null,
  sha256 text not null,
  state text default 'running'::text not null,
  started_at timestamp with time zone not null,
  finished_at timestamp with time zone,
  held_back integer default 0 not null,
  failure text,
  actor jsonb not null,
  constraint register_loads_pkey PRIMARY KEY (id),
  constraint register_loads_check CHECK (((state = 'failed'::text) <= (failure IS NOT NULL))),
  constraint register_loads_check1 CHECK (((state = 'running'::text) = (finished_at IS NULL))),
  constraint register_loads_kind_check CHECK ((kind = ANY (ARRAY['full'::text, 'delta'::text]))),
  constraint register_loads_sha256_check CHECK ((sha256 ~ '^[0-9a-f]{64}$'::text)),
  constraint register_loads_state_check CHECK ((state = ANY (ARRAY['running'::text, 'done'::text, 'stopped'::text, 'failed'::text])))
);
comment on table casework.register_loads is 'Each load of the HPR extract, full or delta. A load that was stopped goes on when the same file is loaded again';
comment on column casework.register_loads.sha256 is 'Of the file as it lies on disk: how a stopped load is recognised';
comment on column casework.register_loads.held_back is 'People gone from a full extract who were kept all the same; failure says why';
CREATE INDEX register_loads_file ON casework.register_loads USING btree (sha256, id);
grant delete, insert, select, update on casework.register_loads to varde_app;

create table casework.register_people (
  hpr_number bigint not null,
  forename text,
  middle text,
  surname text,
  birth_date date,
  death_date date,
  national_id text,
  lacks_national_id boolean default false not null,
  replaced_by bigint,
  professions text[] default '{}'::text[] not null,
  basis_countries text[] default '{}'::text[] not null,
  earlier_names text[] default '{}'::text[] not null,
  entry jsonb not null,
  entry_hash text not null,
  load_id bigint not null,
  changed_at timestamp with time zone not null,
  removed_at timestamp with time zone,
  constraint register_people_pkey PRIMARY KEY (hpr_number),
  constraint register_people_load_id_fkey FOREIGN KEY (load_id) REFERENCES casework.register_loads(id)
);
comment on table casework.register_people is 'The register as last loaded, one row a person; entry is the answer of the HPR REST API as received';
comment on column casework.register_people.forename is 'Personal';
comment on column casework.register_people.middle is 'Personal';
comment on column casework.register_people.surname is 'Personal';
comment on column casework.register_people.birth_date is 'Personal';
comment on column casework.register_people.death_date is 'Personal';
comment on column casework.register_people.national_id is 'Personal, restricted: Norwegian identity number or D-number';
comment on column casework.register_people.earlier_names is 'Personal: full names held in earlier loads';
comment on column casework.register_people.entry is 'Personal, restricted: the whole answer of the register';
comment on column casework.register_people.entry_hash is 'Of the entry without the stamps that every extract renews; equal means nothing has changed';
CREATE INDEX register_people_replaced ON casework.register_people USING btree (replaced_by) WHERE (replaced_by IS NOT NULL);
grant delete, insert, select, update on casework.register_people to varde_app;

create table casework.register_person_versions (
  id bigint generated always as identity,
  hpr_number bigint not null,
  load_id bigint not null,
  recorded_at timestamp with time zone not null,
  removed boolean default false not null,
  entry jsonb,
  constraint register_person_versions_pkey PRIMARY KEY (id),
  constraint register_person_versions_check CHECK ((removed = (entry IS NULL))),
  constraint register_person_versions_load_id_fkey FOREIGN KEY (load_id) REFERENCES casework.register_loads(id)
);
comment on table casework.register_person_versions is 'Every version of a register person that a load has shown, so that the register of any past day can be rebuilt. id is the version number of the register. Insert-only';
comment on column casework.register_person_versions.entry is 'Personal, restricted: the whole answer of the register';
CREATE INDEX register_person_versions_load ON casework.register_person_versions USING btree (load_id, id);
CREATE INDEX register_person_versions_person ON casework.register_person_versions USING btree (hpr_number, id);
CREATE TRIGGER insert_only BEFORE DELETE OR UPDATE OR TRUNCATE ON casework.register_person_versions FOR EACH STATEMENT EXECUTE FUNCTION platform.refuse_change(); -- always
grant insert, select on casework.register_person_versions to varde_app;

create table casework.repeated_entries (
  message_id bigint not null,
  ordinal integer not null,
  version_id bigint not null,
  constraint repeated_entries_pkey PRIMARY KEY (message_id, ordinal),
  constraint repeated_entries_message_id_fkey FOREIGN KEY (message_id) REFERENCES casework.messages(id),
  constraint repeated_entries_version_id_fkey FOREIGN KEY (version_id) REFERENCES casework.alert_versions(id)
);
comment on table casework.repeated_entries is 'Entries of messages that say what a version has said before; a duplicate message has only such. Insert-only';
CREATE INDEX repeated_entries_version ON casework.repeated_entries USING btree (version_id);
CREATE TRIGGER insert_only BEFORE DELETE OR UPDATE OR TRUNCATE ON casework.repeated_entries FOR EACH STATEMENT EXECUTE FUNCTION platform.refuse_change(); -- always
grant insert, select on casework.repeated_entries to varde_app;

create table casework.source_profiles (
  name text not null,
  version integer not null,
  title text not null,
  yaml text not null,
  state text default 'draft'::text not null,
  shipped boolean default false not null,
  created_at timestamp with time zone not null,
  created_by jsonb not null,
  tested_at timestamp with time zone,
  test_result jsonb,
  activated_at timestamp with time zone,
  constraint source_profiles_pkey PRIMARY KEY (name, version),
  constraint source_profiles_state_check CHECK ((state = ANY (ARRAY['draft'::text, 'active'::text, 'retired'::text])))
);
comment on table casework.source_profiles is 'Source profiles: how messages of each source are recognised and where their fields stand. A draft is tested on stored messages before it is switched on';
CREATE UNIQUE INDEX source_profiles_active ON casework.source_profiles USING btree (name) WHERE (state = 'active'::text);
grant delete, insert, select, update on casework.source_profiles to varde_app;

create schema governance;
comment on schema governance is 'What the organisation must do, how it is doing, and the reports that say so';
grant usage on schema governance to varde_app;

create schema platform;
comment on schema platform is 'What knows nothing of the domain: originals, events, audit log, processes, settings';
grant usage on schema platform to varde_app;

CREATE OR REPLACE FUNCTION platform.make_insert_only(target regclass)
 RETURNS void
 LANGUAGE plpgsql
AS $function$
begin
  execute format('revoke update, delete, truncate on %s from varde_app', target);
  execute format(
    'create trigger insert_only before update or delete or truncate on %s
     for each statement execute function platform.refuse_change()', target);
  execute format('alter table %s enable always trigger insert_only', target);
end
$function$;
comment on function platform.make_insert_only(regclass) is 'Makes a table insert-only: by grants for the application, by a trigger for everybody, the owner too';

CREATE OR REPLACE FUNCTION platform.refuse_change()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  raise exception '%.% is insert-only: what is written there stays', tg_table_schema, tg_table_name
    using errcode = 'restrict_violation';
end
$function$;
comment on function platform.refuse_change() is 'Refuses update, delete and truncate of an insert-only table, whoever asks';

create table platform.audit (
  id bigint generated always as identity,
  at timestamp with time zone default now() not null,
  actor jsonb not null,
  on_behalf_of jsonb,
  act text not null,
  object_type text,
  object_id text,
  purpose text,
  details jsonb default '{}'::jsonb not null,
  constraint audit_pkey PRIMARY KEY (id)
);
comment on table platform.audit is 'Who did or looked at what, when and why. Insert-only';
comment on column platform.audit.on_behalf_of is 'In whose place the actor acted, as a stand-in';
CREATE INDEX audit_at ON platform.audit USING btree (at);
CREATE INDEX audit_object ON platform.audit USING btree (object_type, object_id, id);
CREATE TRIGGER insert_only BEFORE DELETE OR UPDATE OR TRUNCATE ON platform.audit FOR EACH STATEMENT EXECUTE FUNCTION platform.refuse_change(); -- always
grant insert, select on platform.audit to varde_app;

create table platform.events (
  id bigint generated always as identity,
  type text not null,
  version integer default 1 not null,
  subject text not null,
  payload jsonb default '{}'::jsonb not null,
  recorded_at timestamp with time zone default now() not null,
  actor jsonb not null,
  constraint events_pkey PRIMARY KEY (id)
);
comment on table platform.events is 'What has happened, in the past tense, written in the transaction that made it happen; reactions are enqueued with it. Insert-only';
comment on column platform.events.subject is 'What it happened to, as kind:id';
comment on column platform.events.payload is 'Ids and codes; never the content of a case';
CREATE INDEX events_subject ON platform.events USING btree (subject, id);
CREATE INDEX events_type ON platform.events USING btree (type, id);
CREATE TRIGGER insert_only BEFORE DELETE OR UPDATE OR TRUNCATE ON platform.events FOR EACH STATEMENT EXECUTE FUNCTION platform.refuse_change(); -- always
grant insert, select on platform.events to varde_app;

create table platform.migrations (
  number integer not null,
  name text not null,
  checksum text not null,
  applied_at timestamp with time zone default now() not null,
  constraint migrations_pkey PRIMARY KEY (number)
);
comment on table platform.migrations is 'Migrations applied to this database, with the SHA-256 of their text';
grant select on platform.migrations to varde_app;

create table platform.originals (
  sha256 text not null,
  size bigint not null,
  bytes bytea not null,
  stored_at timestamp with time zone default now() not null,
  constraint originals_pkey PRIMARY KEY (sha256),
  constraint originals_check CHECK ((sha256 = encode(sha256(bytes), 'hex'::text))),
  constraint originals_check1 CHECK ((size = octet_length(bytes)))
);
comment on table platform.originals is 'Bytes as they were received, kept once under their SHA-256. Insert-only';
comment on column platform.originals.bytes is 'Personal: a whole message or file';
CREATE TRIGGER insert_only BEFORE DELETE OR UPDATE OR TRUNCATE ON platform.originals FOR EACH STATEMENT EXECUTE FUNCTION platform.refuse_change(); -- always
grant insert, select on platform.originals to varde_app;

create table platform.processes (
  id uuid default gen_random_uuid() not null,
  kind text not null,
  host text not null,
  pid integer not null,
  version text not null,
  started_at timestamp with time zone default now() not null,
  heartbeat_at timestamp with time zone default now() not null,
  constraint processes_pkey PRIMARY KEY (id),
  constraint processes_kind_check CHECK ((kind = ANY (ARRAY['api'::text, 'worker'::text, 'mail'::text, 'cli'::text])))
);
comment on table platform.processes is 'Processes of Varde that run now, or died without saying so; alive is who has a young heartbeat';
CREATE INDEX processes_kind ON platform.processes USING btree (kind, heartbeat_at);
grant delete, insert, select, update on platform.processes to varde_app;

create table platform.settings (
  key text not null,
  value jsonb not null,
  changed_at timestamp with time zone default now() not null,
  constraint settings_pkey PRIMARY KEY (key)
);
comment on table platform.settings is 'What an operator has chosen, by name';
grant delete, insert, select, update on platform.settings to varde_app;

-- Granted by default on what the owner makes
-- in schema access sequences of varde_owner: usage to varde_app
-- in schema access tables of varde_owner: delete, insert, select, update to varde_app
-- in schema casework sequences of varde_owner: usage to varde_app
-- in schema casework tables of varde_owner: delete, insert, select, update to varde_app
-- in schema governance sequences of varde_owner: usage to varde_app
-- in schema governance tables of varde_owner: delete, insert, select, update to varde_app
-- in schema platform sequences of varde_owner: usage to varde_app
-- in schema platform tables of varde_owner: delete, insert, select, update to varde_app
