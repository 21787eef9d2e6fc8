-- one row: how the marketplace signs itself
create table brand (
  id smallint primary key default 1 check (id = 1),
  logos jsonb not null default '{}',
  sender_name text,
  reply_to text,
  sender_address text,
  updated_at timestamptz not null default now(),
  version integer not null default 1
);
