alter table tenant drop constraint tenant_status_check;
alter table tenant add constraint tenant_status_check
  check (status in ('provisioning', 'failed', 'trial', 'active', 'past_due', 'suspended', 'archived', 'purged'));
alter table tenant
  add column plan text not null default 'professional' check (plan in ('free', 'starter', 'professional', 'business', 'enterprise')),
  add column maintenance boolean not null default false,
  add column trial_ends_at timestamptz,
  add column past_due_since timestamptz,
  add column archive_requested_at timestamptz,
  add column archive_reason text,
  add column archived_at timestamptz,
  -- a tenant is purged after its days of grace
  add column purge_after timestamptz,
  add column purged_at timestamptz,
  -- a sandbox names the tenant that it was copied from
  add column sandbox_of uuid references tenant (id) on delete set null,
  add constraint archived_is_dated check ((status = 'archived') <= (purge_after is not null));
create index tenant_purge on tenant (purge_after) where status = 'archived';

create table tenant_operation (
  id uuid primary key,
  tenant_id uuid not null references tenant (id) on delete cascade,
  kind text not null check (kind in ('archive', 'sandbox', 'purge', 'key-rotation', 'move')),
  status text not null check (status in ('queued', 'running', 'done', 'failed', 'aborted')),
  step text not null default '',
  done integer not null default 0,
  total integer not null default 1,
  error text,
  input jsonb not null default '{}',
  state jsonb not null default '{}',
  -- what only who asked may know, like the key of an archive
  secret jsonb,
  requested_by uuid,
  created_at timestamptz not null default now(),
  finished_at timestamptz,
  expires_at timestamptz
);
create index operation_tenant on tenant_operation (tenant_id, id desc);
-- one thing at a time is done to a tenant
create unique index operation_open on tenant_operation (tenant_id) where status in ('queued', 'running');
