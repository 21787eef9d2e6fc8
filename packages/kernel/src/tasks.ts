import type pg from 'pg'

/** A row of the list of background work. */
export interface Task {
  readonly id: string
  readonly realm: string
  readonly kind: 'event' | 'job'
  readonly name: string
  readonly event_id: string | null
  readonly input: unknown
  readonly request_id: string
  readonly attempts: number
  /** Why the last try failed. */
  readonly error: string | null
  readonly done_at: Date | null
  readonly dead_at: Date | null
}

/** How long a dispatched task may stay silent before the relay looks after it. */
export const DISPATCH_PATIENCE_SECONDS = 20

/**
 * Takes up to `limit` tasks that wait, calls `dispatch`, and marks them in the same transaction. A crash in between
 * dispatches again, which the queue recognises by the task's id. Gives how many there were.
 */
export async function takeWaiting(pool: pg.Pool, limit: number, dispatch: (tasks: Task[]) => Promise<void>): Promise<number> {
  const client = await pool.connect()
  try {
    await client.query('begin')
    const { rows } = await client.query<Task>(
      `select id, realm, kind, name, event_id, input, request_id, attempts, error from relay.task
       where dispatched_at is null and done_at is null and dead_at is null and run_at <= now() order by run_at, id limit $1 for update skip locked`,
      [limit],
    )
    if (rows.length > 0) {
      await dispatch(rows)
      await client.query('update relay.task set dispatched_at = now() where id = any($1)', [rows.map((r) => r.id)])
    }
    await client.query('commit')
    return rows.length
  } catch (e) {
    await client.query('rollback').catch(() => undefined)
    throw e
  } finally {
    client.release()
  }
}

/** Tasks handed to the queue long ago that nobody has finished: the queue may have lost them. */
export async function findOverdue(pool: pg.Pool): Promise<Task[]> {
  const { rows } = await pool.query<Task>(
    `select id, realm, kind, name, event_id, input, request_id, attempts, error from relay.task
     where dispatched_at < now() - make_interval(secs => $1) and done_at is null and dead_at is null and (lease_until is null or lease_until < now()) limit 200`,
    [DISPATCH_PATIENCE_SECONDS],
  )
  return rows
}

/** Reads a task. */
export async function findTask(pool: pg.Pool, id: string): Promise<Task | null> {
  const { rows } = await pool.query<Task>(
    'select id, realm, kind, name, event_id, input, request_id, attempts, error, done_at, dead_at from relay.task where id = $1',
    [id],
  )
  return rows[0] ?? null
}

/** Takes the right to run a job for some seconds; false when somebody else has it or it is done. */
export async function takeLease(pool: pg.Pool, id: string, seconds: number): Promise<boolean> {
  const { rowCount } = await pool.query(
    `update relay.task set lease_until = now() + make_interval(secs => $2), attempts = attempts + 1 where id = $1 and done_at is null and (lease_until is null or lease_until < now())`,
    [id, seconds],
  )
  return rowCount === 1
}

/** Prolongs the right to run a job. */
export async function renewLease(pool: pg.Pool, id: string, seconds: number): Promise<void> {
  await pool.query(`update relay.task set lease_until = now() + make_interval(secs => $2) where id = $1 and done_at is null`, [id, seconds])
}

/** Marks a job as done. */
export async function markDone(pool: pg.Pool, id: string): Promise<void> {
  await pool.query('update relay.task set done_at = now(), lease_until = null, error = null where id = $1', [id])
}

/** Notes why a try failed; with `dead`, that there will be no other. A job's try is counted with its lease, an event's here. */
export async function markFailed(pool: pg.Pool, id: string, error: string, dead: boolean): Promise<void> {
  await pool.query(
    `update relay.task set error = $2, lease_until = null, attempts = attempts + (kind = 'event')::int, dead_at = case when $3 then now() else dead_at end
     where id = $1 and done_at is null`,
    [id, error.slice(0, 2000), dead],
  )
}

/** Puts a dead task back in line; its tries go on counting. */
export async function revive(pool: pg.Pool, id: string): Promise<boolean> {
  const { rowCount } = await pool.query(
    'update relay.task set dead_at = null, dispatched_at = null, lease_until = null, run_at = now() where id = $1 and dead_at is not null',
    [id],
  )
  return rowCount === 1
}

/** Deletes tasks that were done before a day. */
export async function deleteDone(pool: pg.Pool, before: Date): Promise<number> {
  const { rowCount } = await pool.query('delete from relay.task where done_at < $1', [before])
  return rowCount ?? 0
}

/** A task that failed for good. */
export interface DeadTask {
  readonly id: string
  readonly realm: string
  readonly kind: 'event' | 'job'
  readonly name: string
  readonly input: unknown
  readonly attempts: number
  readonly error: string | null
  readonly dead_at: Date
}

/** Dead tasks of a server, newest first. */
export async function listDead(pool: pg.Pool, beforeId: string | null, limit: number): Promise<DeadTask[]> {
  const { rows } = await pool.query<DeadTask>(
    'select id, realm, kind, name, input, attempts, error, dead_at from relay.task where dead_at is not null and ($1::uuid is null or id < $1::uuid) order by id desc limit $2',
    [beforeId, limit],
  )
  return rows
}

/** How much work waits, since when, and how much has failed for good. */
export async function taskTotals(pool: pg.Pool): Promise<{ waiting: number; oldestSeconds: number | null; dead: number }> {
  const { rows } = await pool.query<{ waiting: number; oldest: number | null; dead: number }>(
    `select (select count(*) from relay.task where done_at is null and dead_at is null)::int as waiting,
            (select extract(epoch from now() - min(run_at)) from relay.task where done_at is null and dead_at is null and run_at <= now())::int as oldest,
            (select count(*) from relay.task where dead_at is not null)::int as dead`,
  )
  const row = rows[0]
  return { waiting: row?.waiting ?? 0, oldestSeconds: row?.oldest ?? null, dead: row?.dead ?? 0 }
}

/** Tasks that no queue has been told of yet. */
export async function countUndispatched(pool: pg.Pool): Promise<number> {
  const { rows } = await pool.query<{ n: number }>(
    'select count(*)::int as n from relay.task where dispatched_at is null and done_at is null and dead_at is null',
  )
  return rows[0]?.n ?? 0
}

/** Removes all work of a realm that is gone. */
export async function forgetRealm(pool: pg.Pool, realm: string): Promise<void> {
  await pool.query('delete from relay.task where realm = $1', [realm])
}
