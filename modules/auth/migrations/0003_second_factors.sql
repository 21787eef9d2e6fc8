-- when the person of a session last proved who they are; null where a remembered device stood in for the second factor
alter table session add column verified_at timestamptz;
-- sign-ins take the same work for everybody while there are hashes that came from elsewhere
create index user_imported_hash on "user" (id) where password_hash like '$2%';
create table totp (
  id uuid primary key,
  user_id uuid not null unique references "user" (id) on delete cascade,
  secret text,
  -- set up and not confirmed yet
  pending text,
  -- the newest time step whose code was used: none of them works twice
  last_step bigint not null default 0,
  confirmed_at timestamptz
);
create table passkey (
  id uuid primary key,
  user_id uuid not null references "user" (id) on delete cascade,
  credential_id text not null unique,
  public_key text not null,
  sign_count bigint not null,
  -- the host that it was made on and works on
  rp_id text not null,
  transports text[] not null,
  synced boolean not null,
  name text not null,
  created_at timestamptz not null default now(),
  last_used_at timestamptz
);
create index passkey_user on passkey (user_id);
create table backup_code (
  id uuid primary key,
  user_id uuid not null references "user" (id) on delete cascade,
  -- the first letters, which find the code; the rest is hashed
  lookup text not null,
  code_hash text not null,
  used_at timestamptz,
  unique (user_id, lookup)
);
create table remembered_device (
  id uuid primary key,
  user_id uuid not null references "user" (id) on delete cascade,
  user_agent text not null,
  ip text not null,
  created_at timestamptz not null default now(),
  expires_at timestamptz not null
);
create index remembered_device_user on remembered_device (user_id);
create table factor_policy (
  id boolean primary key default true check (id),
  roles text[] not null,
  updated_at timestamptz not null default now()
);
