import { keyInFlight, keyInvalid, keyReused } from '@itellico/contracts/request'
import type { Ctx } from '@itellico/kernel/context'
import { raw } from '@itellico/kernel/db'
import { fail } from '@itellico/kernel/errors'

const PLACE = 'idempotency_key.response'

interface Row {
  body_hash: string
  status: number | null
  response: string | null
  stale: boolean
}

/** Runs work once per key, principal and route: a repeat gets the first answer, another body is refused. */
export async function once(
  ctx: Ctx,
  route: string,
  key: string,
  body: unknown,
  work: () => Promise<{ status: number; body: unknown }>,
): Promise<{ status: number; body: unknown; replayed: boolean }> {
  if (!/^[\x21-\x7e]{8,200}$/.test(key)) throw fail(keyInvalid, { detail: 'Send 8 to 200 visible ASCII characters.' })
  const principal =
    ctx.actor.kind === 'user'
      ? [ctx.actor.userId, ctx.actor.account?.accountId ?? '', ...(ctx.actor.key ? [ctx.actor.key.id] : [])].join('/')
      : `ip/${ctx.ip ?? ''}`
  // body and answer may hold personal data: kept as an index and sealed
  const keys = await ctx.kernel.keyrings.of(ctx.realm.id)
  const bodyHash = keys.index(JSON.stringify(body ?? null))
  const db = raw(ctx.db)
  const inserted = await db.$executeRawUnsafe(
    `insert into "__tenant__"."idempotency_key" (principal, route, key, body_hash) values ($1, $2, $3, $4) on conflict do nothing`,
    principal,
    route,
    key,
    bodyHash,
  )
  if (inserted === 0) {
    const [row] = await db.$queryRawUnsafe<Row[]>(
      `select body_hash, status, response #>> '{}' as response, (finished_at is null and created_at < now() - interval '60 seconds') as stale from "__tenant__"."idempotency_key" where principal = $1 and route = $2 and key = $3`,
      principal,
      route,
      key,
    )
    if (row && row.body_hash !== bodyHash) throw fail(keyReused)
    if (row && row.status !== null) return { status: row.status, body: JSON.parse(keys.open(row.response ?? 'null', PLACE)) as unknown, replayed: true }
    throw fail(keyInFlight, {
      retryAfterSeconds: 1,
      ...(row?.stale && { detail: 'The first request did not finish. Look whether its result is there, then use a new key.' }),
    })
  }
  try {
    const result = await work()
    await db.$executeRawUnsafe(
      `update "__tenant__"."idempotency_key" set status = $4, response = to_jsonb($5::text), finished_at = now() where principal = $1 and route = $2 and key = $3`,
      principal,
      route,
      key,
      result.status,
      keys.seal(JSON.stringify(result.body ?? null), PLACE),
    )
    return { ...result, replayed: false }
  } catch (e) {
    // nothing was committed: the key is free for another try
    await db
      .$executeRawUnsafe(
        `delete from "__tenant__"."idempotency_key" where principal = $1 and route = $2 and key = $3 and finished_at is null`,
        principal,
        route,
        key,
      )
      .catch(() => undefined)
    throw e
  }
}
