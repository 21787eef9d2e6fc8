import { accountNames } from '@itellico/contracts/accounts'
import * as contract from '@itellico/contracts/bookings'
import { visibleProfiles } from '@itellico/contracts/profiles'
import { because } from '@itellico/contracts/refusals'
import { inTx, type Ctx } from '@itellico/kernel/context'
import { fail } from '@itellico/kernel/errors'
import { newId } from '@itellico/kernel/ids'
import { ask } from '@itellico/kernel/operations'
import { accountOf, actorId, found } from '../actor.ts'
import * as repository from './bookings.repository.ts'
import { jobData, one, periodOf, type Job } from './bookings.service.ts'
import { record } from './bookings.transition.ts'

/** Asks the agency of a talent, whom the account may see, for an option. A request takes no place in line until the agency accepts it. */
export async function request(ctx: Ctx, input: Job): Promise<contract.Booking> {
  const { accountId } = accountOf(ctx)
  const period = periodOf(ctx, input)
  const [visible] = await ask(ctx, visibleProfiles, { ids: [input.profileId] })
  const profile = found(visible)
  if (profile.accountId === accountId) throw fail(contract.talentUnavailable, because('ownTalent'))
  const names = new Map((await ask(ctx, accountNames, { ids: [accountId, profile.accountId] })).map((a) => [a.id, a]))
  if (names.get(profile.accountId)?.status === 'suspended') throw fail(contract.talentUnavailable, because('houseSuspended'))
  return inTx(ctx, async (tx) => {
    const row = await repository.insert(tx.db, {
      id: newId(),
      ...jobData(input),
      ...period,
      accountId: profile.accountId,
      clientAccountId: accountId,
      clientName: found(names.get(accountId)).name,
      createdBy: actorId(tx),
      status: 'requested',
    })
    await record(tx, row, null)
    return one(tx, row)
  })
}
