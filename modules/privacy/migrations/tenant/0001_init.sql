-- all data of one person as a file
create table person_export (
  id uuid primary key,
  user_id uuid not null,
  status text not null check (status in ('queued', 'running', 'ready', 'failed', 'expired')),
  byte_count bigint,
  sha256 text,
  requested_by uuid not null,
  expires_at timestamptz,
  created_at timestamptz not null default now()
);
create index person_export_user on person_export (user_id, id desc);
create index person_export_expiry on person_export (expires_at) where status = 'ready';
-- persons who are to be erased, and what goes with them, by id
create table person_erasure (
  id uuid primary key,
  user_id uuid not null,
  status text not null check (status in ('waiting', 'running', 'done', 'called_off')),
  reason text,
  requested_by uuid,
  profile_ids uuid[] not null default '{}',
  account_ids uuid[] not null default '{}',
  due_at timestamptz not null,
  created_at timestamptz not null default now(),
  finished_at timestamptz
);
create unique index person_erasure_open on person_erasure (user_id) where status in ('waiting', 'running');
create index person_erasure_due on person_erasure (due_at) where status in ('waiting', 'running');
-- takes the personal values from events about a person; nothing else of the stream can be changed
create function event_forget(person uuid) returns void language sql security definer set search_path from current as $$
  update event set payload = payload || '{"firstName": "Erased", "lastName": "person", "dateOfBirth": null, "companyName": null}'::jsonb
  where stream = 'user:' || person::text and name = 'user.account.registered';
$$;
revoke execute on function event_forget(uuid) from public;
grant execute on function event_forget(uuid) to itellico_app;
