-- roles that a marketplace made for itself, beside those that ship with the product
create table custom_role (
  id uuid primary key,
  key text not null unique check (key ~ '^custom_[a-z0-9_]{1,40}$'),
  name text not null,
  description text not null,
  scope text not null check (scope in ('account', 'tenant')),
  -- key of the role that it stands on: a shipped one, or another of these
  inherits text,
  allow text[] not null,
  deny text[] not null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  version integer not null default 1
);
-- what is allowed or denied to one person, for a while or for good
create table access_grant (
  id uuid primary key,
  user_id uuid not null,
  effect text not null check (effect in ('allow', 'deny')),
  pattern text not null,
  -- for permissions of accounts: the only account in which it counts
  account_id uuid,
  reason text not null,
  expires_at timestamptz,
  granted_by uuid,
  created_at timestamptz not null default now()
);
create index access_grant_user on access_grant (user_id);
