create table model_schema (
  id uuid primary key,
  entity text not null check (entity in ('profile')),
  version integer not null,
  definition jsonb not null,
  published_at timestamptz not null default now(),
  published_by uuid,
  unique (entity, version)
);
create table profile (
  id uuid primary key,
  slug text not null unique,
  display_name text not null,
  account_id uuid not null,
  managing_user_id uuid,
  status text not null check (status in ('draft', 'pending', 'active', 'hidden', 'suspended')),
  is_minor boolean not null,
  date_of_birth date,
  city text,
  country text,
  bio text,
  categories text[] not null default '{}',
  values jsonb not null default '{}',
  schema_version integer not null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  version integer not null default 1
);
create index profile_account on profile (account_id, display_name);
create index profile_manager on profile (managing_user_id) where managing_user_id is not null;
create index profile_name on profile using gin (lower(display_name) ext.gin_trgm_ops);
