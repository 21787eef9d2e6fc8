create table conversation (
  id uuid primary key,
  subject text not null,
  booking_id uuid,
  profile_id uuid,
  -- what the conversation is about and between whom: asking for the same one twice finds the first
  thread_key text not null unique,
  created_at timestamptz not null default now(),
  -- time of the last message, too: each message is later than the one before
  updated_at timestamptz not null default now()
);
-- who takes part: a person, or whoever is a member of an account at the time; nobody is listed one by one, so that
-- somebody who leaves an account has left its conversations
create table conversation_party (
  conversation_id uuid not null references conversation (id) on delete cascade,
  party_id uuid not null,
  kind text not null check (kind in ('account', 'user')),
  side text not null check (side in ('agency', 'client', 'talent')),
  primary key (conversation_id, party_id)
);
create index conversation_party_of on conversation_party (party_id, conversation_id);
create table conversation_reader (
  conversation_id uuid not null references conversation (id) on delete cascade,
  user_id uuid not null,
  last_read_at timestamptz not null,
  primary key (conversation_id, user_id)
);
create table message (
  id uuid primary key,
  conversation_id uuid not null references conversation (id) on delete cascade,
  author_id uuid not null,
  body text not null check (length(body) between 1 and 5000),
  client_key text,
  sent_at timestamptz not null
);
create index message_conversation on message (conversation_id, sent_at desc, id desc);
create unique index message_once on message (conversation_id, author_id, client_key) where client_key is not null;
