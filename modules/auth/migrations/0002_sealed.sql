-- The address itself is kept sealed; it is found by an index of it that only this tenant's key can make.
alter table "user" rename column email_normalized to email_index;
