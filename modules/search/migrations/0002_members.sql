-- What members may find beyond the public pages stands in columns of its own, so that no query of the public can reach it.
-- `is_minor` is empty in documents from before; they are made anew by a schedule, and members do not see them until then.
alter table search_document
  add column is_minor boolean,
  add column managing_user_id uuid,
  add column member_values jsonb not null default '{}',
  add column member_words tsvector not null default '';
comment on column search_document.values is 'fields for everybody, in canonical units';
comment on column search_document.member_values is 'fields for everybody and for members, in canonical units';
create index search_member_words on search_document using gin (member_words);
create index search_old on search_document (profile_id) where is_minor is null;
