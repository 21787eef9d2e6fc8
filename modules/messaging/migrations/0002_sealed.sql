-- Messages are kept sealed, and a sealed text is longer than what was written.
alter table message drop constraint message_body_check;
alter table message add constraint message_body_check check (body <> '');
