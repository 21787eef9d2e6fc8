-- who may see a published profile: everybody, or members only; minors are never for everybody
alter table profile add column visibility text not null default 'public' check (visibility in ('public', 'members'));
update profile set visibility = 'members' where is_minor;
-- the address of a minor names no surname: what is not a given name and an initial becomes neutral
update profile set slug = 'talent-' || right(id::text, 12) where is_minor and slug !~ '^[a-z0-9-]+-[a-z](-[0-9]+)?$';
