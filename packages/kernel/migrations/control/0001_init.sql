create table tenant (
  id uuid primary key,
  slug text not null unique check (slug ~ '^[a-z][a-z0-9-]{1,38}[a-z0-9]$'),
  name text not null,
  tagline text not null default '',
  about text not null default '',
  industry text not null,
  status text not null check (status in ('provisioning', 'failed', 'trial', 'active', 'past_due', 'suspended')),
  suspended_reason text,
  -- null until the schema exists: only then can requests reach the tenant
  schema_name text unique,
  theme jsonb not null,
  locales text[] not null check (cardinality(locales) > 0),
  currency text not null,
  timezone text not null,
  unit_system text not null default 'metric' check (unit_system in ('metric', 'imperial')),
  settings jsonb not null default '{"bookoutPolicy": "warn", "optionHours": 72}',
  provisioning jsonb,
  admin_invite jsonb,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  version integer not null default 1
);
create table tenant_stats (
  tenant_id uuid primary key references tenant (id) on delete cascade,
  users integer not null default 0,
  accounts integer not null default 0,
  profiles integer not null default 0,
  public_profiles integer not null default 0,
  open_listings integer not null default 0,
  bookings integer not null default 0,
  measured_at timestamptz not null default now()
);
