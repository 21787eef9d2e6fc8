create table search_document (
  profile_id uuid primary key,
  slug text not null,
  display_name text not null,
  account_id uuid not null,
  city text,
  country text,
  categories text[] not null default '{}',
  visible text not null check (visible in ('public', 'members')),
  -- values of public fields only, in canonical units
  values jsonb not null,
  words tsvector not null,
  indexed_at timestamptz not null,
  updated_at timestamptz not null
);
create index search_words on search_document using gin (words);
create index search_values on search_document using gin (values jsonb_path_ops);
create index search_categories on search_document using gin (categories);
create index search_name on search_document using gin (ext.f_unaccent(lower(display_name)) ext.gin_trgm_ops);
create index search_order on search_document (visible, display_name, profile_id);
