create table isolation_check (
  id uuid primary key,
  status text not null check (status in ('queued', 'running', 'done', 'failed')),
  progress integer not null default 0 check (progress between 0 and 100),
  passed integer not null default 0,
  failed integer not null default 0,
  skipped integer not null default 0,
  version text not null,
  -- compact JWS over the whole report
  report text,
  error text,
  requested_by uuid not null,
  created_at timestamptz not null default now(),
  finished_at timestamptz
);
-- one at a time
create unique index isolation_check_open on isolation_check ((true)) where status in ('queued', 'running');
