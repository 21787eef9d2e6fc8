import { plans } from '@itellico/contracts/plans'
import { because } from '@itellico/contracts/refusals'
import * as contract from '@itellico/contracts/usage'
import { inTx, type Ctx, type TxCtx } from '@itellico/kernel/context'
import { fail } from '@itellico/kernel/errors'
import { emit } from '@itellico/kernel/events'
import { systemContext } from '@itellico/kernel/kernel'
import type { RealmInfo } from '@itellico/kernel/realms'
import { monthOf, readCalls } from '@itellico/kernel/calls'
import { found } from '../actor.ts'
import { reached, softOf } from './usage.policy.ts'
import * as repository from './usage.repository.ts'

const KEYS = ['users', 'profiles', 'storageBytes', 'apiCalls'] as const

/** Counts something made or removed in the caller's transaction; says what is used when the plan allows no more. */
export async function change(tx: TxCtx, key: contract.CountedKey, by: number): Promise<void> {
  if (tx.realm.kind === 'platform' || by === 0) return
  const limit = tx.realm.limits[key]
  const counter = await repository.add(tx.db, key, by, limit)
  if (!counter) {
    const used = (await repository.counters(tx.db)).find((c) => c.key === key)?.used ?? 0
    throw fail(contract.limitReached, { ...because('limitUsed', { used, limit }), context: { key, used, limit, plan: tx.realm.plan } })
  }
  const now = reached(counter.used, limit)
  if (now === counter.told) return
  await repository.setTold(tx.db, key, now)
  // going down is noted, so that going up again is told again
  if (now > counter.told && now > 0) await emit(tx, contract.usageThreshold, `usage:${key}`, { key, percent: now, used: counter.used, limit })
}

async function usageOf(ctx: Ctx, realm: RealmInfo): Promise<contract.Usage> {
  const inside = systemContext(ctx.kernel, realm, ctx.requestId)
  const month = monthOf(ctx.now())
  const [counters, stored, live] = await Promise.all([
    repository.counters(inside.db),
    repository.calls(systemContext(ctx.kernel, ctx.kernel.realms.platform).db, realm.id, month),
    readCalls(ctx.kernel, realm.id, month),
  ])
  const used = (key: contract.UsageKey): number => (key === 'apiCalls' ? Math.max(stored.calls, live ?? 0) : (counters.find((c) => c.key === key)?.used ?? 0))
  return {
    plan: realm.plan,
    month,
    items: KEYS.map((key) => {
      const limit = realm.limits[key]
      return { key, used: used(key), limit, soft: softOf(limit), overridden: limit !== plans[realm.plan].limits[key] }
    }),
  }
}

/** What the own marketplace uses. */
export const own = (ctx: Ctx): Promise<contract.Usage> => usageOf(ctx, ctx.realm)

/** What a tenant uses, for the platform's staff. */
export async function ofTenant(ctx: Ctx, id: string): Promise<contract.Usage> {
  const realm = await ctx.kernel.realms.byId(id)
  return usageOf(ctx, found(realm?.kind === 'tenant' ? realm : null))
}

/** Writes the calls of all tenants down and tells admins of thresholds. */
export async function saveCalls(ctx: Ctx): Promise<void> {
  const month = monthOf(ctx.now())
  for (const realm of await ctx.kernel.realms.all()) {
    const calls = await readCalls(ctx.kernel, realm.id, month)
    if (calls === null) continue
    await repository.saveCalls(ctx.db, realm.id, month, calls)
    const limit = realm.limits.apiCalls
    const now = reached(calls, limit)
    const { told } = await repository.calls(ctx.db, realm.id, month)
    if (now <= told || now === 0) continue
    await repository.setCallsTold(ctx.db, realm.id, month, now)
    await inTx(systemContext(ctx.kernel, realm, ctx.requestId), async (tx) => {
      await emit(tx, contract.usageThreshold, 'usage:apiCalls', { key: 'apiCalls', percent: now, used: calls, limit })
    })
  }
}

/** Compares the counters with the tables and mends what differs; gives how many did. */
export async function recount(ctx: Ctx): Promise<number> {
  return inTx(ctx, async (tx) => {
    await repository.lockCounters(tx.db)
    const [have, counters] = [await repository.count(tx.db), await repository.counters(tx.db)]
    const wrong = counters.filter((c) => have[c.key as contract.CountedKey] !== c.used)
    for (const c of wrong) {
      await repository.setUsed(tx.db, c.key, have[c.key as contract.CountedKey])
      ctx.log.warn({ key: c.key, counted: c.used, found: have[c.key as contract.CountedKey] }, 'a counter of usage was wrong')
    }
    return wrong.length
  })
}
