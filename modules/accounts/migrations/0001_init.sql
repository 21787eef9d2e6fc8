create table account (
  id uuid primary key,
  slug text not null unique,
  name text not null,
  type text not null check (type in ('agency', 'client', 'individual', 'guardian')),
  status text not null check (status in ('pending', 'active', 'suspended')),
  city text,
  country text,
  website text,
  about text,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  version integer not null default 1
);
create index account_name on account using gin (lower(name) ext.gin_trgm_ops);
create table account_member (
  account_id uuid not null references account (id) on delete cascade,
  user_id uuid not null,
  role text not null,
  created_at timestamptz not null default now(),
  primary key (account_id, user_id)
);
create index account_member_user on account_member (user_id);
create table invitation (
  id uuid primary key,
  account_id uuid not null references account (id) on delete cascade,
  email text not null,
  role text not null,
  token_hash text not null unique,
  invited_by uuid,
  created_at timestamptz not null default now(),
  expires_at timestamptz not null,
  accepted_at timestamptz
);
create index invitation_account on invitation (account_id);
