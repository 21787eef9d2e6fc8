-- Once per database server: extensions in a schema of their own, the task list of background work, the application's role.
create schema if not exists ext;
create extension if not exists btree_gist schema ext;
create extension if not exists pg_trgm schema ext;
create extension if not exists unaccent schema ext;

-- unaccent() depends on a dictionary and is only stable; with the dictionary named it can be used in indexes
create or replace function ext.f_unaccent(text) returns text language sql immutable parallel safe strict set search_path = '' as
$$ select ext.unaccent('ext.unaccent'::regdictionary, $1) $$;

create schema if not exists relay;
create table relay.task (
  id uuid primary key,
  realm text not null,
  kind text not null check (kind in ('event', 'job')),
  name text not null,
  event_id uuid,
  input jsonb,
  dedupe_key text,
  request_id text not null,
  created_at timestamptz not null default now(),
  run_at timestamptz not null default now(),
  dispatched_at timestamptz,
  lease_until timestamptz,
  attempts integer not null default 0,
  done_at timestamptz,
  dead_at timestamptz,
  error text,
  check ((kind = 'event') = (event_id is not null))
);
create index task_waiting on relay.task (run_at, id) where dispatched_at is null and done_at is null and dead_at is null;
create index task_open on relay.task (dispatched_at) where dispatched_at is not null and done_at is null and dead_at is null;
create index task_dead on relay.task (dead_at desc) where dead_at is not null;
create index task_done on relay.task (done_at) where done_at is not null;
create unique index task_once on relay.task (realm, name, dedupe_key) where done_at is null and dead_at is null and dedupe_key is not null;

grant usage on schema ext, relay to itellico_app;
grant select, insert, update, delete on relay.task to itellico_app;
revoke all on schema public from public;
