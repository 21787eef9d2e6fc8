create table media (
  id uuid primary key,
  profile_id uuid not null,
  status text not null check (status in ('upload_pending', 'processing', 'ready', 'failed')),
  mime_type text not null,
  file_name text not null,
  size_bytes bigint not null,
  sha256 text,
  width integer,
  height integer,
  placeholder text,
  alt text not null default '',
  caption text not null default '',
  visibility text not null check (visibility in ('public', 'private')),
  is_cover boolean not null default false,
  position integer not null,
  failure text,
  uploaded_by uuid,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
create index media_profile on media (profile_id, position);
create unique index media_one_cover on media (profile_id) where is_cover;
create index media_pending on media (created_at) where status = 'upload_pending';
