create table booking (
  id uuid primary key,
  profile_id uuid not null,
  account_id uuid not null,
  client_account_id uuid,
  client_name text not null,
  status text not null check (status in ('requested', 'held', 'confirmed', 'completed', 'declined', 'released', 'cancelled', 'expired')),
  rank integer check (rank >= 1),
  title text not null,
  location text,
  notes text,
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  timezone text not null,
  fee_minor bigint check (fee_minor >= 0),
  currency text,
  option_expires_at timestamptz,
  reason text,
  created_by uuid,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  version integer not null default 1,
  check (ends_at > starts_at),
  check ((status = 'held') = (rank is not null)),
  check ((fee_minor is null) = (currency is null)),
  -- a talent cannot be in two places: [start, end), so that one job may begin when another ends
  constraint booking_no_overlap exclude using gist (profile_id with =, tstzrange(starts_at, ends_at, '[)') with &&) where (status in ('confirmed', 'completed'))
);
create index booking_calendar on booking using gist (profile_id, tstzrange(starts_at, ends_at, '[)'));
create index booking_account on booking (account_id, starts_at);
create index booking_client on booking (client_account_id, starts_at) where client_account_id is not null;
create index booking_expiry on booking (option_expires_at) where status = 'held';
create table booking_change (
  id uuid primary key,
  booking_id uuid not null references booking (id) on delete cascade,
  at timestamptz not null,
  from_status text,
  to_status text not null,
  by_user_id uuid,
  by_name text not null,
  reason text
);
create index booking_change_booking on booking_change (booking_id, id);
create table bookout (
  id uuid primary key,
  profile_id uuid not null,
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  timezone text not null,
  reason text,
  created_by uuid,
  created_at timestamptz not null default now(),
  check (ends_at > starts_at)
);
create index bookout_calendar on bookout using gist (profile_id, tstzrange(starts_at, ends_at, '[)'));
