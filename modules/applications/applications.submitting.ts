import { accountNames } from '@itellico/contracts/accounts'
import * as contract from '@itellico/contracts/applications'
import { recordAudit } from '@itellico/contracts/audit'
import { listingRef, type ListingRef } from '@itellico/contracts/listings'
import { notFound } from '@itellico/contracts/access'
import { profileRefs, type ProfileRef } from '@itellico/contracts/profiles'
import { inTx, type Ctx, type TxCtx } from '@itellico/kernel/context'
import { fail } from '@itellico/kernel/errors'
import { newId } from '@itellico/kernel/ids'
import { ask } from '@itellico/kernel/operations'
import { accountOf, found, userOf } from '../actor.ts'
import * as policy from './applications.policy.ts'
import * as repository from './applications.repository.ts'
import { announce } from './applications.telling.ts'
import { toApplications } from './applications.view.ts'

interface Target {
  readonly listingId: string
  readonly roleId: string
  readonly message: string
}

/** The casting, held open until the transaction ends; one that was never published does not exist. */
async function openCasting(tx: TxCtx, target: Target): Promise<ListingRef> {
  const ref = await ask(tx, listingRef, { id: target.listingId, lock: true })
  const casting = found(ref?.status === 'draft' ? null : ref)
  found(casting.roles.find((r) => r.id === target.roleId))
  if (!casting.open) throw fail(contract.listingClosed)
  return casting
}

async function typeOfAccount(ctx: Ctx, accountId: string): Promise<string> {
  const [account] = await ask(ctx, accountNames, { ids: [accountId] })
  return account?.type ?? ''
}

/** Writes one application; null when the talent has an open one for the role. */
async function write(
  tx: TxCtx,
  casting: ListingRef,
  target: Target,
  profile: ProfileRef,
  by: { source: 'direct' | 'agency'; accountId: string | null },
): Promise<string | null> {
  const id = newId()
  const row = {
    id,
    listingId: casting.id,
    listingAccountId: casting.accountId,
    roleId: target.roleId,
    profileId: profile.id,
    source: by.source,
    submittedBy: userOf(tx).userId,
    submittedAccountId: by.accountId,
    message: target.message.trim(),
    createdAt: tx.now(),
  }
  if (!(await repository.insert(tx.db, row))) return null
  await announce(tx, row, profile.managingUserId, null, 'submitted')
  await ask(tx, recordAudit, {
    action: 'applications.submitted',
    entity: 'application',
    entityId: id,
    data: { talent: profile.displayName, casting: casting.title },
    changes: [{ field: 'status', from: null, to: 'submitted' }],
  })
  return id
}

/** Applies with a profile that the person manages. */
export async function apply(ctx: Ctx, input: Target & { profileId: string }): Promise<contract.Application> {
  const { userId, accounts } = userOf(ctx)
  return inTx(ctx, async (tx) => {
    const [ref] = await ask(tx, profileRefs, { ids: [input.profileId] })
    const profile = found(ref?.managingUserId === userId ? ref : null)
    const casting = await openCasting(tx, input)
    if (profile.status !== 'active') throw fail(contract.profileNotReady)
    if (!policy.maySubmit(profile, { memberships: accounts, ownerType: await typeOfAccount(tx, profile.accountId) })) throw fail(contract.minorNeedsGuardian)
    const id = await write(tx, casting, input, profile, { source: 'direct', accountId: null })
    if (!id) throw fail(contract.alreadyApplied)
    const [application] = await toApplications(tx, [found(await repository.find(tx.db, id))], 'talent')
    return found(application)
  })
}

/** What became of one talent of a submission. */
export interface SubmissionResult {
  readonly profileId: string
  readonly status: 'submitted' | 'refused'
  readonly applicationId: string | null
  readonly reason: string | null
}

/** Submits talents of the active account's roster; one that is refused does not hold up the others. */
export async function submit(ctx: Ctx, input: Target & { profileIds: string[] }): Promise<{ items: SubmissionResult[] }> {
  const { accountId } = accountOf(ctx)
  return inTx(ctx, async (tx) => {
    const casting = await openCasting(tx, input)
    const roster = new Map((await ask(tx, profileRefs, { ids: input.profileIds })).filter((p) => p.accountId === accountId).map((p) => [p.id, p]))
    const type = await typeOfAccount(tx, accountId)
    const results = new Map<string, SubmissionResult>()
    // always in the same order, so that two submissions of the same talents cannot wait for each other
    for (const profileId of [...input.profileIds].sort()) {
      const profile = roster.get(profileId)
      const refusal = !profile
        ? notFound
        : profile.status !== 'active'
          ? contract.profileNotReady
          : !policy.maySubmitFromRoster(profile, type)
            ? contract.minorNeedsGuardian
            : null
      const applicationId =
        profile && !refusal ? await write(tx, casting, input, profile, { source: type === 'agency' ? 'agency' : 'direct', accountId }) : null
      results.set(profileId, {
        profileId,
        status: applicationId ? 'submitted' : 'refused',
        applicationId,
        reason: applicationId ? null : (refusal ?? contract.alreadyApplied).title,
      })
    }
    return { items: input.profileIds.map((id) => found(results.get(id))) }
  })
}
