-- Who may do what where: units and who belongs to them, stand-ins, exclusions for conflict of interest, emergency openings.

create table access.units (
  code text primary key check (code ~ '^[a-z][a-z0-9-]{1,39}$'),
  parent text references access.units,
  name jsonb not null check (name ?& array['nb', 'nn', 'en']),
  closed_at timestamptz,
  check (code <> parent)
);
comment on table access.units is 'Units of the organisation, as a tree. A unit that is closed takes no new members';
comment on column access.units.name is 'Its name in nb, nn and en';
create index units_parent on access.units (parent);

insert into access.units (code, parent, name) values
  ('utland', null, '{"nb": "Utlandssaker", "nn": "Utanlandssaker", "en": "Cases from abroad"}'),
  ('foerstelinje', 'utland', '{"nb": "Førstelinje", "nn": "Førstelinje", "en": "First line"}'),
  ('andrelinje', 'utland', '{"nb": "Andrelinje", "nn": "Andrelinje", "en": "Second line"}');

create table access.role_units (
  role text not null check (
    role in ('firstLine', 'secondLine', 'processOwner', 'manager', 'governance', 'auditor', 'systemOwner')
  ),
  unit text not null references access.units,
  primary key (role, unit)
);
comment on table access.role_units is 'The units that people of a role belong to until somebody says otherwise for the person';

insert into access.role_units (role, unit) values
  ('firstLine', 'foerstelinje'), ('secondLine', 'andrelinje'), ('processOwner', 'utland');

create table access.unit_choices (
  id bigint generated always as identity primary key,
  person_id uuid not null references access.people,
  units text[],
  at timestamptz not null,
  actor jsonb not null
);
comment on table access.unit_choices is 'The units a person was said to belong to; the latest counts. An empty list is no unit at all, null lets the roles decide again. Insert-only';
comment on column access.unit_choices.person_id is 'Personal: an officer';
create index unit_choices_person on access.unit_choices (person_id, id desc);
select platform.make_insert_only('access.unit_choices');

create view access.memberships as
select p.id as person_id, u.code as unit
from access.people p
left join lateral (
  select c.units from access.unit_choices c where c.person_id = p.id order by c.id desc limit 1
) chosen on true
join access.units u on u.closed_at is null and case
  when chosen.units is not null then u.code = any(chosen.units)
  else exists (select from access.role_units r where r.unit = u.code and r.role = any(p.roles))
end;
comment on view access.memberships is 'Who belongs to which unit now: as chosen for the person, else by their roles';

create table access.stand_ins (
  id bigint generated always as identity primary key,
  absent_id uuid not null references access.people,
  stand_in_id uuid not null references access.people,
  from_at timestamptz not null,
  until_at timestamptz not null,
  permissions text[],
  units text[],
  reason text not null,
  given_by jsonb not null,
  given_at timestamptz not null,
  ended_by jsonb,
  ended_at timestamptz,
  check (absent_id <> stand_in_id),
  check (until_at > from_at),
  check ((ended_at is null) = (ended_by is null))
);
comment on table access.stand_ins is 'Who acts in whose place, for a period. Ended early by ended_at, never deleted';
comment on column access.stand_ins.absent_id is 'Personal: the officer acted for';
comment on column access.stand_ins.stand_in_id is 'Personal: the officer who acts';
comment on column access.stand_ins.permissions is 'What the stand-in is limited to; null for all that may pass to a stand-in';
comment on column access.stand_ins.units is 'The units the stand-in is limited to; null for all units of the absent person';
comment on column access.stand_ins.reason is 'Personal: why the person is away or helped';
create index stand_ins_stand_in on access.stand_ins (stand_in_id, until_at) where ended_at is null;
create index stand_ins_absent on access.stand_ins (absent_id, until_at);

create table access.exclusions (
  id bigint generated always as identity primary key,
  person_id uuid not null references access.people,
  case_id bigint not null,
  reason text not null,
  given_by jsonb not null,
  given_at timestamptz not null,
  ended_by jsonb,
  ended_reason text,
  ended_at timestamptz,
  check ((ended_at is null) = (ended_by is null)),
  check ((ended_at is null) = (ended_reason is null))
);
comment on table access.exclusions is 'Officers shut out of a case for conflict of interest (forvaltningsloven § 6). Ended, never deleted';
comment on column access.exclusions.person_id is 'Personal: an officer';
comment on column access.exclusions.reason is 'Personal: how the officer is tied to the case';
comment on column access.exclusions.ended_reason is 'Personal: why the officer is let in again';
create unique index exclusions_running on access.exclusions (person_id, case_id) where ended_at is null;
create index exclusions_case on access.exclusions (case_id);

create table access.openings (
  id bigint generated always as identity primary key,
  person_id uuid not null references access.people,
  case_id bigint not null,
  reason text not null check (char_length(btrim(reason)) >= 20),
  opened_at timestamptz not null,
  until_at timestamptz not null,
  seen_by jsonb,
  seen_at timestamptz,
  check (until_at > opened_at),
  check ((seen_at is null) = (seen_by is null))
);
comment on table access.openings is 'Cases of other units opened in an emergency, for reading, until until_at; the process owner is told and notes having seen it';
comment on column access.openings.person_id is 'Personal: the officer who opened the case';
comment on column access.openings.reason is 'Personal: may name the person the case is about';
create index openings_person on access.openings (person_id, until_at);
create index openings_case on access.openings (case_id);
create index openings_unseen on access.openings (id) where seen_at is null;

create table access.shown_numbers (
  id bigint generated always as identity primary key,
  person_id uuid not null references access.people,
  object_type text not null,
  object_id text not null,
  purpose text not null,
  at timestamptz not null,
  until_at timestamptz not null,
  check (until_at > at)
);
comment on table access.shown_numbers is 'Identity numbers an officer has had shown in full: of what, why, and until when they stay readable. Insert-only';
comment on column access.shown_numbers.person_id is 'Personal: the officer who looked';
comment on column access.shown_numbers.object_type is 'What the number belongs to: registerPerson, alert or message';
comment on column access.shown_numbers.purpose is 'Personal: may name the person looked at';
create index shown_numbers_person on access.shown_numbers (person_id, object_type, object_id, until_at);
select platform.make_insert_only('access.shown_numbers');

-- What was given stays as it was given: only its end may be written, and nothing is deleted.
revoke update, delete, truncate on access.stand_ins, access.exclusions, access.openings from varde_app;
grant update (ended_by, ended_at) on access.stand_ins to varde_app;
grant update (ended_by, ended_reason, ended_at) on access.exclusions to varde_app;
grant update (seen_by, seen_at) on access.openings to varde_app;
revoke delete, truncate on access.units from varde_app;
