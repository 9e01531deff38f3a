-- Corrections people ask for (GDPR article 16), and comments where personal data lacked one.

create table access.corrections (
  id bigint generated always as identity primary key,
  object_type text not null check (object_type in ('registerPerson', 'alert', 'message', 'case')),
  object_id text not null,
  field text,
  statement text not null,
  requested_at timestamptz not null,
  recorded_by jsonb not null
);
comment on table access.corrections is 'What people say is wrong in the data about them. Originals are never changed: this is shown beside them. Insert-only';
comment on column access.corrections.statement is 'Personal: what is wrong and what would be right, as the person says';
comment on column access.corrections.recorded_by is 'Personal: who took down the request';
create index corrections_object on access.corrections (object_type, object_id, id);
select platform.make_insert_only('access.corrections');

create table access.correction_answers (
  correction_id bigint primary key references access.corrections,
  annotated boolean not null,
  answer text not null,
  answered_at timestamptz not null,
  answered_by jsonb not null
);
comment on table access.correction_answers is 'How each request for correction was answered: annotated, or declined with the reason. Insert-only';
comment on column access.correction_answers.answer is 'Personal: the annotation, or why it was declined';
comment on column access.correction_answers.answered_by is 'Personal: who answered';
select platform.make_insert_only('access.correction_answers');

comment on column access.people.roles is 'Personal: roles as the provider gave them at the last login; what they permit stands in the code';
comment on column access.people.language is 'Personal: the language the person has chosen';
comment on column access.people.first_login_at is 'Personal: when the person first logged in';
comment on column access.people.last_login_at is 'Personal: when the person last logged in';
comment on column access.sessions.person_id is 'Personal: whose session it is';
comment on column access.sessions.started_at is 'Personal: when the person logged in';
comment on column platform.events.actor is 'Personal: who caused it';
comment on column platform.events.subject is 'Not personal: what it happened to, as kind:id';
comment on column casework.mailboxes.name is 'Not personal: what the mailbox is called in the pages';
comment on column casework.mailboxes.address is 'Not personal: folder path, or user@host:port of a shared mailbox, without any secret';
comment on column casework.messages.file_name is 'Personal: name of the file as it came, may name the person the alert is about';
comment on column casework.messages.from_name is 'Personal: name of the sender';
comment on column casework.messages.header_message_id is 'Not personal: the mail''s own identity, of computers';
comment on column casework.message_events.actor is 'Personal: who moved the message on';
comment on column casework.message_events.note is 'Personal: what an officer wrote, may name the person';
comment on column casework.message_events.reason_params is 'Personal: values that fill the sentence of the reason';
comment on column casework.messages.reason_params is 'Personal: values that fill the sentence of the reason';
comment on column casework.alert_versions.earlier_names is 'Personal: earlier names as sent';
comment on column casework.alert_versions.sex is 'Personal: as sent';
comment on column casework.alert_versions.birth_place is 'Personal: as sent';
comment on column casework.alert_versions.nationality is 'Personal: as sent';
comment on column casework.alert_versions.registration_number is 'Personal: number in the sender''s own register of health personnel';
comment on column casework.alert_versions.profession is 'Personal: as sent';
comment on column casework.alert_versions.measure is 'Personal, restricted: what the authority has decided about the person';
comment on column casework.alert_versions.alert_type is 'Personal: the kind of alert as sent';
comment on column casework.alert_versions.decision_date is 'Personal: when the authority decided';
comment on column casework.alert_versions.effective_from is 'Personal: from when the measure holds';
comment on column casework.alert_versions.effective_until is 'Personal: until when the measure holds';
comment on column casework.alert_versions.fields is 'Personal, restricted: every field as sent, with raw text and place';
comment on column casework.source_profiles.name is 'Not personal: name of the source profile';
comment on column casework.source_profiles.created_by is 'Personal: who wrote it';
comment on column casework.source_profiles.test_result is 'Not personal: counts and message numbers';
comment on column casework.register_loads.file_name is 'Not personal: name of the extract';
comment on column casework.register_loads.actor is 'Personal: who loaded it';
comment on column casework.register_people.hpr_number is 'Personal: number in HPR';
comment on column casework.register_people.forename is 'Personal: forename in HPR';
comment on column casework.register_people.middle is 'Personal: middle name in HPR';
comment on column casework.register_people.surname is 'Personal: surname in HPR';
comment on column casework.register_people.birth_date is 'Personal: birth date in HPR';
comment on column casework.register_people.death_date is 'Personal: date of death in HPR';
comment on column casework.register_people.professions is 'Personal: professions in HPR';
comment on column casework.register_people.basis_countries is 'Personal: countries the authorisations rest on';
comment on column casework.register_people.lacks_national_id is 'Personal: whether HPR holds no identity number';
comment on column casework.register_people.replaced_by is 'Personal: HPR number that has replaced this one';
comment on column casework.register_person_versions.hpr_number is 'Personal: number in HPR';
comment on column casework.candidates.hpr_number is 'Personal: whom the engine found';
comment on column casework.identity_decisions.hpr_number is 'Personal: whom the officer confirmed';
comment on column casework.identity_decisions.actor is 'Personal: who decided';
comment on column casework.alert_identities.best_hpr is 'Personal: whom the engine found most probable';
comment on column casework.alert_identities.confirmed_hpr is 'Personal: who it is';
comment on column casework.alert_identities.reopened is 'Personal: why a settled identity stands open again, may hold an HPR number';
comment on column casework.alert_identity_states.reopened is 'Personal: why a settled identity stood open again, may hold an HPR number';
comment on column platform.originals.sha256 is 'Not personal: hash of the bytes';
comment on column platform.settings.value is 'Not personal: what an operator has chosen';
