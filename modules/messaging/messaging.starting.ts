import { recordAudit } from '@itellico/contracts/audit'
import { bookingFacts } from '@itellico/contracts/bookings'
import * as contract from '@itellico/contracts/messaging'
import { profileRefs, visibleProfiles } from '@itellico/contracts/profiles'
import { inTx, type Ctx } from '@itellico/kernel/context'
import { fail } from '@itellico/kernel/errors'
import { newId } from '@itellico/kernel/ids'
import { ask } from '@itellico/kernel/operations'
import { found, userOf } from '../actor.ts'
import { peopleOf } from './messaging.people.ts'
import * as policy from './messaging.policy.ts'
import * as repository from './messaging.repository.ts'
import { write } from './messaging.service.ts'
import { toConversations } from './messaging.view.ts'

interface Topic {
  readonly verdict: policy.Verdict
  readonly subject: string
  readonly bookingId: string | null
  readonly profileId: string | null
}

async function readTopic(ctx: Ctx, about: contract.ConversationTopic): Promise<Topic> {
  const { userId, accounts, account } = userOf(ctx)
  const writer: policy.Writer = { userId, accountIds: accounts.map((a) => a.accountId), activeAccountId: account?.accountId ?? null }
  const booking = 'bookingId' in about ? found(await ask(ctx, bookingFacts, { id: about.bookingId })) : null
  const profileId = 'bookingId' in about ? found(booking).profileId : about.profileId
  const [profile] = await ask(ctx, profileRefs, { ids: [profileId] })
  if ('bookingId' in about) {
    const { id, agencyAccountId, clientAccountId, title } = found(booking)
    return {
      verdict: policy.planForBooking({ id, agencyAccountId, clientAccountId, talentUserId: profile?.managingUserId ?? null }, writer, about.with),
      subject: title,
      bookingId: id,
      profileId: null,
    }
  }
  const talent = found(profile)
  const maySee = (await ask(ctx, visibleProfiles, { ids: [talent.id] })).length > 0
  return { verdict: policy.planForProfile(talent, writer, maySee), subject: talent.displayName, bookingId: null, profileId: talent.id }
}

/** Writes to the other side of a booking or to the agency of a talent; goes on with the conversation there is. */
export async function start(ctx: Ctx, input: { about: contract.ConversationTopic; subject?: string; body: string }): Promise<contract.Conversation> {
  const { userId } = userOf(ctx)
  return inTx(ctx, async (tx) => {
    const { verdict, subject, bookingId, profileId } = await readTopic(tx, input.about)
    if (verdict === 'nobody') throw fail(contract.nobodyToReach)
    const thread = found(verdict === 'stranger' ? null : verdict)
    if (!(await peopleOf(tx, thread.theirs)).some((p) => p.userId !== userId)) throw fail(contract.nobodyToReach)
    const { id, isNew } = await repository.open(
      tx.db,
      { id: newId(), subject: input.subject?.trim() || subject, bookingId, profileId, threadKey: thread.key, createdAt: tx.now() },
      [thread.mine, thread.theirs],
    )
    if (isNew) await ask(tx, recordAudit, { action: 'messaging.started', entity: 'conversation', entityId: id })
    await write(tx, id, input.body, null)
    const [conversation] = await toConversations(tx, [found(await repository.find(tx.db, id))])
    return found(conversation)
  })
}
