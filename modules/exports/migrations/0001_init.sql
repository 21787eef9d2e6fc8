create table export_job (
  id uuid primary key,
  account_id uuid,
  dataset text not null,
  format text not null check (format in ('csv', 'json')),
  status text not null check (status in ('queued', 'running', 'ready', 'failed', 'expired')),
  progress integer not null default 0 check (progress between 0 and 100),
  row_count integer,
  byte_count integer,
  sha256 text,
  error text,
  requested_by uuid not null,
  expires_at timestamptz,
  created_at timestamptz not null default now()
);
create index export_account on export_job (account_id, id desc);
create index export_expiry on export_job (expires_at) where status = 'ready';
