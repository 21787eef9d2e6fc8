create table application (
  id uuid primary key,
  listing_id uuid not null,
  listing_account_id uuid not null,
  role_id uuid not null,
  profile_id uuid not null,
  source text not null check (source in ('direct', 'agency')),
  submitted_by uuid not null,
  submitted_account_id uuid,
  message text not null,
  note text,
  status text not null check (status in ('submitted', 'viewed', 'shortlisted', 'offered', 'rejected', 'withdrawn')),
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  version integer not null default 1
);
-- one open application of a talent for a role; after a withdrawal the talent may apply again
create unique index application_once on application (role_id, profile_id) where status <> 'withdrawn';
create index application_listing on application (listing_id, id desc);
create index application_profile on application (profile_id, id desc);
create index application_submitter on application (submitted_account_id, id desc) where submitted_account_id is not null;
