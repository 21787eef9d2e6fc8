-- A key joins wishes while the task waits. One that runs may have missed the newest change, so a new wish is a task of its own.
drop index relay.task_once;
create unique index task_once on relay.task (realm, name, dedupe_key) where attempts = 0 and done_at is null and dead_at is null and dedupe_key is not null;
