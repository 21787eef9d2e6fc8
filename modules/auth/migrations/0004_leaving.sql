-- when the person is to be erased: until then nobody signs in, but the person can call it off
alter table "user" add column leaving_at timestamptz;
alter table "user" add column erased_at timestamptz;
