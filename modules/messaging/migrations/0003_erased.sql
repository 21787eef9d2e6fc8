-- the author was erased: what was written is gone, that something was written stays
alter table message add column erased_at timestamptz;
