create table api_key (
  id uuid primary key,
  user_id uuid not null references "user" (id) on delete cascade,
  -- the only account that the key acts for; without the account it has no rights there, whatever becomes of the membership
  account_id uuid references account (id) on delete cascade,
  name text not null,
  -- the part of the key that finds it
  public_id text not null unique,
  secret_hash text not null,
  -- the secret before the last rotation, and until when it works
  previous_hash text,
  previous_until timestamptz,
  scopes text[] not null check (cardinality(scopes) > 0),
  created_at timestamptz not null,
  rotated_at timestamptz,
  expires_at timestamptz not null,
  revoked_at timestamptz,
  last_used_at timestamptz,
  last_used_ip text,
  check ((previous_hash is null) = (previous_until is null))
);
create index api_key_user on api_key (user_id);
