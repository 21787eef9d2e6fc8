alter table audit_entry add column data jsonb not null default '{}';
