-- domains that tenants bring along; the kernel finds realms by the active ones
create table tenant_domain (
  id uuid primary key,
  tenant_id uuid not null references tenant (id) on delete cascade,
  host text not null check (host = lower(host) and host !~ '[^a-z0-9.-]'),
  token text not null,
  status text not null default 'pending' check (status in ('pending', 'active', 'inactive')),
  is_primary boolean not null default false,
  found text[] not null default '{}',
  problem text check (problem in ('no_record', 'other_value', 'unreachable', 'taken')),
  checks integer not null default 0,
  checked_at timestamptz,
  next_check_at timestamptz,
  verified_at timestamptz,
  missing_since timestamptz,
  created_at timestamptz not null default now(),
  unique (tenant_id, host),
  constraint primary_is_active check (is_primary <= (status = 'active'))
);
-- many may wish for a domain, one has it
create unique index domain_active on tenant_domain (host) where status = 'active';
create unique index domain_primary on tenant_domain (tenant_id) where is_primary;
create index domain_due on tenant_domain (next_check_at) where next_check_at is not null;
