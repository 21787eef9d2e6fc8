-- Data keys of tenants (and of the platform itself), wrapped by a master key that is kept elsewhere. A destroyed key stays as a
-- row without key, so that nobody gets a new one under the old name.
create table data_key (
  realm text not null,
  purpose text not null check (purpose in ('data', 'index')),
  version integer not null check (version > 0),
  master text not null,
  wrapped bytea,
  created_at timestamptz not null default now(),
  destroyed_at timestamptz,
  primary key (realm, purpose, version),
  check ((wrapped is null) = (destroyed_at is not null))
);
