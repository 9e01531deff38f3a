-- Several login providers, sessions that can be told apart and stepped up, people who are shut out, service accounts.

alter table access.people
  add column kind text not null default 'person' check (kind in ('person', 'service')),
  add column roles_from text not null default 'provider' check (roles_from in ('provider', 'varde')),
  add column deactivated_at timestamptz,
  add column deactivated_reason text,
  add check ((deactivated_at is null) = (deactivated_reason is null)),
  add check (kind = 'person' or roles = '{}');
comment on table access.people is 'People who have logged in, one row for each subject of a login provider, and service accounts, which act under a name of their own';
comment on column access.people.issuer is 'Address of the login provider (OpenID Connect iss); demo for the built-in demonstration provider, service for service accounts';
comment on column access.people.subject is 'Personal: the provider''s lasting name for the person: sub, for Entra ID tid and oid; the client id of a service account';
comment on column access.people.roles is 'Roles as the provider gave them at the last login, or as given in Varde; what they permit stands in the code';
comment on column access.people.roles_from is 'Whether the provider brings the roles at every login, or the system owner gives them in Varde';
comment on column access.people.deactivated_at is 'Since when the person is shut out whatever the provider says; null for the others';
comment on column access.people.deactivated_reason is 'Personal: why the person is shut out';

delete from access.sessions where person_id is null;
alter table access.sessions
  add column public_id uuid not null default gen_random_uuid() unique,
  add column provider text,
  add column provider_subject text,
  add column provider_sid text,
  add column idle_ends_at timestamptz,
  add column idle_minutes int not null default 60,
  add column step_up_until timestamptz,
  add column browser text not null default '',
  add column address text not null default '';
update access.sessions set idle_ends_at = last_seen_at + interval '60 minutes', provider = 'login';
alter table access.sessions
  alter column idle_ends_at set not null,
  alter column idle_minutes drop default,
  add check ((person_id is null) = (provider is null));
comment on column access.sessions.public_id is 'What the session is called in lists; opens nothing';
comment on column access.sessions.pending_logins is 'Logins under way: state to provider, PKCE verifier, nonce, the page to return to and, at step-up, who must come back';
comment on column access.sessions.provider is 'Key of the login provider the person came through';
comment on column access.sessions.provider_subject is 'Personal: the provider''s sub, by which it asks to end sessions';
comment on column access.sessions.provider_sid is 'The provider''s own session (sid), by which it asks to end this one';
comment on column access.sessions.idle_ends_at is 'When the session ends if the person does nothing more';
comment on column access.sessions.step_up_until is 'Until when the person counts as having just proved who they are';
comment on column access.sessions.browser is 'Personal: browser and system at login, in a few words, so that a person knows their own sessions';
comment on column access.sessions.address is 'Personal: network address at login, so that a person knows their own sessions';
comment on column access.sessions.ends_at is 'When the session ends whatever happens, counted from login; soon for a login under way';
create index sessions_provider_sid on access.sessions (provider, provider_sid) where provider_sid is not null;
create index sessions_provider_subject on access.sessions (provider, provider_subject) where provider_subject is not null;

create table access.used_tokens (
  issuer text not null,
  token_id text not null,
  expires_at timestamptz not null,
  primary key (issuer, token_id)
);
comment on table access.used_tokens is 'Tokens that may be used once and have been: logout tokens and client assertions, by issuer and jti, until they expire';
create index used_tokens_expires_at on access.used_tokens (expires_at);

create table access.failed_logins (
  key text primary key,
  failures int not null check (failures > 0),
  since timestamptz not null,
  locked_until timestamptz
);
comment on table access.failed_logins is 'Failed logins and token requests lately, by account and by network address, and until when that one is locked out';
comment on column access.failed_logins.key is 'Personal: address:…, or account:… with the issuer and a hash of the subject, or client:… with client id and address';
create index failed_logins_since on access.failed_logins (since);

create table access.service_accounts (
  id uuid primary key references access.people,
  client_id text not null unique check (client_id ~ '^[a-z][a-z0-9-]{2,59}$'),
  scopes text[] not null,
  public_key jsonb,
  contact text not null,
  created_at timestamptz not null,
  created_by jsonb not null,
  expires_at timestamptz not null,
  revoked_at timestamptz,
  check (expires_at > created_at)
);
comment on table access.service_accounts is 'Other systems that may call the interface, and what they may do. Revoked, never deleted';
comment on column access.service_accounts.public_key is 'Public key (JWK) that signs its assertions, for an account without secrets';
comment on column access.service_accounts.contact is 'Personal: whom to ask about it';
revoke delete, truncate on access.service_accounts from varde_app;

create table access.service_secrets (
  id bigint generated always as identity primary key,
  account_id uuid not null references access.service_accounts,
  secret_hash bytea not null unique check (octet_length(secret_hash) = 32),
  created_at timestamptz not null,
  expires_at timestamptz not null,
  check (expires_at > created_at)
);
comment on table access.service_secrets is 'Secrets of service accounts, several while one takes over from another';
comment on column access.service_secrets.secret_hash is 'SHA-256 of a secret of 256 random bits, so that the table gives nobody a way in';
create index service_secrets_account on access.service_secrets (account_id);

create table access.service_tokens (
  token_hash bytea primary key check (octet_length(token_hash) = 32),
  account_id uuid not null references access.service_accounts,
  scopes text[] not null,
  issued_at timestamptz not null,
  expires_at timestamptz not null,
  check (expires_at > issued_at)
);
comment on table access.service_tokens is 'Tokens that service accounts call with, for some minutes. Deleting a row ends the token at once';
comment on column access.service_tokens.token_hash is 'SHA-256 of the token, so that the table gives nobody a way in';
create index service_tokens_account on access.service_tokens (account_id);
create index service_tokens_expires_at on access.service_tokens (expires_at);
