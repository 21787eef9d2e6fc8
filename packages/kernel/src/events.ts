import type { EventContract } from '@itellico/contracts/kit'
import type { Static, TSchema } from 'typebox'
import type { TxCtx } from './context.ts'
import { raw } from './db.ts'
import { newId } from './ids.ts'
import type { JobContract, StoredEvent } from './module.ts'
import { problemsOf } from './validate.ts'

/**
 * Writes an event to the realm's stream in the transaction of the change, with one task per handler; sync handlers run now.
 * `stream` names the thing it is about, for example `booking:<id>`.
 */
export async function emit<S extends TSchema>(tx: TxCtx, contract: EventContract<S>, stream: string, payload: Static<S>): Promise<string> {
  const problems = problemsOf(contract.payload, payload)
  if (problems.length) throw new Error(`event ${contract.name} does not fit its schema: ${problems.join('; ')}`)
  const id = newId()
  const actorId = tx.actor.kind === 'user' ? tx.actor.userId : null
  const occurredAt = tx.now()
  await raw(tx.db).$executeRawUnsafe(
    `insert into "__tenant__"."event" (id, name, version, stream, payload, actor_id, occurred_at, request_id) values ($1::uuid, $2, $3, $4, $5::jsonb, $6::uuid, $7::timestamptz, $8)`,
    id,
    contract.name,
    contract.version,
    stream,
    JSON.stringify(payload),
    actorId,
    occurredAt.toISOString(),
    tx.requestId,
  )
  const handlers = tx.kernel.registry.handlersOf(contract.name)
  for (const h of handlers.async) {
    await raw(tx.db).$executeRawUnsafe(
      `insert into relay.task (id, realm, kind, name, event_id, request_id) values ($1::uuid, $2, 'event', $3, $4::uuid, $5)`,
      newId(),
      tx.realm.id,
      h.name,
      id,
      tx.requestId,
    )
  }
  if (handlers.async.length) tx.afterCommit(() => tx.kernel.wakeRelay())
  const stored: StoredEvent<Static<S>> = {
    id,
    name: contract.name,
    version: contract.version,
    payload,
    stream,
    actorId,
    occurredAt: occurredAt.toISOString(),
    requestId: tx.requestId,
  }
  for (const h of handlers.sync) await h.fn(tx, stored)
  return id
}

/**
 * Queues background work in the transaction of the change. The same `key` twice, while the first waits, is one task; one that
 * failed for good gives way to the new one.
 */
export async function enqueue<S extends TSchema>(
  tx: TxCtx,
  contract: JobContract<S>,
  input: Static<S>,
  options: { key?: string; runAt?: Date } = {},
): Promise<void> {
  const problems = problemsOf(contract.input, input)
  if (problems.length) throw new Error(`job ${contract.name} does not fit its schema: ${problems.join('; ')}`)
  if (options.key)
    await raw(tx.db).$executeRawUnsafe(
      'delete from relay.task where realm = $1 and name = $2 and dedupe_key = $3 and dead_at is not null',
      tx.realm.id,
      contract.name,
      options.key,
    )
  await raw(tx.db).$executeRawUnsafe(
    `insert into relay.task (id, realm, kind, name, input, dedupe_key, run_at, request_id) values ($1::uuid, $2, 'job', $3, $4::jsonb, $5, coalesce($6::timestamptz, now()), $7)
     on conflict (realm, name, dedupe_key) where attempts = 0 and done_at is null and dead_at is null and dedupe_key is not null do nothing`,
    newId(),
    tx.realm.id,
    contract.name,
    JSON.stringify(input),
    options.key ?? null,
    options.runAt?.toISOString() ?? null,
    tx.requestId,
  )
  tx.afterCommit(() => tx.kernel.wakeRelay())
}
