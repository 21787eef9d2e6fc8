-- when the marketplace has checked who stands behind an account; what is open to verified accounts only looks at it
alter table account add column verified_at timestamptz;
