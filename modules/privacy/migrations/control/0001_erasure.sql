-- who was erased, by ids alone and away from the tables of the tenants: a backup of those that is restored forgets again by this list
create table erasure (
  user_id uuid primary key,
  tenant_id uuid not null,
  profile_ids uuid[] not null,
  account_ids uuid[] not null,
  erased_at timestamptz not null
);
create index erasure_tenant on erasure (tenant_id);
