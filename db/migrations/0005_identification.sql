-- Who each alert may be about: what the engine answered, and what an officer decided.

create table casework.match_runs (
  id bigint generated always as identity primary key,
  alert_id bigint not null references casework.alerts,
  version_id bigint not null references casework.alert_versions,
  cause text not null check (cause in ('registered', 'updated', 'register', 'engine')),
  engine_version text not null,
  model_version text not null,
  register_load bigint references casework.register_loads,
  outcome text not null check (outcome in ('certain', 'probable', 'noMatch')),
  at timestamptz not null
);
comment on table casework.match_runs is 'One question to the linkage engine about one alert version, with the versions that make the answer reproducible. Insert-only';
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
  run_id bigint references casework.match_runs,
  decision text not null check (decision in ('confirm', 'reject', 'ask')),
  hpr_number bigint,
  reason text not null,
  actor jsonb not null,
  at timestamptz not null,
  check ((decision = 'confirm') <= (hpr_number is not null))
);
comment on table casework.identity_decisions is 'What officers decided about the identity of an alert, and why; the newest counts. Insert-only';
create index identity_decisions_alert on casework.identity_decisions (alert_id, id);
create index identity_decisions_hpr on casework.identity_decisions (hpr_number) where decision = 'confirm';
select platform.make_insert_only('casework.identity_decisions');

create table casework.alert_identities (
  alert_id bigint primary key references casework.alerts,
  state text not null check (state in ('unmatched', 'awaitingDecision', 'confirmed', 'rejected', 'asked', 'noMatch')),
  outcome text check (outcome in ('certain', 'probable', 'noMatch')),
  run_id bigint references casework.match_runs,
  best_hpr bigint,
  best_probability double precision,
  confirmed_hpr bigint,
  since timestamptz not null
);
comment on table casework.alert_identities is 'Where the identity of each alert stands now; kept in the transaction that changes it, can be rebuilt from runs and decisions';
create index alert_identities_state on casework.alert_identities (state, best_probability desc, alert_id);
create index alert_identities_confirmed on casework.alert_identities (confirmed_hpr) where confirmed_hpr is not null;

create table casework.alert_identity_states (
  id bigint generated always as identity primary key,
  alert_id bigint not null references casework.alerts,
  at timestamptz not null,
  state text not null,
  outcome text
);
comment on table casework.alert_identity_states is 'History of where the identity of each alert stood, so that any past day can be shown. Insert-only';
create index alert_identity_states_alert on casework.alert_identity_states (alert_id, id);
create index alert_identity_states_at on casework.alert_identity_states (at);
select platform.make_insert_only('casework.alert_identity_states');
