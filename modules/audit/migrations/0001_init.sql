create table audit_entry (
  id uuid primary key,
  at timestamptz not null,
  actor_id uuid,
  actor_name text not null,
  action text not null,
  entity text not null,
  entity_id uuid,
  summary text not null,
  changes jsonb not null default '[]',
  ip text,
  request_id text
);
create index audit_entity on audit_entry (entity_id, id desc);
create index audit_actor on audit_entry (actor_id, id desc);
create index audit_action on audit_entry (action, id desc);
revoke update, delete, truncate on audit_entry from itellico_app;
