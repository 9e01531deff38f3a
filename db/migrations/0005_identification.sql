-- Who each alert may be about: what the engine answered, and what officers decided.

create table casework.match_runs (
  id bigint generated always as identity primary key,
  alert_id bigint not null references casework.alerts,
  version_id bigint not null references casework.alert_versions,
  cause text not null check (cause in ('registered', 'updated', 'register', 'engine')),
  engine_version text not null,
  model_version text not null,
  register_load bigint references casework.register_loads,
  register_version bigint not null,
  outcome text not null check (outcome in ('certain', 'probable', 'noMatch')),
  at timestamptz not null
);
comment on table casework.match_runs is 'Answers of the linkage engine about an alert version, with the versions that make them reproducible. An answer that repeats the one before is not stored again. Insert-only';
comment on column casework.match_runs.register_version is 'The greatest casework.register_person_versions.id that had been taken into the index';
create index match_runs_alert on casework.match_runs (alert_id, id);
create index match_runs_version on casework.match_runs (version_id, id);
select platform.make_insert_only('casework.match_runs');

create table casework.candidates (
  run_id bigint not null references casework.match_runs,
  rank int not null,
  hpr_number bigint not null,
  probability double precision not null,
  bits double precision not null,
  outcome text not null check (outcome in ('certain', 'probable', 'noMatch')),
  keys text[] not null,
  explanation jsonb not null,
  primary key (run_id, rank)
);
comment on table casework.candidates is 'People the engine found worth a look, with the evidence field by field. Insert-only';
comment on column casework.candidates.explanation is 'Personal: values asked and found';
create index candidates_hpr on casework.candidates (hpr_number);
select platform.make_insert_only('casework.candidates');

create table casework.identity_decisions (
  id bigint generated always as identity primary key,
  alert_id bigint not null references casework.alerts,
  version_id bigint not null references casework.alert_versions,
  run_id bigint not null references casework.match_runs,
  decision text not null check (decision in ('confirm', 'reject', 'ask')),
  hpr_number bigint,
  reason text not null,
  actor jsonb not null,
  at timestamptz not null,
  needs_second boolean not null,
  seconds bigint references casework.identity_decisions,
  check ((decision = 'confirm') = (hpr_number is not null)),
  check ((seconds is not null) <= needs_second)
);
comment on table casework.identity_decisions is 'What officers decided about the identity of an alert, and why. One that goes against the engine (needs_second) counts only when another officer decides the same (seconds). Insert-only';
comment on column casework.identity_decisions.reason is 'Personal: may name the person';
create index identity_decisions_alert on casework.identity_decisions (alert_id, id);
create index identity_decisions_hpr on casework.identity_decisions (hpr_number) where decision = 'confirm';
select platform.make_insert_only('casework.identity_decisions');

create table casework.alert_identities (
  alert_id bigint primary key references casework.alerts,
  state text not null check (state in ('awaitingDecision', 'confirmed', 'rejected', 'asked', 'noMatch')),
  since timestamptz not null,
  version_id bigint not null references casework.alert_versions,
  run_id bigint not null references casework.match_runs,
  outcome text not null check (outcome in ('certain', 'probable', 'noMatch')),
  best_hpr bigint,
  best_probability double precision,
  confirmed_hpr bigint,
  decision_id bigint references casework.identity_decisions,
  proposal_id bigint references casework.identity_decisions,
  reopened jsonb,
  checked_engine text not null,
  checked_model text not null,
  checked_register bigint not null,
  urgency double precision not null generated always as (
    (case when state = 'awaitingDecision' then 8 else 0 end)
    + (case outcome when 'certain' then 4 when 'probable' then 2 else 0 end)
    + coalesce(best_probability, 0)
  ) stored,
  check ((state = 'confirmed') = (confirmed_hpr is not null)),
  check ((state in ('confirmed', 'rejected', 'asked')) <= (decision_id is not null))
);
comment on table casework.alert_identities is 'Where the identity of each alert stands now; kept in the transaction that changes it, can be rebuilt from runs and decisions. An alert without a row has not been asked about yet';
comment on column casework.alert_identities.decision_id is 'The decision that counted last, also while the identity stands open again';
comment on column casework.alert_identities.proposal_id is 'A decision that waits for a second officer';
comment on column casework.alert_identities.reopened is 'Why a settled identity stands open again';
comment on column casework.alert_identities.checked_register is 'The alert has been held against every change of the register up to this register_person_versions.id, and with checked_engine and checked_model';
create index alert_identities_urgency on casework.alert_identities (urgency desc, alert_id);
create index alert_identities_state on casework.alert_identities (state, urgency desc, alert_id);
create index alert_identities_confirmed on casework.alert_identities (confirmed_hpr) where confirmed_hpr is not null;
create index alert_identities_best on casework.alert_identities (best_hpr) where state = 'awaitingDecision';
create index alert_identities_since on casework.alert_identities (state, since);

create table casework.alert_identity_states (
  id bigint generated always as identity primary key,
  alert_id bigint not null references casework.alerts,
  at timestamptz not null,
  state text not null check (state in ('awaitingDecision', 'confirmed', 'rejected', 'asked', 'noMatch')),
  since timestamptz not null,
  outcome text not null check (outcome in ('certain', 'probable', 'noMatch')),
  run_id bigint not null references casework.match_runs,
  decision_id bigint references casework.identity_decisions,
  reopened jsonb
);
comment on table casework.alert_identity_states is 'History of where the identity of each alert stood and which run or decision moved it, so that any past day can be shown. Insert-only';
create index alert_identity_states_alert on casework.alert_identity_states (alert_id, id);
create index alert_identity_states_at on casework.alert_identity_states (at) include (alert_id);
select platform.make_insert_only('casework.alert_identity_states');

-- Search in the list of alerts: by the beginning of a name or number.
create index alert_versions_surname on casework.alert_versions (lower(surname) text_pattern_ops);
create index alert_versions_forename on casework.alert_versions (lower(forename) text_pattern_ops);
create index alerts_number_start on casework.alerts (number_key text_pattern_ops);
