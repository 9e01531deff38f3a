-- What the portfolio counts by, so that the picture of any day is counted in indexes alone.

create index messages_received on casework.messages (received_at) include (id, state, state_since, reason, profile);
create index message_events_handled on casework.message_events (at) include (message_id)
  where state in ('registered', 'duplicate', 'irrelevant');
create index alert_versions_opened on casework.alert_versions (recorded_at) include (message_id, sending_country, profession)
  where kind = 'alert';
create index alert_statuses_at on casework.alert_statuses (at) include (alert_id);
