-- What the portfolio counts cases by, in the history and as it stands, so that any past day is counted again.

alter table casework.case_standings
  add column closed_at timestamptz,
  add column waiting_since timestamptz,
  add column countries text[] not null default '{}',
  add column professions text[] not null default '{}',
  add column days_ours int,
  add column days_theirs int;
comment on column casework.case_standings.professions is 'Professions the person was authorised in, as the register had it then';
comment on column casework.case_standings.days_ours is 'Working days from opening to closing on which the next move was ours; of a case closed for the first time';
comment on column casework.case_standings.days_theirs is 'Working days from opening to closing on which the case waited for others';

alter table casework.cases
  add column reopened int not null default 0,
  add column professions text[] not null default '{}',
  add column days_ours int,
  add column days_theirs int;
comment on column casework.cases.reopened is 'How many times the case has been reopened';
comment on column casework.cases.professions is 'Professions the person is authorised in, as the register had it at the latest act';
comment on column casework.cases.days_ours is 'As in case_standings';
comment on column casework.cases.days_theirs is 'As in case_standings';

update casework.cases c set reopened = s.reopened
from (select distinct on (case_id) case_id, reopened from casework.case_standings order by case_id, id desc) s
where s.case_id = c.id and s.reopened > 0;
