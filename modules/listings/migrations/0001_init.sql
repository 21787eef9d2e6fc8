create table listing (
  id uuid primary key,
  slug text not null unique,
  account_id uuid not null,
  title text not null,
  description text not null,
  status text not null check (status in ('draft', 'published', 'closed', 'filled', 'cancelled')),
  location text,
  starts_on date,
  ends_on date,
  deadline timestamptz,
  usage text,
  published_at timestamptz,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  version integer not null default 1,
  check (ends_on is null or starts_on is null or ends_on >= starts_on)
);
create index listing_account on listing (account_id, id desc);
create index listing_open on listing (published_at desc, id desc) where status = 'published';
create table casting_role (
  id uuid primary key,
  listing_id uuid not null references listing (id) on delete cascade,
  position integer not null,
  name text not null,
  description text not null,
  quantity integer not null check (quantity > 0),
  fee_minor bigint check (fee_minor >= 0),
  currency text,
  check ((fee_minor is null) = (currency is null))
);
create index casting_role_listing on casting_role (listing_id, position);
