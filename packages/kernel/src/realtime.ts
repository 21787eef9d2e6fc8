import type { RealtimeContract } from '@itellico/contracts/kit'
import { Emitter } from '@socket.io/redis-emitter'
import type { Redis } from 'ioredis'
import type { Static, TSchema } from 'typebox'
import type { Ctx, TxCtx } from './context.ts'
import { tenantKey } from './keys.ts'

/** Who a push reaches. Everyone named must belong to the realm of the context. */
export interface Audience {
  readonly users?: readonly string[]
  readonly accounts?: readonly string[]
  readonly staff?: boolean
}

/** Sends to the sockets of every API process. */
export interface Pusher {
  send(rooms: readonly string[], event: string, payload: unknown): void
  /** Ends all sockets in rooms; their browsers come back with the rights that hold then. */
  disconnect(rooms: readonly string[]): void
}

/** Room of a user's sockets. */
export const userRoom = (realmId: string, userId: string): string => tenantKey(realmId, 'user', userId)
/** Room of the sockets of an account's members. */
export const accountRoom = (realmId: string, accountId: string): string => tenantKey(realmId, 'account', accountId)
/** Room of platform staff. */
export const staffRoom = (): string => tenantKey('platform', 'staff')

/** Channel prefix that the API's adapter and every pusher share. */
export const realtimeChannel = (prefix: string): string => `${prefix}:rt`

/** Makes a pusher over Redis; a push while Redis is away is dropped, for it is only a hint. */
export function createPusher(redis: Redis, prefix: string): Pusher {
  const emitter = new Emitter(redis, { key: realtimeChannel(prefix) })
  return {
    send(rooms, event, payload) {
      if (redis.status !== 'ready' || rooms.length === 0) return
      emitter.to([...rooms]).emit(event, payload)
    },
    disconnect(rooms) {
      if (redis.status !== 'ready' || rooms.length === 0) return
      emitter.in([...rooms]).disconnectSockets(true)
    },
  }
}

/** Pushes a hint to browsers; inside a transaction it waits for the commit. */
export function push<S extends TSchema>(ctx: Ctx | TxCtx, audience: Audience, contract: RealtimeContract<S>, payload: Static<S>): void {
  const rooms = [
    ...(audience.users ?? []).map((id) => userRoom(ctx.realm.id, id)),
    ...(audience.accounts ?? []).map((id) => accountRoom(ctx.realm.id, id)),
    ...(audience.staff ? [staffRoom()] : []),
  ]
  const send = (): void => ctx.kernel.pusher.send(rooms, contract.name, payload)
  if ('tx' in ctx) ctx.afterCommit(send)
  else send()
}

/** Ends the live connections of a user, whose rights or sessions have changed; inside a transaction after the commit. */
export function disconnectUser(ctx: Ctx | TxCtx, userId: string): void {
  const end = (): void => ctx.kernel.pusher.disconnect([userRoom(ctx.realm.id, userId)])
  if ('tx' in ctx) ctx.afterCommit(end)
  else end()
}
