import { accountMemberIds, accountNames, membershipsOf, suspendedAccountsOf } from '@itellico/contracts/accounts'
import { userRecords } from '@itellico/contracts/auth'
import { profileRefs } from '@itellico/contracts/profiles'
import type { Ctx } from '@itellico/kernel/context'
import { ask } from '@itellico/kernel/operations'
import type { Person, PersonalBinding } from '@itellico/kernel/personal'
import { seatsOf } from './privacy.policy.ts'

const ERASED = /@erased\.invalid$/

/** Everything that modules keep of persons, in the order in which it is erased. */
export function bindings(ctx: Ctx): readonly { name: string; personal: PersonalBinding }[] {
  const all = ctx.kernel.registry.modules.flatMap(({ name, personal }) => (personal ? [{ name, personal }] : []))
  const rank = ({ when }: PersonalBinding): number => (when === 'first' ? 0 : when === 'last' ? 2 : 1)
  return all.sort((a, b) => rank(a.personal) - rank(b.personal))
}

/** Accounts that a person is alone in, and those that nobody would run without them. */
export async function accountsOf(ctx: Ctx, userId: string): Promise<{ alone: string[]; leaderless: string[] }> {
  const accounts = [...(await ask(ctx, membershipsOf, { userId })), ...(await ask(ctx, suspendedAccountsOf, { userId }))]
  const accountIds = [...new Set(accounts.map((a) => a.accountId))]
  return accountIds.length ? seatsOf(userId, await ask(ctx, accountMemberIds, { accountIds })) : { alone: [], leaderless: [] }
}

/** What is a person's alone: accounts that they are alone in, and profiles that they manage there and nobody else keeps. */
export async function ownThings(ctx: Ctx, userId: string): Promise<{ profileIds: string[]; accountIds: string[] }> {
  const { alone } = await accountsOf(ctx, userId)
  const managed = await ask(ctx, profileRefs, { managingUserId: userId })
  return { profileIds: managed.filter((p) => alone.includes(p.accountId)).map((p) => p.id), accountIds: alone }
}

/** A person by id, with their address and names as they stand now. */
export async function personOf(ctx: Ctx, userId: string, things: { profileIds: string[]; accountIds: string[] }): Promise<Person> {
  const [user] = await ask(ctx, userRecords, { ids: [userId] })
  const known = user && !ERASED.test(user.email) ? user : null
  const profiles = things.profileIds.length ? await ask(ctx, profileRefs, { ids: things.profileIds }) : []
  const accounts = things.accountIds.length ? await ask(ctx, accountNames, { ids: things.accountIds }) : []
  return {
    userId,
    email: known?.email ?? null,
    names: [...(known ? [`${known.firstName} ${known.lastName}`] : []), ...profiles.map((p) => p.displayName), ...accounts.map((a) => a.name)],
    ...things,
  }
}
