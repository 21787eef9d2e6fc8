-- The append-only stream of what happened; it is both the record and, with relay.task, the outbox.
create table event (
  id uuid primary key,
  name text not null,
  version text not null,
  stream text not null,
  payload jsonb not null,
  actor_id uuid,
  occurred_at timestamptz not null,
  request_id text not null,
  recorded_at timestamptz not null default now()
);
create index event_stream on event (stream, id);
create index event_name on event (name, id);
revoke update, delete, truncate on event from itellico_app;

create table idempotency_key (
  principal text not null,
  route text not null,
  key text not null,
  body_hash text not null,
  status integer,
  response jsonb,
  created_at timestamptz not null default now(),
  finished_at timestamptz,
  primary key (principal, route, key)
);
create index idempotency_age on idempotency_key (created_at);
