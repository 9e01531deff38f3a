-- Cases: one person's alerts from opening to closing, every act kept with what it changed.

create table casework.case_years (
  year int primary key check (year between 2000 and 2999),
  last int not null check (last > 0)
);
comment on table casework.case_years is 'The last case number given in each year; its row is locked until the case is written, so numbers have no gaps';

create table casework.cases (
  id bigint generated always as identity primary key,
  year int not null,
  ordinal int not null,
  number text not null generated always as (
    year::text || '-' || case when ordinal < 10000 then lpad(ordinal::text, 4, '0') else ordinal::text end
  ) stored,
  hpr_number bigint not null,
  surname text,
  forename text,
  opened_at timestamptz not null,
  closed_at timestamptz,
  stage text not null check (stage in ('intake', 'triage', 'documentation', 'handover', 'assessment', 'preNotice',
    'decision', 'effectuation', 'closed')),
  stage_since timestamptz not null,
  priority text check (priority in ('high', 'normal', 'low')),
  flags text[] not null default '{}' check (flags <@ array['media', 'ministry', 'reopened']),
  outcome text,
  units text[] not null check (cardinality(units) > 0),
  countries text[] not null default '{}',
  assignee_id uuid references access.people,
  next_action jsonb,
  waiting_for text,
  waiting_since timestamptz,
  due_at timestamptz,
  urgent_at timestamptz not null,
  last_act bigint not null,
  unique (year, ordinal),
  check ((stage = 'closed') = (closed_at is not null)),
  check ((stage = 'closed') = (next_action is null)),
  check ((waiting_for is null) = (waiting_since is null))
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
create index cases_open on casework.cases (urgent_at, id) where stage <> 'closed';
create index cases_assignee on casework.cases (assignee_id, urgent_at, id) where stage <> 'closed';
create index cases_stage on casework.cases (stage, urgent_at, id);
create index cases_due on casework.cases (due_at) where stage <> 'closed' and due_at is not null;
create index cases_waiting on casework.cases (urgent_at, id) where waiting_for is not null;
create index cases_closed on casework.cases (closed_at desc, id desc) where stage = 'closed';
create index cases_flags on casework.cases using gin (flags);
create index cases_hpr on casework.cases (hpr_number);
create index cases_surname on casework.cases (lower(surname) text_pattern_ops);
create index cases_forename on casework.cases (lower(forename) text_pattern_ops);
create index cases_number on casework.cases (number text_pattern_ops);
revoke delete, truncate on casework.cases from varde_app;

create table casework.case_facts (
  case_id bigint primary key references casework.cases,
  facts jsonb not null
);
comment on table casework.case_facts is 'Everything the rules of the procedure look at in a case, as its acts have made it; beside the case, so that queues read little';
comment on column casework.case_facts.facts is 'Personal, restricted: states, findings, proposals, decisions and who did what';
revoke delete, truncate on casework.case_facts from varde_app;

create table casework.case_acts (
  id bigint generated always as identity primary key,
  case_id bigint not null references casework.cases,
  at timestamptz not null,
  recorded_at timestamptz not null default now(),
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
  bulk_id uuid
);
comment on table casework.case_acts is 'Every act in every case: who, in whose place, with what, and what it changed. The facts of a case at any instant are the after of its acts laid over each other. Insert-only';
comment on column casework.case_acts.at is 'When it was done, by the clock of the process';
comment on column casework.case_acts.input is 'Personal, restricted: what the officer gave with the act';
comment on column casework.case_acts.before is 'Personal, restricted: the facts the act changed, as they stood before; null where there were none';
comment on column casework.case_acts.after is 'Personal, restricted: the same facts as the act left them; null where they are gone';
comment on column casework.case_acts.request_id is 'Given by the page, so that an act sent twice is done once';
comment on column casework.case_acts.bulk_id is 'Acts done to many cases at once share it';
alter table casework.cases add foreign key (last_act) references casework.case_acts deferrable initially deferred;
create index case_acts_case on casework.case_acts (case_id, id);
create unique index case_acts_request on casework.case_acts (request_id, case_id) where request_id is not null;
create index case_acts_bulk on casework.case_acts (bulk_id) where bulk_id is not null;
create index case_acts_at on casework.case_acts (at);
select platform.make_insert_only('casework.case_acts');

create table casework.case_standings (
  id bigint generated always as identity primary key,
  case_id bigint not null references casework.cases,
  act_id bigint not null references casework.case_acts,
  at timestamptz not null,
  stage text not null,
  outcome text,
  reopened int not null,
  flags text[] not null,
  priority text,
  units text[] not null,
  assignee_id uuid,
  waiting_for text,
  due_at timestamptz
);
comment on table casework.case_standings is 'Where each case stood after each act that moved it in the figures: the latest row before an instant tells how the case stood then. Insert-only';
comment on column casework.case_standings.outcome is 'What the case had ended with, while closed';
comment on column casework.case_standings.reopened is 'How many times the case had been reopened';
comment on column casework.case_standings.assignee_id is 'Personal: the officer whose case it was';
create index case_standings_case on casework.case_standings (case_id, at, id);
create index case_standings_at on casework.case_standings (at, case_id, id) include (stage);
select platform.make_insert_only('casework.case_standings');

create table casework.case_alerts (
  alert_id bigint primary key references casework.alerts,
  case_id bigint not null references casework.cases,
  joined_at timestamptz not null
);
comment on table casework.case_alerts is 'The case each alert belongs to; an alert belongs to one at most. Who joined it and took it apart stands in case_acts';
create index case_alerts_case on casework.case_alerts (case_id);

create table casework.case_look_ups (
  id bigint generated always as identity primary key,
  case_id bigint not null references casework.cases,
  register text not null check (register in ('hpr', 'population', 'employer', 'business', 'prescribingRight')),
  at timestamptz not null,
  actor jsonb not null,
  on_behalf_of jsonb,
  purpose text not null,
  answer text not null check (answer in ('found', 'notFound', 'ambiguous', 'unavailable')),
  evidence jsonb not null
);
comment on table casework.case_look_ups is 'Look-ups in registers for a case, with purpose and the whole answer as evidence. Insert-only';
comment on column casework.case_look_ups.evidence is 'Personal, restricted: what the register answered';
create index case_look_ups_case on casework.case_look_ups (case_id, id);
select platform.make_insert_only('casework.case_look_ups');

create table casework.case_decisions (
  id bigint generated always as identity primary key,
  case_id bigint not null references casework.cases,
  act_id bigint not null references casework.case_acts,
  kind text not null check (kind in ('decision', 'interimSuspension', 'suspensionExtension')),
  version int not null,
  outcome text not null,
  letter text not null,
  conditions text[] not null,
  legal_bases jsonb not null,
  effective_from date,
  content_hash text not null check (content_hash ~ '^[0-9a-f]{64}$'),
  actor jsonb not null,
  on_behalf_of jsonb,
  written_at timestamptz not null,
  unique (case_id, kind, version)
);
comment on table casework.case_decisions is 'Every version of what a case decides, or proposes to suspend: the words, and the text of each legal basis as it stood. Approval is bound to content_hash. Insert-only';
comment on column casework.case_decisions.letter is 'Personal, restricted: the decision in words';
comment on column casework.case_decisions.conditions is 'Personal, restricted: conditions the professional must keep';
comment on column casework.case_decisions.content_hash is 'SHA-256 over everything that is decided: outcome, letter, conditions, legal bases with their text, days';
select platform.make_insert_only('casework.case_decisions');

create table casework.case_tasks (
  id bigint generated always as identity primary key,
  case_id bigint not null references casework.cases,
  title text not null,
  owner_id uuid references access.people,
  due_at timestamptz,
  created_at timestamptz not null,
  created_by jsonb not null,
  done_at timestamptz,
  done_by jsonb,
  request_id uuid,
  check ((done_at is null) = (done_by is null))
);
comment on table casework.case_tasks is 'Tasks in officers'' own words; what the procedure wants done next follows from the case itself. Never deleted';
comment on column casework.case_tasks.title is 'Personal: may name the person the case is about';
comment on column casework.case_tasks.owner_id is 'Personal: the officer who is to do it; nobody means whoever has the case';
create index case_tasks_case on casework.case_tasks (case_id, id);
create index case_tasks_owner on casework.case_tasks (owner_id, due_at) where done_at is null;
create unique index case_tasks_request on casework.case_tasks (case_id, request_id) where request_id is not null;
revoke delete, truncate on casework.case_tasks from varde_app;

create table casework.case_deadlines (
  case_id bigint not null references casework.cases,
  code text not null,
  due_at timestamptz not null,
  remind_at timestamptz,
  reminded_at timestamptz,
  told_overdue_at timestamptz,
  primary key (case_id, code)
);
comment on table casework.case_deadlines is 'The clocks that run in open cases, written anew after every act, and whether the officer was told of each in time and when it ran out';
create index case_deadlines_remind on casework.case_deadlines (remind_at) where reminded_at is null;
create index case_deadlines_due on casework.case_deadlines (due_at) where told_overdue_at is null;

create table casework.case_links (
  case_id bigint not null references casework.cases,
  other_id bigint not null references casework.cases,
  reason text not null,
  actor jsonb not null,
  at timestamptz not null,
  primary key (case_id, other_id),
  check (case_id < other_id)
);
comment on table casework.case_links is 'Cases that have to do with each other, each pair once; who linked and parted them stands in case_acts';
comment on column casework.case_links.reason is 'Personal: may name the people the cases are about';
create index case_links_other on casework.case_links (other_id);
