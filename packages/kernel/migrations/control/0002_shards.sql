-- The database server that holds the tenant's schema, by its configured name.
alter table tenant add column shard text not null default 'main' check (shard ~ '^[a-z][a-z0-9-]{0,30}$');
-- Canaries get changes of the schema first; when one fails, the others are left as they are.
alter table tenant add column canary boolean not null default false;

-- A tenant whose data did not allow a change of its schema: served as it is until the change goes through.
create table migration_failure (
  tenant_id uuid primary key references tenant (id) on delete cascade,
  migration text not null,
  error text not null,
  attempts integer not null default 1,
  failed_at timestamptz not null default now()
);
