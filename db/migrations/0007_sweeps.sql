-- Holding alerts against the register again: how far it has come, what it changed, and what officers have seen of it.

create table casework.identity_sweeps (
  id bigint generated always as identity primary key,
  cause text not null check (cause in ('register', 'engine', 'model', 'operator')),
  engine_version text not null,
  model_version text not null,
  register_version bigint not null,
  state text not null check (state in ('running', 'done')),
  total int not null check (total >= 0),
  done int not null default 0 check (done >= 0),
  differing int not null default 0 check (differing between 0 and done),
  last_alert bigint not null default 0,
  started_at timestamptz not null,
  moved_at timestamptz not null,
  finished_at timestamptz,
  check ((state = 'done') = (finished_at is not null))
);
comment on table casework.identity_sweeps is 'Each time valid alerts are held against the register again: why, with what, and how far it has come. What is left to do stands in casework.alert_identities, and for a cause of operator after last_alert';
comment on column casework.identity_sweeps.cause is 'What changed since the alerts were last checked, the engine before its model before the register; operator where somebody ordered all alerts to be held against it';
comment on column casework.identity_sweeps.register_version is 'The greatest casework.register_person_versions.id the sweep has come to hold alerts against';
comment on column casework.identity_sweeps.total is 'Alerts to hold against the register: those done and those left when last looked';
comment on column casework.identity_sweeps.differing is 'Alerts whose answer differs from the one before; only these are stored and shown';
comment on column casework.identity_sweeps.last_alert is 'A sweep an operator ordered goes through all valid alerts by id, and has come to this one';
create unique index identity_sweeps_running on casework.identity_sweeps ((cause = 'operator')) where state = 'running';

create table casework.sweep_pauses (
  id bigint generated always as identity primary key,
  paused_at timestamptz not null,
  paused_by jsonb not null,
  resumed_at timestamptz,
  resumed_by jsonb,
  check ((resumed_at is null) = (resumed_by is null))
);
comment on table casework.sweep_pauses is 'When sweeps were told to wait. While the latest has not been resumed, no alert is held against the register again; new alerts are matched all the same';
comment on column casework.sweep_pauses.paused_by is 'Personal: who told sweeps to wait';
comment on column casework.sweep_pauses.resumed_by is 'Personal: who let them go on';
create unique index sweep_pauses_open on casework.sweep_pauses ((true)) where resumed_at is null;

alter table casework.match_runs add column changes jsonb not null default '[]';
comment on column casework.match_runs.changes is 'Personal: what the answer says that the one before did not: candidates who came, went or moved, by HPR number';

create table casework.alerts_seen (
  alert_id bigint not null references casework.alerts,
  person_id text not null,
  run_id bigint not null references casework.match_runs,
  seen_at timestamptz not null,
  primary key (alert_id, person_id)
);
comment on table casework.alerts_seen is 'The answer each officer last saw of an alert, so that they are shown what has changed since';
comment on column casework.alerts_seen.person_id is 'Personal: the officer';
comment on column casework.alerts_seen.seen_at is 'Personal: when the officer saw the answer';
