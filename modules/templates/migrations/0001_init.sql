create table template_install (
  id uuid primary key,
  template text not null,
  version text not null,
  definition_hash text not null,
  schema_version integer not null,
  installed_by uuid,
  installed_at timestamptz not null default now(),
  unique (template, version)
);
