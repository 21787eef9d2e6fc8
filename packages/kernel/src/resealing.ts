import { raw, type Database } from './db.ts'
import type { Keyring } from './keyrings.ts'
import { placeOf, type SealedModels } from './sealing.ts'

const BATCH = 200

/** What a run over a realm's tables did. */
export interface Resealed {
  readonly rows: number
  /** Tables whose rows can never be changed: they keep needing the key that they were sealed with. */
  readonly kept: readonly string[]
}

/**
 * Seals every declared field of a realm's tables with the newest key: also what was never sealed. A value that somebody changes in
 * the meantime is left to that change, which seals with the newest key itself. Running it again goes on where it stopped.
 */
export async function resealTables(db: Database, models: SealedModels, ring: Keyring): Promise<Resealed> {
  const kept: string[] = []
  let rows = 0
  for (const [model, shape] of Object.entries(models)) {
    const table = `"__tenant__"."${shape.table}"`
    const fields = [
      ...Object.entries(shape.text).map(([f, c]) => ({ f, c, json: false })),
      ...Object.entries(shape.json).map(([f, c]) => ({ f, c, json: true })),
    ]
    const [known] = await raw(db).$queryRawUnsafe<{ may: boolean }[]>(
      `select has_table_privilege(oid, 'update') as may from pg_class where oid = to_regclass('${table}')`,
    )
    if (!known || fields.length === 0) continue
    if (!known.may) {
      kept.push(shape.table)
      continue
    }
    for (const { f, c, json } of fields) {
      const text = json ? `(case when jsonb_typeof("${c}") = 'string' then "${c}" #>> '{}' else "${c}"::text end)` : `"${c}"`
      for (let after = '00000000-0000-0000-0000-000000000000'; ;) {
        const found = await raw(db).$queryRawUnsafe<{ id: string; value: string }[]>(
          `select id::text, ${text} as value from ${table} where id > $1::uuid and "${c}" is not null and ${text} <> '' and ${text} not like 'sealed:${ring.version}:%' order by id limit ${BATCH}`,
          after,
        )
        for (const row of found) {
          const sealed = ring.seal(ring.open(row.value, placeOf(model, f)), placeOf(model, f))
          rows += await raw(db).$executeRawUnsafe(
            `update ${table} set "${c}" = ${json ? 'to_jsonb($2::text)' : '$2'} where id = $1::uuid and ${text} = $3`,
            row.id,
            sealed,
            row.value,
          )
        }
        const last = found.at(-1)
        if (!last || found.length < BATCH) break
        after = last.id
      }
    }
  }
  return { rows, kept }
}
