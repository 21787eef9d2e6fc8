-- entries from which a person was erased, with a hash over what is left of each and the entry of the trail that says so
create table audit_redaction (
  entry_id uuid not null,
  noted_in uuid not null,
  hash text not null,
  primary key (entry_id, noted_in)
);
create index audit_redaction_note on audit_redaction (noted_in);
revoke update, delete, truncate on audit_redaction from itellico_app;
-- the only way to change entries: takes a person's name and address from what they did, and all that is said from given entries; only
-- linked ones, so that whatever was written stays proven to have been there
create function audit_redact(person uuid, about uuid[], most integer) returns setof uuid language plpgsql security definer set search_path from current as $$
begin
  return query
    update audit_entry e set
      actor_name = case when e.actor_id = person then 'Erased person' else e.actor_name end,
      key_name = case when e.actor_id = person then null else e.key_name end,
      -- a visitor in an entry about the person is most likely the person
      ip = case when e.actor_id = person or (e.actor_id is null and e.id = any(about)) then null else e.ip end,
      summary = case when e.id = any(about) then e.action else e.summary end,
      data = case when e.id = any(about) then '{}'::jsonb else e.data end,
      changes = case when e.id = any(about) then '[]'::jsonb else e.changes end
    where e.id in (
      select x.id from audit_entry x join audit_link l on l.entry_id = x.id
      where (x.actor_id = person and x.actor_name <> 'Erased person') or (x.id = any(about) and x.summary <> x.action)
      order by x.id limit most)
    returning e.id;
end $$;
revoke execute on function audit_redact(uuid, uuid[], integer) from public;
grant execute on function audit_redact(uuid, uuid[], integer) to itellico_app;
