-- what a directory knows of people beside what every login has; who is not in it is known by the e-mail address
create table scim_user (
  id uuid primary key,
  user_id uuid not null unique references "user" (id) on delete cascade,
  user_name text not null,
  user_name_index text not null unique,
  external_id text,
  external_id_index text unique,
  -- the directory has taken the person out: unknown to it until it adds them again
  removed_at timestamptz
);
create table scim_group (
  id uuid primary key,
  display_name text not null,
  name_key text not null unique,
  external_id text,
  -- the role of the marketplace that its members have through it
  role text check (role in ('tenant_admin', 'tenant_manager')),
  created_at timestamptz not null,
  updated_at timestamptz not null
);
create table scim_member (
  group_id uuid not null references scim_group (id) on delete cascade,
  user_id uuid not null references "user" (id) on delete cascade,
  primary key (group_id, user_id)
);
create index scim_member_user on scim_member (user_id);
