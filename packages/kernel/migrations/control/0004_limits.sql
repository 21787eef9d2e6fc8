-- Limits agreed for one tenant, by kind; what is not named follows the plan.
alter table tenant add column limit_overrides jsonb not null default '{}';

-- Calls of a tenant by calendar month (UTC), written down from Redis now and then.
create table tenant_calls (
  tenant_id uuid not null references tenant (id) on delete cascade,
  month date not null,
  calls bigint not null default 0,
  told integer not null default 0,
  primary key (tenant_id, month)
);
