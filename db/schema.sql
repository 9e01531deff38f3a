-- The database of Varde, written from its catalogue by write-schema.ts: for reading and for seeing changes.
-- db/migrations make it. The schema pgboss belongs to the job queue and is not shown.

create schema access;
comment on schema access is 'People, sessions, roles and stand-ins';
grant usage on schema access to varde_app;

create table access.correction_answers (
  correction_id bigint not null,
  annotated boolean not null,
  answer text not null,
  answered_at timestamp with time zone not null,
  answered_by jsonb not null,
  constraint correction_answers_pkey PRIMARY KEY (correction_id),
  constraint correction_answers_correction_id_fkey FOREIGN KEY (correction_id) REFERENCES access.corrections(id)
);
comment on table access.correction_answers is 'How each request for correction was answered: annotated, or declined with the reason. Insert-only';
comment on column access.correction_answers.answer is 'Personal: the annotation, or why it was declined';
comment on column access.correction_answers.answered_by is 'Personal: who answered';
CREATE TRIGGER insert_only BEFORE DELETE OR UPDATE OR TRUNCATE ON access.correction_answers FOR EACH STATEMENT EXECUTE FUNCTION platform.refuse_change(); -- always
grant insert, select on access.correction_answers to varde_app;

create table access.corrections (
  id bigint generated always as identity,
  object_type text not null,
  object_id text not null,
  field text,
  statement text not null,
  requested_at timestamp with time zone not null,
  recorded_by jsonb not null,
  constraint corrections_pkey PRIMARY KEY (id),
  constraint corrections_object_type_check CHECK ((object_type = ANY (ARRAY['registerPerson'::text, 'alert'::text, 'message'::text, 'case'::text])))
);
comment on table access.corrections is 'What people say is wrong in the data about them. Originals are never changed: this is shown beside them. Insert-only';
comment on column access.corrections.statement is 'Personal: what is wrong and what would be right, as the person says';
comment on column access.corrections.recorded_by is 'Personal: who took down the request';
CREATE INDEX corrections_object ON access.corrections USING btree (object_type, object_id, id);
CREATE TRIGGER insert_only BEFORE DELETE OR UPDATE OR TRUNCATE ON access.corrections FOR EACH STATEMENT EXECUTE FUNCTION platform.refuse_change(); -- always
grant insert, select on access.corrections to varde_app;

create table access.exclusions (
  id bigint generated always as identity,
  person_id uuid not null,
  case_id bigint not null,
  reason text not null,
  given_by jsonb not null,
  given_at timestamp with time zone not null,
  ended_by jsonb,
  ended_reason text,
  ended_at timestamp with time zone,
  constraint exclusions_pkey PRIMARY KEY (id),
  constraint exclusions_check CHECK (((ended_at IS NULL) = (ended_by IS NULL))),
  constraint exclusions_check1 CHECK (((ended_at IS NULL) = (ended_reason IS NULL))),
  constraint exclusions_person_id_fkey FOREIGN KEY (person_id) REFERENCES access.people(id)
);
comment on table access.exclusions is 'Officers shut out of a case for conflict of interest (forvaltningsloven § 6). Ended, never deleted';
comment on column access.exclusions.person_id is 'Personal: an officer';
comment on column access.exclusions.reason is 'Personal: how the officer is tied to the case';
comment on column access.exclusions.ended_reason is 'Personal: why the officer is let in again';
CREATE INDEX exclusions_case ON access.exclusions USING btree (case_id);
CREATE UNIQUE INDEX exclusions_running ON access.exclusions USING btree (person_id, case_id) WHERE (ended_at IS NULL);
grant insert, select on access.exclusions to varde_app;

create table access.failed_logins (
  key text not null,
  failures integer not null,
  since timestamp with time zone not null,
  locked_until timestamp with time zone,
  constraint failed_logins_pkey PRIMARY KEY (key),
  constraint failed_logins_failures_check CHECK ((failures > 0))
);
comment on table access.failed_logins is 'Failed logins and token requests lately, by account and by network address, and until when that one is locked out';
comment on column access.failed_logins.key is 'Personal: address:…, or account:… with the issuer and a hash of the subject, or client:… with client id and address';
CREATE INDEX failed_logins_since ON access.failed_logins USING btree (since);
grant delete, insert, select, update on access.failed_logins to varde_app;

create view access.memberships as
 SELECT p.id AS person_id,
    u.code AS unit
   FROM access.people p
     LEFT JOIN LATERAL ( SELECT c.units
           FROM access.unit_choices c
          WHERE c.person_id = p.id
          ORDER BY c.id DESC
         LIMIT 1) chosen ON true
     JOIN access.units u ON u.closed_at IS NULL AND
        CASE
            WHEN chosen.units IS NOT NULL THEN u.code = ANY (chosen.units)
            ELSE (EXISTS ( SELECT
               FROM access.role_units r
              WHERE r.unit = u.code AND (r.role = ANY (p.roles))))
        END;
comment on view access.memberships is 'Who belongs to which unit now: as chosen for the person, else by their roles';
grant delete, insert, select, update on access.memberships to varde_app;

create table access.openings (
  id bigint generated always as identity,
  person_id uuid not null,
  case_id bigint not null,
  reason text not null,
  opened_at timestamp with time zone not null,
  until_at timestamp with time zone not null,
  seen_by jsonb,
  seen_at timestamp with time zone,
  ended_at timestamp with time zone,
  ended_by jsonb,
  constraint openings_pkey PRIMARY KEY (id),
  constraint openings_check CHECK ((until_at > opened_at)),
  constraint openings_check1 CHECK (((seen_at IS NULL) = (seen_by IS NULL))),
  constraint openings_check2 CHECK (((ended_at IS NULL) = (ended_by IS NULL))),
  constraint openings_reason_check CHECK ((char_length(btrim(reason)) >= 20)),
  constraint openings_person_id_fkey FOREIGN KEY (person_id) REFERENCES access.people(id)
);
comment on table access.openings is 'Cases of other units opened in an emergency, for reading, until until_at or ended_at; the process owner is told and notes having seen it';
comment on column access.openings.person_id is 'Personal: the officer who opened the case';
comment on column access.openings.reason is 'Personal: may name the person the case is about';
comment on column access.openings.ended_at is 'When the opening was ended before until_at; null where it was not';
CREATE INDEX openings_case ON access.openings USING btree (case_id);
CREATE INDEX openings_person ON access.openings USING btree (person_id, until_at);
CREATE INDEX openings_unseen ON access.openings USING btree (id) WHERE (seen_at IS NULL);
grant insert, select on access.openings to varde_app;

create table access.people (
  id uuid default gen_random_uuid() not null,
  issuer text not null,
  subject text not null,
  name text not null,
  roles text[] default '{}'::text[] not null,
  language text default 'nb'::text not null,
  first_login_at timestamp with time zone not null,
  last_login_at timestamp with time zone not null,
  kind text default 'person'::text not null,
  roles_from text default 'provider'::text not null,
  deactivated_at timestamp with time zone,
  deactivated_reason text,
  constraint people_pkey PRIMARY KEY (id),
  constraint people_issuer_subject_key UNIQUE (issuer, subject),
  constraint people_check CHECK (((deactivated_at IS NULL) = (deactivated_reason IS NULL))),
  constraint people_check1 CHECK (((kind = 'person'::text) OR (roles = '{}'::text[]))),
  constraint people_kind_check CHECK ((kind = ANY (ARRAY['person'::text, 'service'::text]))),
  constraint people_language_check CHECK ((language = ANY (ARRAY['nb'::text, 'nn'::text, 'en'::text]))),
  constraint people_roles_check CHECK ((roles <@ ARRAY['firstLine'::text, 'secondLine'::text, 'processOwner'::text, 'manager'::text, 'governance'::text, 'auditor'::text, 'systemOwner'::text])),
  constraint people_roles_from_check CHECK ((roles_from = ANY (ARRAY['provider'::text, 'varde'::text])))
);
comment on table access.people is 'People who have logged in, one row for each subject of a login provider, and service accounts, which act under a name of their own';
comment on column access.people.issuer is 'Address of the login provider (OpenID Connect iss); demo for the built-in demonstration provider, service for service accounts';
comment on column access.people.subject is 'Personal: the provider''s lasting name for the person: sub, for Entra ID tid and oid; the client id of a service account';
comment on column access.people.name is 'Personal: full name as the provider gave it at the last login';
comment on column access.people.roles is 'Personal: roles as the provider gave them at the last login; what they permit stands in the code';
comment on column access.people.language is 'Personal: the language the person has chosen';
comment on column access.people.first_login_at is 'Personal: when the person first logged in';
comment on column access.people.last_login_at is 'Personal: when the person last logged in';
comment on column access.people.roles_from is 'Whether the provider brings the roles at every login, or the system owner gives them in Varde';
comment on column access.people.deactivated_at is 'Since when the person is shut out whatever the provider says; null for the others';
comment on column access.people.deactivated_reason is 'Personal: why the person is shut out';
grant delete, insert, select, update on access.people to varde_app;

create table access.role_units (
  role text not null,
  unit text not null,
  constraint role_units_pkey PRIMARY KEY (role, unit),
  constraint role_units_role_check CHECK ((role = ANY (ARRAY['firstLine'::text, 'secondLine'::text, 'processOwner'::text, 'manager'::text, 'governance'::text, 'auditor'::text, 'systemOwner'::text]))),
  constraint role_units_unit_fkey FOREIGN KEY (unit) REFERENCES access.units(code)
);
comment on table access.role_units is 'The units that people of a role belong to until somebody says otherwise for the person';
grant delete, insert, select, update on access.role_units to varde_app;

create table access.service_accounts (
  id uuid not null,
  client_id text not null,
  scopes text[] not null,
  public_key jsonb,
  contact text not null,
  created_at timestamp with time zone not null,
  created_by jsonb not null,
  expires_at timestamp with time zone not null,
  revoked_at timestamp with time zone,
  constraint service_accounts_pkey PRIMARY KEY (id),
  constraint service_accounts_client_id_key UNIQUE (client_id),
  constraint service_accounts_check CHECK ((expires_at > created_at)),
  constraint service_accounts_client_id_check CHECK ((client_id ~ '^[a-z][a-z0-9-]{2,59}$'::text)),
  constraint service_accounts_id_fkey FOREIGN KEY (id) REFERENCES access.people(id)
);
comment on table access.service_accounts is 'Other systems that may call the interface, and what they may do. Revoked, never deleted';
comment on column access.service_accounts.public_key is 'Public key (JWK) that signs its assertions, for an account without secrets';
comment on column access.service_accounts.contact is 'Personal: whom to ask about it';
grant insert, select, update on access.service_accounts to varde_app;

create table access.service_secrets (
  id bigint generated always as identity,
  account_id uuid not null,
  secret_hash bytea not null,
  created_at timestamp with time zone not null,
  expires_at timestamp with time zone not null,
  constraint service_secrets_pkey PRIMARY KEY (id),
  constraint service_secrets_secret_hash_key UNIQUE (secret_hash),
  constraint service_secrets_check CHECK ((expires_at > created_at)),
  constraint service_secrets_secret_hash_check CHECK ((octet_length(secret_hash) = 32)),
  constraint service_secrets_account_id_fkey FOREIGN KEY (account_id) REFERENCES access.service_accounts(id)
);
comment on table access.service_secrets is 'Secrets of service accounts, several while one takes over from another';
comment on column access.service_secrets.secret_hash is 'SHA-256 of a secret of 256 random bits, so that the table gives nobody a way in';
CREATE INDEX service_secrets_account ON access.service_secrets USING btree (account_id);
grant delete, insert, select, update on access.service_secrets to varde_app;

create table access.service_tokens (
  token_hash bytea not null,
  account_id uuid not null,
  scopes text[] not null,
  issued_at timestamp with time zone not null,
  expires_at timestamp with time zone not null,
  constraint service_tokens_pkey PRIMARY KEY (token_hash),
  constraint service_tokens_check CHECK ((expires_at > issued_at)),
  constraint service_tokens_token_hash_check CHECK ((octet_length(token_hash) = 32)),
  constraint service_tokens_account_id_fkey FOREIGN KEY (account_id) REFERENCES access.service_accounts(id)
);
comment on table access.service_tokens is 'Tokens that service accounts call with, for some minutes. Deleting a row ends the token at once';
comment on column access.service_tokens.token_hash is 'SHA-256 of the token, so that the table gives nobody a way in';
CREATE INDEX service_tokens_account ON access.service_tokens USING btree (account_id);
CREATE INDEX service_tokens_expires_at ON access.service_tokens USING btree (expires_at);
grant delete, insert, select, update on access.service_tokens to varde_app;

create table access.sessions (
  id_hash bytea not null,
  person_id uuid,
  csrf_token text,
  pending_logins jsonb default '{}'::jsonb not null,
  id_token text,
  started_at timestamp with time zone not null,
  last_seen_at timestamp with time zone not null,
  ends_at timestamp with time zone not null,
  public_id uuid default gen_random_uuid() not null,
  provider text,
  provider_subject text,
  provider_sid text,
  idle_ends_at timestamp with time zone not null,
  idle_minutes integer not null,
  step_up_until timestamp with time zone,
  browser text default ''::text not null,
  address text default ''::text not null,
  constraint sessions_pkey PRIMARY KEY (id_hash),
  constraint sessions_public_id_key UNIQUE (public_id),
  constraint sessions_check CHECK (((person_id IS NULL) = (csrf_token IS NULL))),
  constraint sessions_check1 CHECK ((ends_at > started_at)),
  constraint sessions_check2 CHECK (((person_id IS NULL) = (provider IS NULL))),
  constraint sessions_id_hash_check CHECK ((octet_length(id_hash) = 32)),
  constraint sessions_person_id_fkey FOREIGN KEY (person_id) REFERENCES access.people(id) ON DELETE CASCADE
);
comment on table access.sessions is 'Sessions that are open, also those of a login under way. Deleting a row ends the session at once';
comment on column access.sessions.id_hash is 'SHA-256 of the session id, so that the table gives nobody a way in';
comment on column access.sessions.person_id is 'Personal: whose session it is';
comment on column access.sessions.pending_logins is 'Logins under way: state to provider, PKCE verifier, nonce, the page to return to and, at step-up, who must come back';
comment on column access.sessions.id_token is 'Personal: the provider''s token for this login, sent back at logout so that it knows which login to end';
comment on column access.sessions.started_at is 'Personal: when the person logged in';
comment on column access.sessions.last_seen_at is 'Personal: last time the person did something, to the minute';
comment on column access.sessions.ends_at is 'When the session ends whatever happens, counted from login; soon for a login under way';
comment on column access.sessions.public_id is 'What the session is called in lists; opens nothing';
comment on column access.sessions.provider is 'Key of the login provider the person came through';
comment on column access.sessions.provider_subject is 'Personal: the provider''s sub, by which it asks to end sessions';
comment on column access.sessions.provider_sid is 'The provider''s own session (sid), by which it asks to end this one';
comment on column access.sessions.idle_ends_at is 'When the session ends if the person does nothing more';
comment on column access.sessions.step_up_until is 'Until when the person counts as having just proved who they are';
comment on column access.sessions.browser is 'Personal: browser and system at login, in a few words, so that a person knows their own sessions';
comment on column access.sessions.address is 'Personal: network address at login, so that a person knows their own sessions';
CREATE INDEX sessions_ends_at ON access.sessions USING btree (ends_at);
CREATE INDEX sessions_person ON access.sessions USING btree (person_id) WHERE (person_id IS NOT NULL);
CREATE INDEX sessions_provider_sid ON access.sessions USING btree (provider, provider_sid) WHERE (provider_sid IS NOT NULL);
CREATE INDEX sessions_provider_subject ON access.sessions USING btree (provider, provider_subject) WHERE (provider_subject IS NOT NULL);
grant delete, insert, select, update on access.sessions to varde_app;

create table access.shown_numbers (
  id bigint generated always as identity,
  person_id uuid not null,
  object_type text not null,
  object_id text not null,
  purpose text not null,
  at timestamp with time zone not null,
  until_at timestamp with time zone not null,
  constraint shown_numbers_pkey PRIMARY KEY (id),
  constraint shown_numbers_check CHECK ((until_at > at)),
  constraint shown_numbers_person_id_fkey FOREIGN KEY (person_id) REFERENCES access.people(id)
);
comment on table access.shown_numbers is 'Identity numbers an officer has had shown in full, and the documents with them: of what, why, and until when they stay readable. Insert-only';
comment on column access.shown_numbers.person_id is 'Personal: the officer who looked';
comment on column access.shown_numbers.object_type is 'What the number belongs to: registerPerson, alert or message';
comment on column access.shown_numbers.purpose is 'Personal: may name the person looked at';
CREATE INDEX shown_numbers_person ON access.shown_numbers USING btree (person_id, object_type, object_id, until_at);
CREATE TRIGGER insert_only BEFORE DELETE OR UPDATE OR TRUNCATE ON access.shown_numbers FOR EACH STATEMENT EXECUTE FUNCTION platform.refuse_change(); -- always
grant insert, select on access.shown_numbers to varde_app;

create table access.stand_ins (
  id bigint generated always as identity,
  absent_id uuid not null,
  stand_in_id uuid not null,
  from_at timestamp with time zone not null,
  until_at timestamp with time zone not null,
  permissions text[],
  units text[],
  reason text not null,
  given_by jsonb not null,
  given_at timestamp with time zone not null,
  ended_by jsonb,
  ended_at timestamp with time zone,
  constraint stand_ins_pkey PRIMARY KEY (id),
  constraint stand_ins_check CHECK ((absent_id <> stand_in_id)),
  constraint stand_ins_check1 CHECK ((until_at > from_at)),
  constraint stand_ins_check2 CHECK (((ended_at IS NULL) = (ended_by IS NULL))),
  constraint stand_ins_absent_id_fkey FOREIGN KEY (absent_id) REFERENCES access.people(id),
  constraint stand_ins_stand_in_id_fkey FOREIGN KEY (stand_in_id) REFERENCES access.people(id)
);
comment on table access.stand_ins is 'Who acts in whose place, for a period. Ended early by ended_at, never deleted';
comment on column access.stand_ins.absent_id is 'Personal: the officer acted for';
comment on column access.stand_ins.stand_in_id is 'Personal: the officer who acts';
comment on column access.stand_ins.permissions is 'What the stand-in is limited to; null for all that may pass to a stand-in';
comment on column access.stand_ins.units is 'The units the stand-in is limited to; null for all units of the absent person';
comment on column access.stand_ins.reason is 'Personal: why the person is away or helped';
CREATE INDEX stand_ins_absent ON access.stand_ins USING btree (absent_id, until_at);
CREATE INDEX stand_ins_stand_in ON access.stand_ins USING btree (stand_in_id, until_at) WHERE (ended_at IS NULL);
grant insert, select on access.stand_ins to varde_app;

create table access.unit_choices (
  id bigint generated always as identity,
  person_id uuid not null,
  units text[],
  at timestamp with time zone not null,
  actor jsonb not null,
  constraint unit_choices_pkey PRIMARY KEY (id),
  constraint unit_choices_person_id_fkey FOREIGN KEY (person_id) REFERENCES access.people(id)
);
comment on table access.unit_choices is 'The units a person was said to belong to; the latest counts. An empty list is no unit at all, null lets the roles decide again. Insert-only';
comment on column access.unit_choices.person_id is 'Personal: an officer';
CREATE INDEX unit_choices_person ON access.unit_choices USING btree (person_id, id DESC);
CREATE TRIGGER insert_only BEFORE DELETE OR UPDATE OR TRUNCATE ON access.unit_choices FOR EACH STATEMENT EXECUTE FUNCTION platform.refuse_change(); -- always
grant insert, select on access.unit_choices to varde_app;

create table access.units (
  code text not null,
  parent text,
  name jsonb not null,
  closed_at timestamp with time zone,
  constraint units_pkey PRIMARY KEY (code),
  constraint units_check CHECK ((code <> parent)),
  constraint units_code_check CHECK ((code ~ '^[a-z][a-z0-9-]{1,39}$'::text)),
  constraint units_name_check CHECK ((name ?& ARRAY['nb'::text, 'nn'::text, 'en'::text])),
  constraint units_parent_fkey FOREIGN KEY (parent) REFERENCES access.units(code)
);
comment on table access.units is 'Units of the organisation, as a tree. A unit that is closed takes no new members';
comment on column access.units.name is 'Its name in nb, nn and en';
CREATE INDEX units_parent ON access.units USING btree (parent);
grant insert, select, update on access.units to varde_app;

create table access.used_tokens (
  issuer text not null,
  token_id text not null,
  expires_at timestamp with time zone not null,
  constraint used_tokens_pkey PRIMARY KEY (issuer, token_id)
);
comment on table access.used_tokens is 'Tokens that may be used once and have been: logout tokens and client assertions, by issuer and jti, until they expire';
CREATE INDEX used_tokens_expires_at ON access.used_tokens USING btree (expires_at);
grant delete, insert, select, update on access.used_tokens to varde_app;

create schema casework;
comment on schema casework is 'Warnings from abroad, from the mailbox to the closed case';
grant usage on schema casework to varde_app;

CREATE OR REPLACE FUNCTION casework.joined(parts text[])
 RETURNS text
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
RETURN array_to_string(parts, ' '::text);
comment on function casework.joined(text[]) is 'Texts one after another, as an index may use it';

CREATE OR REPLACE FUNCTION casework.search_query(words text)
 RETURNS tsquery
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
RETURN ((websearch_to_tsquery('norwegian'::regconfig, words) || websearch_to_tsquery('english'::regconfig, words)) || websearch_to_tsquery('simple'::regconfig, words));
comment on function casework.search_query(text) is 'What is searched for by any of the three readings of its words; quotation marks, or and - work as in search engines';

CREATE OR REPLACE FUNCTION casework.search_words(words text)
 RETURNS tsvector
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
RETURN ((to_tsvector('norwegian'::regconfig, COALESCE(words, ''::text)) || to_tsvector('english'::regconfig, COALESCE(words, ''::text))) || to_tsvector('simple'::regconfig, COALESCE(words, ''::text)));
comment on function casework.search_words(text) is 'The words of a text as they are searched for: by their Norwegian and English stems, and as they stand for names and numbers';

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
comment on column casework.alert_identities.best_hpr is 'Personal: whom the engine found most probable';
comment on column casework.alert_identities.confirmed_hpr is 'Personal: who it is';
comment on column casework.alert_identities.decision_id is 'The decision that counted last, also while the identity stands open again';
comment on column casework.alert_identities.proposal_id is 'A decision that waits for a second officer';
comment on column casework.alert_identities.reopened is 'Personal: why a settled identity stands open again, may hold an HPR number';
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
comment on column casework.alert_identity_states.reopened is 'Personal: why a settled identity stood open again, may hold an HPR number';
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
comment on column casework.alert_versions.alert_type is 'Personal: the kind of alert as sent';
comment on column casework.alert_versions.decision_date is 'Personal: when the authority decided';
comment on column casework.alert_versions.surname is 'Personal: surname(s) as sent';
comment on column casework.alert_versions.forename is 'Personal: forename(s) as sent';
comment on column casework.alert_versions.earlier_names is 'Personal: earlier names as sent';
comment on column casework.alert_versions.birth_date is 'Personal: full or partial ("1967", "1967-05")';
comment on column casework.alert_versions.sex is 'Personal: as sent';
comment on column casework.alert_versions.birth_place is 'Personal: as sent';
comment on column casework.alert_versions.nationality is 'Personal: as sent';
comment on column casework.alert_versions.national_id is 'Personal, restricted: identity number in any country';
comment on column casework.alert_versions.registration_number is 'Personal: number in the sender''s own register of health personnel';
comment on column casework.alert_versions.profession is 'Personal: as sent';
comment on column casework.alert_versions.measure is 'Personal, restricted: what the authority has decided about the person';
comment on column casework.alert_versions.effective_from is 'Personal: from when the measure holds';
comment on column casework.alert_versions.effective_until is 'Personal: until when the measure holds';
comment on column casework.alert_versions.fields is 'Personal, restricted: every field as sent, with raw text and place';
CREATE INDEX alert_versions_alert ON casework.alert_versions USING btree (alert_id, id);
CREATE INDEX alert_versions_content ON casework.alert_versions USING btree (content_hash);
CREATE INDEX alert_versions_forename ON casework.alert_versions USING btree (lower(forename) text_pattern_ops);
CREATE INDEX alert_versions_number ON casework.alert_versions USING btree (number_key) WHERE (number_key IS NOT NULL);
CREATE INDEX alert_versions_opened ON casework.alert_versions USING btree (recorded_at) INCLUDE (message_id, sending_country, profession) WHERE (kind = 'alert'::text);
CREATE INDEX alert_versions_recorded ON casework.alert_versions USING btree (recorded_at);
CREATE INDEX alert_versions_surname ON casework.alert_versions USING btree (lower(surname) text_pattern_ops);
CREATE INDEX alert_versions_words ON casework.alert_versions USING gin (casework.search_words(((((((((((COALESCE(alert_number, ''::text) || ' '::text) || COALESCE(forename, ''::text)) || ' '::text) || COALESCE(surname, ''::text)) || ' '::text) || COALESCE(earlier_names, ''::text)) || ' '::text) || COALESCE(authority, ''::text)) || ' '::text) || COALESCE(measure, ''::text))));
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

create table casework.alerts_seen (
  alert_id bigint not null,
  person_id text not null,
  run_id bigint not null,
  seen_at timestamp with time zone not null,
  constraint alerts_seen_pkey PRIMARY KEY (alert_id, person_id),
  constraint alerts_seen_alert_id_fkey FOREIGN KEY (alert_id) REFERENCES casework.alerts(id),
  constraint alerts_seen_run_id_fkey FOREIGN KEY (run_id) REFERENCES casework.match_runs(id)
);
comment on table casework.alerts_seen is 'The answer each officer last saw of an alert, so that they are shown what has changed since';
comment on column casework.alerts_seen.person_id is 'Personal: the officer';
comment on column casework.alerts_seen.seen_at is 'Personal: when the officer saw the answer';
grant delete, insert, select, update on casework.alerts_seen to varde_app;

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
comment on column casework.candidates.hpr_number is 'Personal: whom the engine found';
comment on column casework.candidates.explanation is 'Personal: values asked and found';
CREATE INDEX candidates_hpr ON casework.candidates USING btree (hpr_number);
CREATE TRIGGER insert_only BEFORE DELETE OR UPDATE OR TRUNCATE ON casework.candidates FOR EACH STATEMENT EXECUTE FUNCTION platform.refuse_change(); -- always
grant insert, select on casework.candidates to varde_app;

create table casework.case_absences (
  id bigint generated always as identity,
  person_id uuid not null,
  from_at timestamp with time zone not null,
  until_at timestamp with time zone not null,
  actor jsonb not null,
  at timestamp with time zone not null,
  ended_at timestamp with time zone,
  constraint case_absences_pkey PRIMARY KEY (id),
  constraint case_absences_check CHECK ((until_at > from_at)),
  constraint case_absences_person_id_fkey FOREIGN KEY (person_id) REFERENCES access.people(id)
);
comment on table casework.case_absences is 'When officers are away: their cases are then their stand-in''s, or stand as unassigned where they have none';
comment on column casework.case_absences.person_id is 'Personal: the officer who is away';
CREATE INDEX case_absences_running ON casework.case_absences USING btree (until_at) WHERE (ended_at IS NULL);
grant delete, insert, select, update on casework.case_absences to varde_app;

create table casework.case_acts (
  id bigint generated always as identity,
  case_id bigint not null,
  at timestamp with time zone not null,
  recorded_at timestamp with time zone default now() not null,
  act text not null,
  actor jsonb not null,
  on_behalf_of jsonb,
  stage_before text,
  stage_after text not null,
  law text,
  input jsonb not null,
  before jsonb not null,
  after jsonb not null,
  request_id uuid,
  bulk_id uuid,
  constraint case_acts_pkey PRIMARY KEY (id),
  constraint case_acts_case_id_fkey FOREIGN KEY (case_id) REFERENCES casework.cases(id)
);
comment on table casework.case_acts is 'Every act in every case: who, in whose place, with what, and what it changed. The facts of a case at any instant are the after of its acts laid over each other. Insert-only';
comment on column casework.case_acts.at is 'When it was done, by the clock of the process';
comment on column casework.case_acts.input is 'Personal, restricted: what the officer gave with the act';
comment on column casework.case_acts.before is 'Personal, restricted: the facts the act changed, as they stood before; null where there were none';
comment on column casework.case_acts.after is 'Personal, restricted: the same facts as the act left them; null where they are gone';
comment on column casework.case_acts.request_id is 'Given by the page, so that an act sent twice is done once';
comment on column casework.case_acts.bulk_id is 'Acts done to many cases at once share it';
CREATE INDEX case_acts_at ON casework.case_acts USING btree (at);
CREATE INDEX case_acts_bulk ON casework.case_acts USING btree (bulk_id) WHERE (bulk_id IS NOT NULL);
CREATE INDEX case_acts_case ON casework.case_acts USING btree (case_id, id);
CREATE UNIQUE INDEX case_acts_request ON casework.case_acts USING btree (request_id, case_id) WHERE (request_id IS NOT NULL);
CREATE TRIGGER insert_only BEFORE DELETE OR UPDATE OR TRUNCATE ON casework.case_acts FOR EACH STATEMENT EXECUTE FUNCTION platform.refuse_change(); -- always
grant insert, select on casework.case_acts to varde_app;

create table casework.case_alerts (
  alert_id bigint not null,
  case_id bigint not null,
  joined_at timestamp with time zone not null,
  constraint case_alerts_pkey PRIMARY KEY (alert_id),
  constraint case_alerts_alert_id_fkey FOREIGN KEY (alert_id) REFERENCES casework.alerts(id),
  constraint case_alerts_case_id_fkey FOREIGN KEY (case_id) REFERENCES casework.cases(id)
);
comment on table casework.case_alerts is 'The case each alert belongs to; an alert belongs to one at most. Who joined it and took it apart stands in case_acts';
CREATE INDEX case_alerts_case ON casework.case_alerts USING btree (case_id);
grant delete, insert, select, update on casework.case_alerts to varde_app;

create table casework.case_attachments (
  id bigint generated always as identity,
  case_id bigint not null,
  original text not null,
  file_name text not null,
  media_type text not null,
  size bigint not null,
  title text,
  language text,
  pages text[] not null,
  actor jsonb not null,
  on_behalf_of jsonb,
  at timestamp with time zone not null,
  constraint case_attachments_pkey PRIMARY KEY (id),
  constraint case_attachments_case_id_original_key UNIQUE (case_id, original),
  constraint case_attachments_case_id_fkey FOREIGN KEY (case_id) REFERENCES casework.cases(id),
  constraint case_attachments_original_fkey FOREIGN KEY (original) REFERENCES platform.originals(sha256)
);
comment on table casework.case_attachments is 'Files of a case; the bytes are kept as they came in platform.originals. Insert-only';
comment on column casework.case_attachments.file_name is 'Personal: may name the person the case is about';
comment on column casework.case_attachments.media_type is 'By what the bytes are, not by what the sender called them';
comment on column casework.case_attachments.title is 'Personal: may name the person the case is about';
comment on column casework.case_attachments.pages is 'Personal, restricted: the text that could be read, page by page';
CREATE INDEX case_attachments_words ON casework.case_attachments USING gin (casework.search_words(((((COALESCE(title, ''::text) || ' '::text) || file_name) || ' '::text) || casework.joined(pages))));
CREATE TRIGGER insert_only BEFORE DELETE OR UPDATE OR TRUNCATE ON casework.case_attachments FOR EACH STATEMENT EXECUTE FUNCTION platform.refuse_change(); -- always
grant insert, select on casework.case_attachments to varde_app;

create table casework.case_deadlines (
  case_id bigint not null,
  code text not null,
  due_at timestamp with time zone not null,
  remind_at timestamp with time zone,
  reminded_at timestamp with time zone,
  told_overdue_at timestamp with time zone,
  constraint case_deadlines_pkey PRIMARY KEY (case_id, code),
  constraint case_deadlines_case_id_fkey FOREIGN KEY (case_id) REFERENCES casework.cases(id)
);
comment on table casework.case_deadlines is 'The clocks that run in open cases, written anew after every act, and whether the officer was told of each in time and when it ran out';
CREATE INDEX case_deadlines_due ON casework.case_deadlines USING btree (due_at) WHERE (told_overdue_at IS NULL);
CREATE INDEX case_deadlines_remind ON casework.case_deadlines USING btree (remind_at) WHERE (reminded_at IS NULL);
grant delete, insert, select, update on casework.case_deadlines to varde_app;

create table casework.case_decisions (
  id bigint generated always as identity,
  case_id bigint not null,
  act_id bigint not null,
  kind text not null,
  version integer not null,
  outcome text not null,
  letter text not null,
  conditions text[] not null,
  legal_bases jsonb not null,
  effective_from date,
  content_hash text not null,
  actor jsonb not null,
  on_behalf_of jsonb,
  written_at timestamp with time zone not null,
  constraint case_decisions_pkey PRIMARY KEY (id),
  constraint case_decisions_case_id_kind_version_key UNIQUE (case_id, kind, version),
  constraint case_decisions_content_hash_check CHECK ((content_hash ~ '^[0-9a-f]{64}$'::text)),
  constraint case_decisions_kind_check CHECK ((kind = ANY (ARRAY['decision'::text, 'interimSuspension'::text, 'suspensionExtension'::text]))),
  constraint case_decisions_act_id_fkey FOREIGN KEY (act_id) REFERENCES casework.case_acts(id),
  constraint case_decisions_case_id_fkey FOREIGN KEY (case_id) REFERENCES casework.cases(id)
);
comment on table casework.case_decisions is 'Every version of what a case decides, or proposes to suspend: the words, and the text of each legal basis as it stood. Approval is bound to content_hash. Insert-only';
comment on column casework.case_decisions.letter is 'Personal, restricted: the decision in words';
comment on column casework.case_decisions.conditions is 'Personal, restricted: conditions the professional must keep';
comment on column casework.case_decisions.content_hash is 'SHA-256 over everything that is decided: outcome, letter, conditions, legal bases with their text, days';
CREATE INDEX case_decisions_words ON casework.case_decisions USING gin (casework.search_words(letter));
CREATE TRIGGER insert_only BEFORE DELETE OR UPDATE OR TRUNCATE ON casework.case_decisions FOR EACH STATEMENT EXECUTE FUNCTION platform.refuse_change(); -- always
grant insert, select on casework.case_decisions to varde_app;

create table casework.case_facts (
  case_id bigint not null,
  facts jsonb not null,
  constraint case_facts_pkey PRIMARY KEY (case_id),
  constraint case_facts_case_id_fkey FOREIGN KEY (case_id) REFERENCES casework.cases(id)
);
comment on table casework.case_facts is 'Everything the rules of the procedure look at in a case, as its acts have made it; beside the case, so that queues read little';
comment on column casework.case_facts.facts is 'Personal, restricted: states, findings, proposals, decisions and who did what';
grant insert, select, update on casework.case_facts to varde_app;

create table casework.case_links (
  case_id bigint not null,
  other_id bigint not null,
  reason text not null,
  actor jsonb not null,
  at timestamp with time zone not null,
  constraint case_links_pkey PRIMARY KEY (case_id, other_id),
  constraint case_links_check CHECK ((case_id < other_id)),
  constraint case_links_case_id_fkey FOREIGN KEY (case_id) REFERENCES casework.cases(id),
  constraint case_links_other_id_fkey FOREIGN KEY (other_id) REFERENCES casework.cases(id)
);
comment on table casework.case_links is 'Cases that have to do with each other, each pair once; who linked and parted them stands in case_acts';
comment on column casework.case_links.reason is 'Personal: may name the people the cases are about';
CREATE INDEX case_links_other ON casework.case_links USING btree (other_id);
grant delete, insert, select, update on casework.case_links to varde_app;

create table casework.case_look_ups (
  id bigint generated always as identity,
  case_id bigint not null,
  register text not null,
  at timestamp with time zone not null,
  actor jsonb not null,
  on_behalf_of jsonb,
  purpose text not null,
  answer text not null,
  evidence jsonb not null,
  constraint case_look_ups_pkey PRIMARY KEY (id),
  constraint case_look_ups_answer_check CHECK ((answer = ANY (ARRAY['found'::text, 'notFound'::text, 'ambiguous'::text, 'unavailable'::text]))),
  constraint case_look_ups_register_check CHECK ((register = ANY (ARRAY['hpr'::text, 'population'::text, 'employer'::text, 'business'::text, 'prescribingRight'::text]))),
  constraint case_look_ups_case_id_fkey FOREIGN KEY (case_id) REFERENCES casework.cases(id)
);
comment on table casework.case_look_ups is 'Look-ups in registers for a case, with purpose and the whole answer as evidence. Insert-only';
comment on column casework.case_look_ups.evidence is 'Personal, restricted: what the register answered';
CREATE INDEX case_look_ups_case ON casework.case_look_ups USING btree (case_id, id);
CREATE TRIGGER insert_only BEFORE DELETE OR UPDATE OR TRUNCATE ON casework.case_look_ups FOR EACH STATEMENT EXECUTE FUNCTION platform.refuse_change(); -- always
grant insert, select on casework.case_look_ups to varde_app;

create table casework.case_mentions (
  id bigint generated always as identity,
  note_id bigint not null,
  person_id uuid not null,
  read_at timestamp with time zone,
  constraint case_mentions_pkey PRIMARY KEY (id),
  constraint case_mentions_note_id_person_id_key UNIQUE (note_id, person_id),
  constraint case_mentions_note_id_fkey FOREIGN KEY (note_id) REFERENCES casework.case_notes(id),
  constraint case_mentions_person_id_fkey FOREIGN KEY (person_id) REFERENCES access.people(id)
);
comment on table casework.case_mentions is 'Officers mentioned in a note, and when each had read it';
comment on column casework.case_mentions.person_id is 'Personal: the officer mentioned';
CREATE INDEX case_mentions_person ON casework.case_mentions USING btree (person_id, id DESC);
CREATE INDEX case_mentions_unread ON casework.case_mentions USING btree (person_id) WHERE (read_at IS NULL);
grant delete, insert, select, update on casework.case_mentions to varde_app;

create table casework.case_notes (
  id bigint generated always as identity,
  case_id bigint not null,
  text text not null,
  actor jsonb not null,
  at timestamp with time zone not null,
  request_id uuid,
  constraint case_notes_pkey PRIMARY KEY (id),
  constraint case_notes_case_id_fkey FOREIGN KEY (case_id) REFERENCES casework.cases(id)
);
comment on table casework.case_notes is 'Notes officers write to each other in a case; no act of the procedure. Insert-only';
comment on column casework.case_notes.text is 'Personal, restricted';
CREATE INDEX case_notes_case ON casework.case_notes USING btree (case_id, id);
CREATE UNIQUE INDEX case_notes_request ON casework.case_notes USING btree (case_id, request_id) WHERE (request_id IS NOT NULL);
CREATE INDEX case_notes_words ON casework.case_notes USING gin (casework.search_words(text));
CREATE TRIGGER insert_only BEFORE DELETE OR UPDATE OR TRUNCATE ON casework.case_notes FOR EACH STATEMENT EXECUTE FUNCTION platform.refuse_change(); -- always
grant insert, select on casework.case_notes to varde_app;

create table casework.case_standings (
  id bigint generated always as identity,
  case_id bigint not null,
  act_id bigint not null,
  at timestamp with time zone not null,
  stage text not null,
  outcome text,
  reopened integer not null,
  flags text[] not null,
  priority text,
  units text[] not null,
  assignee_id uuid,
  waiting_for text,
  due_at timestamp with time zone,
  closed_at timestamp with time zone,
  waiting_since timestamp with time zone,
  countries text[] default '{}'::text[] not null,
  professions text[] default '{}'::text[] not null,
  days_ours integer,
  days_theirs integer,
  constraint case_standings_pkey PRIMARY KEY (id),
  constraint case_standings_act_id_fkey FOREIGN KEY (act_id) REFERENCES casework.case_acts(id),
  constraint case_standings_case_id_fkey FOREIGN KEY (case_id) REFERENCES casework.cases(id)
);
comment on table casework.case_standings is 'Where each case stood after each act that moved it in the figures: the latest row before an instant tells how the case stood then. Insert-only';
comment on column casework.case_standings.outcome is 'What the case had ended with, while closed';
comment on column casework.case_standings.reopened is 'How many times the case had been reopened';
comment on column casework.case_standings.assignee_id is 'Personal: the officer whose case it was';
comment on column casework.case_standings.professions is 'Professions the person was authorised in, as the register had it then';
comment on column casework.case_standings.days_ours is 'Working days from opening to closing on which the next move was ours; of a case closed for the first time';
comment on column casework.case_standings.days_theirs is 'Working days from opening to closing on which the case waited for others';
CREATE INDEX case_standings_at ON casework.case_standings USING btree (at, case_id, id) INCLUDE (stage);
CREATE INDEX case_standings_case ON casework.case_standings USING btree (case_id, at, id);
CREATE TRIGGER insert_only BEFORE DELETE OR UPDATE OR TRUNCATE ON casework.case_standings FOR EACH STATEMENT EXECUTE FUNCTION platform.refuse_change(); -- always
grant insert, select on casework.case_standings to varde_app;

create table casework.case_tasks (
  id bigint generated always as identity,
  case_id bigint not null,
  title text not null,
  owner_id uuid,
  due_at timestamp with time zone,
  created_at timestamp with time zone not null,
  created_by jsonb not null,
  done_at timestamp with time zone,
  done_by jsonb,
  request_id uuid,
  constraint case_tasks_pkey PRIMARY KEY (id),
  constraint case_tasks_check CHECK (((done_at IS NULL) = (done_by IS NULL))),
  constraint case_tasks_case_id_fkey FOREIGN KEY (case_id) REFERENCES casework.cases(id),
  constraint case_tasks_owner_id_fkey FOREIGN KEY (owner_id) REFERENCES access.people(id)
);
comment on table casework.case_tasks is 'Tasks in officers'' own words; what the procedure wants done next follows from the case itself. Never deleted';
comment on column casework.case_tasks.title is 'Personal: may name the person the case is about';
comment on column casework.case_tasks.owner_id is 'Personal: the officer who is to do it; nobody means whoever has the case';
CREATE INDEX case_tasks_case ON casework.case_tasks USING btree (case_id, id);
CREATE INDEX case_tasks_owner ON casework.case_tasks USING btree (owner_id, due_at) WHERE (done_at IS NULL);
CREATE UNIQUE INDEX case_tasks_request ON casework.case_tasks USING btree (case_id, request_id) WHERE (request_id IS NOT NULL);
grant insert, select, update on casework.case_tasks to varde_app;

create table casework.case_years (
  year integer not null,
  last integer not null,
  constraint case_years_pkey PRIMARY KEY (year),
  constraint case_years_last_check CHECK ((last > 0)),
  constraint case_years_year_check CHECK (((year >= 2000) AND (year <= 2999)))
);
comment on table casework.case_years is 'The last case number given in each year; its row is locked until the case is written, so numbers have no gaps';
grant delete, insert, select, update on casework.case_years to varde_app;

create table casework.cases (
  id bigint generated always as identity,
  year integer not null,
  ordinal integer not null,
  number text generated always as ((((year)::text || '-'::text) ||
CASE
    WHEN (ordinal < 10000) THEN lpad((ordinal)::text, 4, '0'::text)
    ELSE (ordinal)::text
END)) stored not null,
  hpr_number bigint not null,
  surname text,
  forename text,
  opened_at timestamp with time zone not null,
  closed_at timestamp with time zone,
  stage text not null,
  stage_since timestamp with time zone not null,
  priority text,
  flags text[] default '{}'::text[] not null,
  outcome text,
  units text[] not null,
  countries text[] default '{}'::text[] not null,
  assignee_id uuid,
  next_action jsonb,
  waiting_for text,
  waiting_since timestamp with time zone,
  due_at timestamp with time zone,
  urgent_at timestamp with time zone not null,
  last_act bigint not null,
  reopened integer default 0 not null,
  professions text[] default '{}'::text[] not null,
  days_ours integer,
  days_theirs integer,
  constraint cases_pkey PRIMARY KEY (id),
  constraint cases_year_ordinal_key UNIQUE (year, ordinal),
  constraint cases_check CHECK (((stage = 'closed'::text) = (closed_at IS NOT NULL))),
  constraint cases_check1 CHECK (((stage = 'closed'::text) = (next_action IS NULL))),
  constraint cases_check2 CHECK (((waiting_for IS NULL) = (waiting_since IS NULL))),
  constraint cases_flags_check CHECK ((flags <@ ARRAY['media'::text, 'ministry'::text, 'reopened'::text])),
  constraint cases_priority_check CHECK ((priority = ANY (ARRAY['high'::text, 'normal'::text, 'low'::text]))),
  constraint cases_stage_check CHECK ((stage = ANY (ARRAY['intake'::text, 'triage'::text, 'documentation'::text, 'handover'::text, 'assessment'::text, 'preNotice'::text, 'decision'::text, 'effectuation'::text, 'closed'::text]))),
  constraint cases_units_check CHECK ((cardinality(units) > 0)),
  constraint cases_assignee_id_fkey FOREIGN KEY (assignee_id) REFERENCES access.people(id),
  constraint cases_last_act_fkey FOREIGN KEY (last_act) REFERENCES casework.case_acts(id) DEFERRABLE INITIALLY DEFERRED
);
comment on table casework.cases is 'Cases as they stand now; kept in the transaction of every act, can be rebuilt from case_acts';
comment on column casework.cases.number is 'The year it was opened and its number in that year: 2026-0001';
comment on column casework.cases.hpr_number is 'Personal: whom the case is about';
comment on column casework.cases.surname is 'Personal: as the register has it; followed when a load changes it, so that the queue is searched by it';
comment on column casework.cases.forename is 'Personal';
comment on column casework.cases.outcome is 'What the case ended with; stands only while it is closed';
comment on column casework.cases.units is 'Units that own the case: two while a handover is on offer; a closed case keeps its last';
comment on column casework.cases.countries is 'Countries its alerts were sent from';
comment on column casework.cases.assignee_id is 'Personal: the officer whose case it is';
comment on column casework.cases.waiting_for is 'Whom the case waits for while the work is not ours';
comment on column casework.cases.urgent_at is 'Place in the queue: the due time, moved by priority; the earliest is the most urgent';
comment on column casework.cases.last_act is 'Newest row of case_acts; an act prepared on an older picture is refused';
comment on column casework.cases.reopened is 'How many times the case has been reopened';
comment on column casework.cases.professions is 'Professions the person is authorised in, as the register had it at the latest act';
comment on column casework.cases.days_ours is 'As in case_standings';
comment on column casework.cases.days_theirs is 'As in case_standings';
CREATE INDEX cases_assignee ON casework.cases USING btree (assignee_id, urgent_at, id) WHERE (stage <> 'closed'::text);
CREATE INDEX cases_closed ON casework.cases USING btree (closed_at DESC, id DESC) WHERE (stage = 'closed'::text);
CREATE INDEX cases_due ON casework.cases USING btree (due_at) WHERE ((stage <> 'closed'::text) AND (due_at IS NOT NULL));
CREATE INDEX cases_flags ON casework.cases USING gin (flags);
CREATE INDEX cases_forename ON casework.cases USING btree (lower(forename) text_pattern_ops);
CREATE INDEX cases_hpr ON casework.cases USING btree (hpr_number);
CREATE INDEX cases_number ON casework.cases USING btree (number text_pattern_ops);
CREATE INDEX cases_open ON casework.cases USING btree (urgent_at, id) WHERE (stage <> 'closed'::text);
CREATE INDEX cases_stage ON casework.cases USING btree (stage, urgent_at, id);
CREATE INDEX cases_surname ON casework.cases USING btree (lower(surname) text_pattern_ops);
CREATE INDEX cases_waiting ON casework.cases USING btree (urgent_at, id) WHERE (waiting_for IS NOT NULL);
CREATE INDEX cases_words ON casework.cases USING gin (casework.search_words(((((number || ' '::text) || COALESCE(forename, ''::text)) || ' '::text) || COALESCE(surname, ''::text))));
grant insert, select, update on casework.cases to varde_app;

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
comment on column casework.identity_decisions.hpr_number is 'Personal: whom the officer confirmed';
comment on column casework.identity_decisions.reason is 'Personal: may name the person';
comment on column casework.identity_decisions.actor is 'Personal: who decided';
CREATE INDEX identity_decisions_alert ON casework.identity_decisions USING btree (alert_id, id);
CREATE INDEX identity_decisions_hpr ON casework.identity_decisions USING btree (hpr_number) WHERE (decision = 'confirm'::text);
CREATE TRIGGER insert_only BEFORE DELETE OR UPDATE OR TRUNCATE ON casework.identity_decisions FOR EACH STATEMENT EXECUTE FUNCTION platform.refuse_change(); -- always
grant insert, select on casework.identity_decisions to varde_app;

create table casework.identity_sweeps (
  id bigint generated always as identity,
  cause text not null,
  engine_version text not null,
  model_version text not null,
  register_version bigint not null,
  state text not null,
  total integer not null,
  done integer default 0 not null,
  differing integer default 0 not null,
  last_alert bigint default 0 not null,
  started_at timestamp with time zone not null,
  moved_at timestamp with time zone not null,
  finished_at timestamp with time zone,
  constraint identity_sweeps_pkey PRIMARY KEY (id),
  constraint identity_sweeps_cause_check CHECK ((cause = ANY (ARRAY['register'::text, 'engine'::text, 'model'::text, 'operator'::text]))),
  constraint identity_sweeps_check CHECK (((differing >= 0) AND (differing <= done))),
  constraint identity_sweeps_check1 CHECK (((state = 'done'::text) = (finished_at IS NOT NULL))),
  constraint identity_sweeps_done_check CHECK ((done >= 0)),
  constraint identity_sweeps_state_check CHECK ((state = ANY (ARRAY['running'::text, 'done'::text]))),
  constraint identity_sweeps_total_check CHECK ((total >= 0))
);
comment on table casework.identity_sweeps is 'Each time valid alerts are held against the register again: why, with what, and how far it has come. What is left to do stands in casework.alert_identities, and for a cause of operator after last_alert';
comment on column casework.identity_sweeps.cause is 'What changed since the alerts were last checked, the engine before its model before the register; operator where somebody ordered all alerts to be held against it';
comment on column casework.identity_sweeps.register_version is 'The greatest casework.register_person_versions.id the sweep has come to hold alerts against';
comment on column casework.identity_sweeps.total is 'Alerts to hold against the register: those done and those left when last looked';
comment on column casework.identity_sweeps.differing is 'Alerts whose answer differs from the one before; only these are stored and shown';
comment on column casework.identity_sweeps.last_alert is 'A sweep an operator ordered goes through all valid alerts by id, and has come to this one';
CREATE UNIQUE INDEX identity_sweeps_running ON casework.identity_sweeps USING btree (((cause = 'operator'::text))) WHERE (state = 'running'::text);
grant delete, insert, select, update on casework.identity_sweeps to varde_app;

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
comment on column casework.mailboxes.name is 'Not personal: what the mailbox is called in the pages';
comment on column casework.mailboxes.address is 'Not personal: folder path, or user@host:port of a shared mailbox, without any secret';
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
  changes jsonb default '[]'::jsonb not null,
  constraint match_runs_pkey PRIMARY KEY (id),
  constraint match_runs_cause_check CHECK ((cause = ANY (ARRAY['registered'::text, 'updated'::text, 'register'::text, 'engine'::text]))),
  constraint match_runs_outcome_check CHECK ((outcome = ANY (ARRAY['certain'::text, 'probable'::text, 'noMatch'::text]))),
  constraint match_runs_alert_id_fkey FOREIGN KEY (alert_id) REFERENCES casework.alerts(id),
  constraint match_runs_register_load_fkey FOREIGN KEY (register_load) REFERENCES casework.register_loads(id),
  constraint match_runs_version_id_fkey FOREIGN KEY (version_id) REFERENCES casework.alert_versions(id)
);
comment on table casework.match_runs is 'Answers of the linkage engine about an alert version, with the versions that make them reproducible. An answer that repeats the one before is not stored again. Insert-only';
comment on column casework.match_runs.register_version is 'The greatest casework.register_person_versions.id that had been taken into the index';
comment on column casework.match_runs.changes is 'Personal: what the answer says that the one before did not: candidates who came, went or moved, by HPR number';
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
comment on column casework.message_events.reason_params is 'Personal: values that fill the sentence of the reason';
comment on column casework.message_events.actor is 'Personal: who moved the message on';
comment on column casework.message_events.note is 'Personal: what an officer wrote, may name the person';
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
comment on column casework.messages.file_name is 'Personal: name of the file as it came, may name the person the alert is about';
comment on column casework.messages.header_message_id is 'Not personal: the mail''s own identity, of computers';
comment on column casework.messages.subject is 'Personal: may name the person the alert is about';
comment on column casework.messages.from_name is 'Personal: name of the sender';
comment on column casework.messages.from_address is 'Personal: address of the sender';
comment on column casework.messages.reason_params is 'Personal: values that fill the sentence of the reason';
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
comment on column casework.register_loads.file_name is 'Not personal: name of the extract';
comment on column casework.register_loads.sha256 is 'Of the file as it lies on disk: how a stopped load is recognised';
comment on column casework.register_loads.held_back is 'People gone from a full extract who were kept all the same; failure says why';
comment on column casework.register_loads.actor is 'Personal: who loaded it';
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
comment on column casework.register_people.hpr_number is 'Personal: number in HPR';
comment on column casework.register_people.forename is 'Personal: forename in HPR';
comment on column casework.register_people.middle is 'Personal: middle name in HPR';
comment on column casework.register_people.surname is 'Personal: surname in HPR';
comment on column casework.register_people.birth_date is 'Personal: birth date in HPR';
comment on column casework.register_people.death_date is 'Personal: date of death in HPR';
comment on column casework.register_people.national_id is 'Personal, restricted: Norwegian identity number or D-number';
comment on column casework.register_people.lacks_national_id is 'Personal: whether HPR holds no identity number';
comment on column casework.register_people.replaced_by is 'Personal: HPR number that has replaced this one';
comment on column casework.register_people.professions is 'Personal: professions in HPR';
comment on column casework.register_people.basis_countries is 'Personal: countries the authorisations rest on';
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
comment on column casework.register_person_versions.hpr_number is 'Personal: number in HPR';
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

create view casework.shut_out_alerts as
 SELECT e.person_id,
    a.alert_id
   FROM access.exclusions e
     JOIN casework.case_alerts a ON a.case_id = e.case_id
  WHERE e.ended_at IS NULL;
comment on view casework.shut_out_alerts is 'Alerts of the cases a person is shut out of now';
comment on column casework.shut_out_alerts.person_id is 'Personal: an officer';
grant delete, insert, select, update on casework.shut_out_alerts to varde_app;

create view casework.shut_out_messages as
 SELECT DISTINCT s.person_id,
    v.message_id
   FROM casework.shut_out_alerts s
     JOIN casework.alert_versions v ON v.alert_id = s.alert_id;
comment on view casework.shut_out_messages is 'Messages with an alert of a case a person is shut out of now';
comment on column casework.shut_out_messages.person_id is 'Personal: an officer';
grant delete, insert, select, update on casework.shut_out_messages to varde_app;

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
comment on column casework.source_profiles.name is 'Not personal: name of the source profile';
comment on column casework.source_profiles.created_by is 'Personal: who wrote it';
comment on column casework.source_profiles.test_result is 'Not personal: counts and message numbers';
CREATE UNIQUE INDEX source_profiles_active ON casework.source_profiles USING btree (name) WHERE (state = 'active'::text);
grant delete, insert, select, update on casework.source_profiles to varde_app;

create table casework.sweep_pauses (
  id bigint generated always as identity,
  paused_at timestamp with time zone not null,
  paused_by jsonb not null,
  resumed_at timestamp with time zone,
  resumed_by jsonb,
  constraint sweep_pauses_pkey PRIMARY KEY (id),
  constraint sweep_pauses_check CHECK (((resumed_at IS NULL) = (resumed_by IS NULL)))
);
comment on table casework.sweep_pauses is 'When sweeps were told to wait. While the latest has not been resumed, no alert is held against the register again; new alerts are matched all the same';
comment on column casework.sweep_pauses.paused_by is 'Personal: who told sweeps to wait';
comment on column casework.sweep_pauses.resumed_by is 'Personal: who let them go on';
CREATE UNIQUE INDEX sweep_pauses_open ON casework.sweep_pauses USING btree ((true)) WHERE (resumed_at IS NULL);
grant delete, insert, select, update on casework.sweep_pauses to varde_app;

create schema governance;
comment on schema governance is 'What the organisation must do, how it is doing, and the reports that say so';
grant usage on schema governance to varde_app;

create schema platform;
comment on schema platform is 'What knows nothing of the domain: originals, events, audit log, processes, settings';
grant usage on schema platform to varde_app;

CREATE OR REPLACE FUNCTION platform.await_seal()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  insert into platform.audit_unsealed (entry_id) values (new.id) on conflict do nothing;
  return null;
end
$function$;
comment on function platform.await_seal() is 'Puts a new entry of the audit log among those that await their place in the chain';

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
  before jsonb,
  after jsonb,
  constraint audit_pkey PRIMARY KEY (id)
);
comment on table platform.audit is 'Who did or looked at what, when and why. Insert-only';
comment on column platform.audit.actor is 'Personal: id and name of the person, or which service, job or user of the machine acted';
comment on column platform.audit.on_behalf_of is 'Personal: in whose place the actor acted, as a stand-in';
comment on column platform.audit.purpose is 'Personal: why, in the words of the person, where the act demands a purpose';
comment on column platform.audit.details is 'Personal: words that were searched for may be names';
comment on column platform.audit.before is 'Personal: how what was changed stood before, in ids and codes';
comment on column platform.audit.after is 'Personal: how it stood afterwards, in ids and codes';
CREATE INDEX audit_act ON platform.audit USING btree (act, id);
CREATE INDEX audit_at ON platform.audit USING btree (at);
CREATE INDEX audit_object ON platform.audit USING btree (object_type, object_id, id);
CREATE INDEX audit_person ON platform.audit USING btree (((actor ->> 'id'::text)), id) WHERE (actor ? 'id'::text);
CREATE INDEX audit_shown ON platform.audit USING gin (((details -> 'found'::text)) jsonb_path_ops) WHERE (details ? 'found'::text);
CREATE TRIGGER await_seal AFTER INSERT ON platform.audit FOR EACH ROW EXECUTE FUNCTION platform.await_seal();
CREATE TRIGGER insert_only BEFORE DELETE OR UPDATE OR TRUNCATE ON platform.audit FOR EACH STATEMENT EXECUTE FUNCTION platform.refuse_change(); -- always
grant insert, select on platform.audit to varde_app;

create table platform.audit_anchors (
  id bigint generated always as identity,
  at timestamp with time zone not null,
  place text not null,
  seq bigint not null,
  hash text not null,
  constraint audit_anchors_pkey PRIMARY KEY (id)
);
comment on table platform.audit_anchors is 'When the head of the chain was told to a place outside the database: a file, or a witness. The database only remembers that it did; the proof is there. Insert-only';
comment on column platform.audit_anchors.place is 'Path of the file with the name of the host before it, or address of the witness';
CREATE INDEX audit_anchors_place ON platform.audit_anchors USING btree (place, id);
CREATE TRIGGER insert_only BEFORE DELETE OR UPDATE OR TRUNCATE ON platform.audit_anchors FOR EACH STATEMENT EXECUTE FUNCTION platform.refuse_change(); -- always
grant insert, select on platform.audit_anchors to varde_app;

create table platform.audit_seals (
  seq bigint not null,
  entry_id bigint not null,
  sealed_at timestamp with time zone not null,
  hash text not null,
  constraint audit_seals_pkey PRIMARY KEY (seq),
  constraint audit_seals_entry_id_key UNIQUE (entry_id),
  constraint audit_seals_hash_check CHECK ((hash ~ '^[0-9a-f]{64}$'::text)),
  constraint audit_seals_seq_check CHECK ((seq > 0)),
  constraint audit_seals_entry_id_fkey FOREIGN KEY (entry_id) REFERENCES platform.audit(id)
);
comment on table platform.audit_seals is 'The chain: place of each entry of the audit log, and the SHA-256 over the hash before it and the entry; docs/guide/audit-format.md. Insert-only';
comment on column platform.audit_seals.seq is '1, 2, 3 … without gaps, in the order entries were seen committed';
CREATE TRIGGER insert_only BEFORE DELETE OR UPDATE OR TRUNCATE ON platform.audit_seals FOR EACH STATEMENT EXECUTE FUNCTION platform.refuse_change(); -- always
grant insert, select on platform.audit_seals to varde_app;

create table platform.audit_unsealed (
  entry_id bigint not null,
  constraint audit_unsealed_pkey PRIMARY KEY (entry_id)
);
comment on table platform.audit_unsealed is 'Entries of the audit log that await their place in the chain; written with the entry, emptied by whoever seals';
grant delete, insert, select, update on platform.audit_unsealed to varde_app;

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
comment on column platform.events.subject is 'Not personal: what it happened to, as kind:id';
comment on column platform.events.payload is 'Ids and codes; never the content of a case';
comment on column platform.events.actor is 'Personal: who caused it';
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
comment on column platform.originals.sha256 is 'Not personal: hash of the bytes';
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
comment on column platform.settings.value is 'Not personal: what an operator has chosen';
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
