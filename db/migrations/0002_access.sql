-- Who may come in: people as the login provider names them, and their sessions.

create table access.people (
  id uuid primary key default gen_random_uuid(),
  issuer text not null,
  subject text not null,
  name text not null,
  roles text[] not null default '{}' check (
    roles <@ array['firstLine', 'secondLine', 'processOwner', 'manager', 'governance', 'auditor', 'systemOwner']
  ),
  language text not null default 'nb' check (language in ('nb', 'nn', 'en')),
  first_login_at timestamptz not null,
  last_login_at timestamptz not null,
  unique (issuer, subject)
);
comment on table access.people is 'People who have logged in, one row for each subject of a login provider';
comment on column access.people.issuer is 'Address of the login provider (OpenID Connect iss); demo for the built-in demonstration provider';
comment on column access.people.subject is 'Personal: the provider''s lasting name for the person (sub)';
comment on column access.people.name is 'Personal: full name as the provider gave it at the last login';
comment on column access.people.roles is 'Roles as the provider gave them at the last login; what they permit stands in the code';

create table access.sessions (
  id_hash bytea primary key check (octet_length(id_hash) = 32),
  person_id uuid references access.people on delete cascade,
  csrf_token text,
  pending_logins jsonb not null default '{}',
  id_token text,
  started_at timestamptz not null,
  last_seen_at timestamptz not null,
  ends_at timestamptz not null,
  check ((person_id is null) = (csrf_token is null)),
  check (ends_at > started_at)
);
comment on table access.sessions is 'Sessions that are open, also those of a login under way. Deleting a row ends the session at once';
comment on column access.sessions.id_hash is 'SHA-256 of the session id, so that the table gives nobody a way in';
comment on column access.sessions.pending_logins is 'Logins under way: state to PKCE verifier, nonce and the page to return to';
comment on column access.sessions.id_token is 'Personal: the provider''s token for this login, sent back at logout so that it knows which login to end';
comment on column access.sessions.last_seen_at is 'Personal: last time the person did something, to the minute';
comment on column access.sessions.ends_at is 'When the session ends whatever happens: 12 hours after login, 10 minutes for a login under way';
create index sessions_person on access.sessions (person_id) where person_id is not null;
create index sessions_ends_at on access.sessions (ends_at);
