create table legal_page (
  id uuid primary key,
  slug text not null unique check (slug ~ '^[a-z0-9][a-z0-9-]*$'),
  kind text not null check (kind in ('imprint', 'privacy', 'terms', 'free')),
  -- {language: {title, body}}: what is worked on, and what everybody reads
  draft jsonb not null,
  published jsonb,
  published_at timestamptz,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  version integer not null default 1,
  constraint published_is_dated check ((published is null) = (published_at is null))
);
create unique index legal_one_of_a_kind on legal_page (kind) where kind <> 'free';
