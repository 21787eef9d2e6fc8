create table sso_connection (
  id uuid primary key,
  kind text not null check (kind in ('google', 'microsoft', 'github', 'oidc', 'saml')),
  name text not null,
  enabled boolean not null default false,
  -- grows with every change: sign-ins that began before it end
  version integer not null default 1,
  issuer text not null,
  client_id text,
  client_secret text,
  sso_url text,
  certificates text[] not null default '{}',
  groups_claim text not null default 'groups',
  rules jsonb not null default '[]',
  provisions boolean not null default false,
  syncs_roles boolean not null default false,
  trusts_mfa boolean not null default false,
  test text,
  created_at timestamptz not null default now()
);
create table sso_domain (
  id uuid primary key,
  connection_id uuid not null references sso_connection (id) on delete cascade,
  domain text not null unique,
  token text not null,
  forced boolean not null default false,
  verified_at timestamptz,
  checked_at timestamptz,
  missing_since timestamptz,
  problem text,
  created_at timestamptz not null default now()
);
create table sso_identity (
  id uuid primary key,
  connection_id uuid not null references sso_connection (id) on delete cascade,
  user_id uuid not null references "user" (id) on delete cascade,
  -- hash of the issuer and of whom it calls so: the same words of another issuer are somebody else
  subject_hash text not null,
  email text,
  created_at timestamptz not null default now(),
  last_used_at timestamptz,
  unique (connection_id, subject_hash)
);
create index sso_identity_user on sso_identity (user_id);
