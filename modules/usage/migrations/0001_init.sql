-- What is used of the plan: one row per kind, changed in the transaction that makes or removes the thing.
create table usage_counter (
  key text primary key check (key in ('users', 'profiles', 'storageBytes')),
  used bigint not null check (used >= 0),
  -- highest share of the limit that admins have been told of, so that nobody hears of it twice
  told integer not null default 0,
  updated_at timestamptz not null default now()
);
insert into usage_counter (key, used) values
  ('users', (select count(*) from "user")),
  ('profiles', (select count(*) from profile)),
  ('storageBytes', (select coalesce(sum(size_bytes), 0) from media));
