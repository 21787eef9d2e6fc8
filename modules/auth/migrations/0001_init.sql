create table "user" (
  id uuid primary key,
  email text not null,
  email_normalized text not null unique,
  password_hash text,
  first_name text not null,
  last_name text not null,
  locale text not null,
  timezone text not null,
  status text not null check (status in ('active', 'disabled')),
  email_verified_at timestamptz,
  -- raised by whatever must end all access at once; tokens carry the epoch they were made in
  epoch integer not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
create table session (
  id uuid primary key,
  user_id uuid not null references "user" (id) on delete cascade,
  remember boolean not null,
  user_agent text not null,
  ip text not null,
  created_at timestamptz not null default now(),
  last_seen_at timestamptz not null default now(),
  expires_at timestamptz not null,
  revoked_at timestamptz,
  reason text
);
create index session_of_user on session (user_id) where revoked_at is null;
create index session_expiry on session (expires_at);
create table refresh_token (
  id uuid primary key,
  session_id uuid not null references session (id) on delete cascade,
  token_hash text not null unique,
  created_at timestamptz not null default now(),
  rotated_at timestamptz,
  successor_id uuid
);
create index refresh_token_session on refresh_token (session_id);
create table email_token (
  id uuid primary key,
  user_id uuid not null references "user" (id) on delete cascade,
  purpose text not null check (purpose in ('verify', 'reset')),
  token_hash text not null unique,
  created_at timestamptz not null default now(),
  expires_at timestamptz not null,
  used_at timestamptz
);
create index email_token_user on email_token (user_id);
create table user_role (
  user_id uuid not null references "user" (id) on delete cascade,
  role text not null,
  granted_by uuid,
  expires_at timestamptz,
  created_at timestamptz not null default now(),
  primary key (user_id, role)
);
