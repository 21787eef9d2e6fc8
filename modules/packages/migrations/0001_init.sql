create table shortlist (
  id uuid primary key,
  account_id uuid not null,
  name text not null,
  note text not null default '',
  created_by uuid,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  version integer not null default 1
);
create index shortlist_account on shortlist (account_id, updated_at desc);
create table shortlist_item (
  shortlist_id uuid not null references shortlist (id) on delete cascade,
  profile_id uuid not null,
  note text not null default '',
  added_by uuid,
  added_at timestamptz not null default now(),
  primary key (shortlist_id, profile_id)
);
