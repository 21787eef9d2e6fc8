import { userRecords, setUserAccess } from '@itellico/contracts/auth'
import { scimProtected, scimTaken } from '@itellico/contracts/scim'
import { inTx, lockInTx, type Ctx, type TxCtx } from '@itellico/kernel/context'
import { fail } from '@itellico/kernel/errors'
import { ask } from '@itellico/kernel/operations'
import { actorId, found } from '../actor.ts'
import type { Login } from './scim.view.ts'

const isTwice = (e: unknown): boolean => e instanceof Error && 'code' in e && e.code === 'P2002'

/** One change of a directory at a time in a marketplace. Somebody who registers meanwhile with the same address is a conflict. */
export async function changing<T>(ctx: Ctx, work: (tx: TxCtx) => Promise<T>): Promise<T> {
  try {
    return await inTx(ctx, async (tx) => {
      await lockInTx(tx, 'scim')
      return work(tx)
    })
  } catch (e) {
    throw isTwice(e) ? fail(scimTaken) : e
  }
}

/** A login by id; one that does not exist is a 404. */
export async function loginOf(ctx: Ctx, id: string): Promise<Login> {
  return found((await ask(ctx, userRecords, { ids: [id] }))[0])
}

/** Refuses changes of whoever holds the directory's token. They are an admin, so that the last admin is never taken away either. */
export function requireOthers(ctx: Ctx, userId: string): void {
  if (userId === actorId(ctx)) throw fail(scimProtected, { detail: 'The directory acts in the name of this person.' })
}

/** Gives and takes roles of the marketplace, and switches the login on or off; takes effect at once. */
export async function setAccess(
  tx: TxCtx,
  login: Login,
  change: { active?: boolean; gains?: readonly string[]; loses?: readonly string[] },
): Promise<{ field: string; from: unknown; to: unknown }[]> {
  const roles = [...new Set([...login.roles.filter((r) => !change.loses?.includes(r)), ...(change.gains ?? [])])]
  const status = change.active === undefined ? login.status : change.active ? ('active' as const) : ('disabled' as const)
  const moved = roles.toSorted().join() !== [...login.roles].toSorted().join()
  if (!moved && status === login.status) return []
  requireOthers(tx, login.id)
  await ask(tx, setUserAccess, { userId: login.id, ...(moved && { roles }), ...(status !== login.status && { status }) })
  return [
    ...(status === login.status ? [] : [{ field: 'status', from: login.status, to: status }]),
    ...(moved ? [{ field: 'roles', from: login.roles, to: roles }] : []),
  ]
}
