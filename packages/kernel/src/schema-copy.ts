import type pg from 'pg'

/** A row as JSON, by column. */
export type Row = Record<string, unknown>

/** A table with the columns that can be written. */
export interface Table {
  readonly name: string
  readonly columns: readonly string[]
}

const BATCH = 500

/** Tables of a schema, each after those that it refers to. Throws when they refer to each other in a circle. */
export async function tablesOf(client: pg.ClientBase, schema: string): Promise<Table[]> {
  const { rows: tables } = await client.query<Table>(
    `select c.relname as name, array_agg(a.attname::text order by a.attnum) filter (where a.attgenerated = '') as columns
     from pg_class c join pg_namespace n on n.oid = c.relnamespace join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
     where n.nspname = $1 and c.relkind = 'r' group by c.relname order by c.relname`,
    [schema],
  )
  const { rows: links } = await client.query<{ from: string; to: string }>(
    `select distinct f.relname as from, t.relname as to from pg_constraint k join pg_class f on f.oid = k.conrelid join pg_class t on t.oid = k.confrelid
     join pg_namespace n on n.oid = f.relnamespace where n.nspname = $1 and k.contype = 'f' and k.conrelid <> k.confrelid`,
    [schema],
  )
  const ordered: Table[] = []
  let waiting = tables
  while (waiting.length) {
    const ready = waiting.filter((t) => !links.some((l) => l.from === t.name && waiting.some((w) => w.name === l.to)))
    if (ready.length === 0) throw new Error(`tables refer to each other in a circle: ${waiting.map((t) => t.name).join(', ')}`)
    ordered.push(...ready)
    waiting = waiting.filter((t) => !ready.includes(t))
  }
  return ordered
}

/** Empties tables that are about to be filled: migrations put rows into some. */
export async function emptyTables(client: pg.ClientBase, schema: string, tables: readonly Table[]): Promise<void> {
  await client.query(`truncate ${tables.map((t) => `"${schema}"."${t.name}"`).join(', ')}`)
}

/** Reads the rows of a table in batches. Inside one transaction of isolation `repeatable read`, all tables are seen at one moment. */
export async function* readRows(client: pg.ClientBase, schema: string, table: Table): AsyncGenerator<Row[]> {
  const columns = table.columns.map((c) => `"${c}"`).join(', ')
  await client.query(`declare copied no scroll cursor for select to_jsonb(r)::text as row from (select ${columns} from "${schema}"."${table.name}") r`)
  try {
    for (;;) {
      const { rows } = await client.query<{ row: string }>(`fetch ${BATCH} from copied`)
      if (rows.length === 0) return
      yield rows.map((r) => JSON.parse(r.row) as Row)
    }
  } finally {
    await client.query('close copied').catch(() => undefined)
  }
}

/** Writes rows into a table of the same columns. */
export async function writeRows(client: pg.ClientBase, schema: string, table: Table, rows: readonly Row[]): Promise<void> {
  const columns = table.columns.map((c) => `"${c}"`).join(', ')
  await client.query(
    `insert into "${schema}"."${table.name}" (${columns}) select ${columns} from jsonb_populate_recordset(null::"${schema}"."${table.name}", $1::jsonb)`,
    [JSON.stringify(rows)],
  )
}

/** Sets the sequences of a schema past what its tables hold. */
export async function settleSequences(client: pg.ClientBase, schema: string): Promise<void> {
  const { rows } = await client.query<{ table: string; column: string }>(
    `select c.relname as table, a.attname as column from pg_class c join pg_namespace n on n.oid = c.relnamespace
     join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 where n.nspname = $1 and c.relkind = 'r' and pg_get_serial_sequence(format('%I.%I', n.nspname, c.relname), a.attname) is not null`,
    [schema],
  )
  for (const r of rows)
    await client.query(`select setval(pg_get_serial_sequence($1, $2), coalesce((select max("${r.column}") from "${schema}"."${r.table}"), 0) + 1, false)`, [
      `"${schema}"."${r.table}"`,
      r.column,
    ])
}
