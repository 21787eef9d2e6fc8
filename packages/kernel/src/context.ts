import type { Kernel } from './kernel.ts'
import { raw, type Database } from './db.ts'
import type { Log } from './log.ts'
import type { RealmInfo } from './realms.ts'

/** An account that a user acts for, with what they may do there. */
export interface ActingAccount {
  readonly accountId: string
  readonly role: string
  readonly grants: readonly string[]
}

/** Who asks: nobody yet, a signed-in person, or the product itself. */
export type Actor =
  | { readonly kind: 'guest' }
  | { readonly kind: 'system' }
  | {
      readonly kind: 'user'
      readonly userId: string
      /** Null when an API key speaks for the person. */
      readonly sessionId: string | null
      /** The API key that speaks for the person. */
      readonly key: { readonly id: string; readonly name: string } | null
      readonly name: string
      readonly grants: readonly string[]
      readonly accounts: readonly ActingAccount[]
      readonly account: ActingAccount | null
    }

/** What every service function takes first: who asks, in which realm, and the handles to work with. */
export interface Ctx {
  readonly kernel: Kernel
  readonly realm: RealmInfo
  readonly actor: Actor
  readonly db: Database
  readonly log: Log
  readonly requestId: string
  readonly ip: string | null
  readonly now: () => Date
}

/** A context inside a transaction: its `db` is the transaction, and work can wait for the commit. */
export interface TxCtx extends Ctx {
  readonly tx: true
  /** Runs after the commit, in order; a failure there is logged and undoes nothing. */
  afterCommit(work: () => Promise<void> | void): void
}

interface Transactional {
  $transaction<T>(work: (tx: Database) => Promise<T>, options: { timeout: number; maxWait: number }): Promise<T>
}

/** Runs work in one transaction. Called inside a transaction, it joins that one. */
export async function inTx<T>(ctx: Ctx | TxCtx, work: (tx: TxCtx) => Promise<T>): Promise<T> {
  if ('tx' in ctx) return work(ctx)
  const after: (() => Promise<void> | void)[] = []
  // ctx.db may be a replica's
  const result = await (ctx.kernel.shards.view(ctx.realm) as unknown as Transactional).$transaction(
    (db) => work({ ...ctx, db, tx: true, afterCommit: (w) => void after.push(w) }),
    {
      timeout: 20_000,
      maxWait: 10_000,
    },
  )
  for (const w of after) {
    try {
      await w()
    } catch (err) {
      ctx.log.warn({ err }, 'work after a commit failed')
    }
  }
  return result
}

/** Serialises transactions about one thing of a realm until they end; the lock exists even when the thing has no row yet. */
export async function lockInTx(tx: TxCtx, thing: string): Promise<void> {
  await raw(tx.db).$queryRawUnsafe('select pg_advisory_xact_lock(hashtextextended($1, 0))::text', `${tx.realm.schema}/${thing}`)
}
