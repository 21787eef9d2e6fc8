import type pg from 'pg'
import { markOf, migrateSchema, readMarks, type Migration } from './migrate.ts'
import { emptyTables, settleSequences, tablesOf, type Table } from './schema-copy.ts'

// A schema moves by PostgreSQL's own logical replication: the copy is made and kept up to date while people go on working. Only the
// last step holds writers: under a lock on every table the copy catches up, both sides are compared, and the old schema is renamed, so that whoever
// waited for the lock, or still believes in the old place, gets an error and never writes into what has been left behind.

/** A copy that cannot go on, with the reason. */
export class MoveError extends Error {}

/** Both ends of a move, as the owner of the schemas. `sourceUrl` is how the target server reaches the source. */
export interface Move {
  readonly schema: string
  readonly realm: string
  readonly source: pg.ClientBase
  readonly target: pg.ClientBase
  readonly sourceUrl: string
}

const LEDGER = 'schema_migration'
const LOCK_TRIES = 20
const CATCH_UP_MS = 30_000

/** Name of publication, subscription and slot of a schema's move. */
const nameOf = (schema: string): string => `move_${schema}`
/** Name of a schema that has been left behind. */
export const leftBehind = (schema: string): string => `left_${schema.slice(2)}`

const pause = (ms: number): Promise<void> => new Promise((r) => setTimeout(r, ms))
const quoted = (schema: string, tables: readonly Table[]): string => tables.map((t) => `"${schema}"."${t.name}"`).join(', ')

async function copied(client: pg.ClientBase, schema: string): Promise<Table[]> {
  return (await tablesOf(client, schema)).filter((t) => t.name !== LEDGER)
}

async function exists(client: pg.ClientBase, sql: string, name: string): Promise<boolean> {
  return ((await client.query(sql, [name])).rowCount ?? 0) > 0
}

/** Starts copying; what is there already of an earlier try is used. */
export async function beginCopy(move: Move, migrations: readonly Migration[]): Promise<void> {
  const { schema, source, target, sourceUrl } = move
  const name = nameOf(schema)
  if ((await readMarks(source)).get(schema) !== markOf(migrations)) throw new MoveError('the tables of the tenant are not up to date; migrate first')
  const { rows: bare } = await source.query<{ name: string }>(
    `select c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where n.nspname = $1 and c.relkind = 'r' and c.relreplident = 'd' and not exists (select 1 from pg_index i where i.indrelid = c.oid and i.indisprimary)`,
    [schema],
  )
  for (const t of bare) await source.query(`alter table "${schema}"."${t.name}" replica identity full`)
  const tables = await copied(source, schema)
  if (!(await exists(source, 'select 1 from pg_publication where pubname = $1', name)))
    await source.query(`create publication "${name}" for table ${quoted(schema, tables)}`)
  if (!(await exists(target, 'select 1 from pg_subscription where subname = $1', name))) {
    if (await exists(target, 'select 1 from pg_namespace where nspname = $1', schema)) await target.query(`drop schema "${schema}" cascade`)
    await migrateSchema(target, schema, migrations)
    await emptyTables(target, schema, tables)
    // the slot is made here, because a subscription on the same cluster cannot make it itself
    if (!(await exists(source, 'select 1 from pg_replication_slots where slot_name = $1', name)))
      await source.query(`select pg_create_logical_replication_slot($1, 'pgoutput')`, [name])
    await target.query(
      `create subscription "${name}" connection ${quoteLiteral(sourceUrl)} publication "${name}" with (create_slot = false, slot_name = '${name}', copy_data = true, binary = false)`,
    )
  }
}

const quoteLiteral = (text: string): string => `'${text.replaceAll("'", "''")}'`

/** How many tables have been copied, of how many. */
export async function copyProgress(move: Move): Promise<{ done: number; total: number }> {
  const { rows } = await move.target.query<{ done: number; total: number }>(
    `select count(*) filter (where srsubstate = 'r')::int as done, count(*)::int as total
     from pg_subscription_rel r join pg_subscription s on s.oid = r.srsubid where s.subname = $1`,
    [nameOf(move.schema)],
  )
  return rows[0] ?? { done: 0, total: 0 }
}

/** Counts and checksums of every table, to be compared. */
async function sums(client: pg.ClientBase, schema: string, tables: readonly Table[]): Promise<Record<string, string>> {
  const result: Record<string, string> = {}
  for (const t of tables) {
    const columns = t.columns.map((c) => `r."${c}"`).join(', ')
    const { rows } = await client.query<{ sum: string }>(
      `select count(*) || '/' || coalesce(sum(hashtextextended(row(${columns})::text, 0)), 0) as sum from "${schema}"."${t.name}" r`,
    )
    result[t.name] = rows[0]?.sum ?? ''
  }
  return result
}

async function catchUp(move: Move): Promise<void> {
  const { rows } = await move.source.query<{ lsn: string }>('select pg_current_wal_insert_lsn()::text as lsn')
  const until = Date.now() + CATCH_UP_MS
  for (;;) {
    const found = await move.source.query<{ there: boolean | null }>(
      'select confirmed_flush_lsn >= $2::pg_lsn as there from pg_replication_slots where slot_name = $1',
      [nameOf(move.schema), rows[0]?.lsn],
    )
    if (found.rows[0]?.there) return
    if (Date.now() > until) throw new MoveError('the copy does not catch up')
    await pause(20)
  }
}

async function lockTables(move: Move, tables: readonly Table[]): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    await move.source.query('begin')
    try {
      await move.source.query(`set local lock_timeout = '500ms'`)
      await move.source.query(`lock table ${quoted(move.schema, tables)} in exclusive mode`)
      return
    } catch (e) {
      await move.source.query('rollback')
      if (attempt >= LOCK_TRIES || (e as { code?: string }).code !== '55P03') throw e
      await pause(50 * attempt)
    }
  }
}

/**
 * The write pause: locks out writers, lets the copy catch up, compares both sides, takes open background work along, and renames
 * the old schema. Gives the milliseconds for which writers were held. Anything wrong undoes it, and the old place goes on.
 */
export async function switchOver(move: Move): Promise<number> {
  const { schema, source, target, realm } = move
  const tables = await copied(source, schema)
  await catchUp(move)
  const begun = performance.now()
  await lockTables(move, tables)
  try {
    await catchUp(move)
    const [before, after] = await Promise.all([sums(source, schema, tables), sums(target, schema, tables)])
    const different = tables.filter((t) => before[t.name] !== after[t.name]).map((t) => t.name)
    if (different.length) throw new MoveError(`the copy differs in ${different.join(', ')}`)
    await settleSequences(target, schema)
    await moveTasks(move)
    await source.query(`alter schema "${schema}" rename to "${leftBehind(schema)}"`)
    await source.query('commit')
  } catch (e) {
    await source.query('rollback').catch(() => undefined)
    await target.query('delete from relay.task where realm = $1', [realm]).catch(() => undefined)
    throw e
  }
  return performance.now() - begun
}

/** Open background work goes along: written there first, and taken away here in the transaction of the switch. */
async function moveTasks({ source, target, realm }: Move): Promise<void> {
  const { rows } = await source.query<{ task: unknown }>(
    'with gone as (delete from relay.task where realm = $1 and done_at is null returning *) select to_jsonb(gone) as task from gone',
    [realm],
  )
  await target.query('delete from relay.task where realm = $1', [realm])
  await target.query(
    `insert into relay.task select (jsonb_populate_record(null::relay.task, t || '{"dispatched_at": null, "lease_until": null}')).* from jsonb_array_elements($1::jsonb) t`,
    [JSON.stringify(rows.map((r) => r.task))],
  )
}

/** Whether the old schema has been left behind: from then on there is no way back. */
export async function isLeft(move: Pick<Move, 'source' | 'schema'>): Promise<boolean> {
  return exists(move.source, 'select 1 from pg_namespace where nspname = $1', leftBehind(move.schema))
}

/** Takes the replication apart. */
async function unlink(move: Move): Promise<void> {
  const name = nameOf(move.schema)
  if (await exists(move.target, 'select 1 from pg_subscription where subname = $1', name)) {
    await move.target.query(`alter subscription "${name}" disable`)
    // takes its slots on the source along, also those of tables that were just being copied
    await move.target.query(`drop subscription "${name}"`)
  }
  const until = Date.now() + CATCH_UP_MS
  for (;;) {
    const { rows } = await move.source.query<{ pid: number | null }>('select active_pid as pid from pg_replication_slots where slot_name = $1', [name])
    const [slot] = rows
    if (!slot) break
    if (slot.pid === null) await move.source.query('select pg_drop_replication_slot($1)', [name])
    else if (Date.now() > until) throw new MoveError('the replication slot is still in use')
    else await pause(50)
  }
  await move.source.query(`drop publication if exists "${name}"`)
}

/** Removes what is left of a move that went through. */
export async function finishMove(move: Move): Promise<void> {
  await unlink(move)
  await move.source.query(`drop schema if exists "${leftBehind(move.schema)}" cascade`)
}

/** Removes everything of a move that is not to go on; the old place was never touched. */
export async function undoMove(move: Move): Promise<void> {
  if (await isLeft(move)) throw new MoveError('the tenant has been moved already')
  await unlink(move)
  await move.target.query('delete from relay.task where realm = $1', [move.realm])
  await move.target.query(`drop schema if exists "${move.schema}" cascade`)
}
