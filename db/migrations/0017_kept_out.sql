-- What a person shut out of a case does not see in lists either, and emergency openings that end before their time.

create view casework.shut_out_alerts as
select e.person_id, a.alert_id
from access.exclusions e join casework.case_alerts a on a.case_id = e.case_id
where e.ended_at is null;
comment on view casework.shut_out_alerts is 'Alerts of the cases a person is shut out of now';
comment on column casework.shut_out_alerts.person_id is 'Personal: an officer';

create view casework.shut_out_messages as
select distinct s.person_id, v.message_id
from casework.shut_out_alerts s join casework.alert_versions v on v.alert_id = s.alert_id;
comment on view casework.shut_out_messages is 'Messages with an alert of a case a person is shut out of now';
comment on column casework.shut_out_messages.person_id is 'Personal: an officer';

alter table access.openings
  add ended_at timestamptz,
  add ended_by jsonb,
  add check ((ended_at is null) = (ended_by is null));
comment on column access.openings.ended_at is 'When the opening was ended before until_at; null where it was not';
comment on table access.openings is 'Cases of other units opened in an emergency, for reading, until until_at or ended_at; the process owner is told and notes having seen it';
grant update (ended_at, ended_by) on access.openings to varde_app;

comment on table access.shown_numbers is 'Identity numbers an officer has had shown in full, and the documents with them: of what, why, and until when they stay readable. Insert-only';
