import { accountMemberIds } from '@itellico/contracts/accounts'
import { userRecords } from '@itellico/contracts/auth'
import type { Participant } from '@itellico/contracts/messaging'
import type { Ctx } from '@itellico/kernel/context'
import { ask } from '@itellico/kernel/operations'
import type { Party, Side } from './messaging.policy.ts'
import * as repository from './messaging.repository.ts'

interface Person {
  readonly name: string
  readonly active: boolean
}

/** Names of people by id. */
export async function namesOf(ctx: Ctx, userIds: readonly string[]): Promise<Map<string, Person>> {
  const ids = [...new Set(userIds)]
  if (ids.length === 0) return new Map()
  const users = await ask(ctx, userRecords, { ids, limit: ids.length })
  return new Map(users.map((u) => [u.id, { name: `${u.firstName} ${u.lastName}`.trim(), active: u.status === 'active' }]))
}

/** The people behind parties as of now, each once. */
async function resolve(ctx: Ctx, groups: ReadonlyMap<string, readonly Party[]>): Promise<Map<string, Participant[]>> {
  const all = [...groups.values()].flat()
  const accountIds = [...new Set(all.filter((p) => p.kind === 'account').map((p) => p.id))]
  const members = Map.groupBy(accountIds.length ? await ask(ctx, accountMemberIds, { accountIds }) : [], (m) => m.accountId)
  const usersOf = (p: Party): string[] => (p.kind === 'user' ? [p.id] : (members.get(p.id) ?? []).map((m) => m.userId))
  const people = await namesOf(ctx, all.flatMap(usersOf))
  const result = new Map<string, Participant[]>()
  for (const [key, parties] of groups) {
    const participants = new Map<string, Participant>()
    for (const party of parties) {
      for (const userId of usersOf(party)) {
        const person = people.get(userId)
        if (person?.active && !participants.has(userId)) participants.set(userId, { userId, name: person.name, side: party.side })
      }
    }
    result.set(key, [...participants.values()])
  }
  return result
}

/** Who takes part in conversations now: members of the accounts in them, and people who are in them themselves. */
export async function participantsOf(ctx: Ctx, conversationIds: string[]): Promise<Map<string, Participant[]>> {
  const rows = conversationIds.length ? await repository.partiesOf(ctx.db, conversationIds) : []
  const groups = new Map<string, Party[]>(conversationIds.map((id) => [id, []]))
  for (const r of rows) groups.get(r.conversationId)?.push({ kind: r.kind as Party['kind'], id: r.partyId, side: r.side as Side })
  return resolve(ctx, groups)
}

/** The people behind one party now. */
export async function peopleOf(ctx: Ctx, party: Party): Promise<Participant[]> {
  return (await resolve(ctx, new Map([['one', [party]]]))).get('one') ?? []
}
