-- the API key that spoke for whoever acted
alter table audit_entry add column key_id uuid, add column key_name text;
