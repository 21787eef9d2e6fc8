-- each entry gets a link: a hash over it and the link before it, so that what is changed, added or taken away later shows
create table audit_link (
  seq bigint primary key,
  entry_id uuid not null unique,
  hash text not null,
  linked_at timestamptz not null
);
revoke update, delete, truncate on audit_link from itellico_app;
-- where the platform notes how far each trail had come; used in the control schema only, away from the tables of the tenants
create table audit_anchor (
  realm text primary key,
  seq bigint not null,
  hash text not null,
  noted_at timestamptz not null
);
-- the only way to remove entries, and only linked ones older than a year; their links stay
create function audit_prune(before timestamptz) returns bigint language plpgsql security definer set search_path from current as $$
declare gone bigint;
begin
  if before > now() - interval '365 days' then raise exception 'entries of the last year are kept'; end if;
  delete from audit_entry e using audit_link l where l.entry_id = e.id and e.at < before;
  get diagnostics gone = row_count;
  return gone;
end $$;
revoke execute on function audit_prune(timestamptz) from public;
grant execute on function audit_prune(timestamptz) to itellico_app;
