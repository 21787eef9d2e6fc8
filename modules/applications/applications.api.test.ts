import { removeMember } from '@itellico/contracts/accounts'
import * as contract from '@itellico/contracts/applications'
import { login } from '@itellico/contracts/auth'
import { closeListing, createListing, getListing } from '@itellico/contracts/listings'
import { listNotifications } from '@itellico/contracts/notification'
import { hideRosterProfile } from '@itellico/contracts/profiles'
import { newId } from '@itellico/kernel/ids'
import { ask } from '@itellico/kernel/operations'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startApi, type TestApi, type TestTenant } from '../testing/harness.ts'
import { PASSWORD, type TestUser } from '../testing/people.ts'

type Member = TestUser & { accountId: string }
interface Casting {
  readonly id: string
  readonly roleId: string
  readonly secondRoleId: string
}
let api: TestApi
let tenant: TestTenant
let client: Member
let agency: Member
let casting: Casting

beforeAll(async () => {
  api = await startApi()
  tenant = await api.tenant()
  client = await tenant.party('client')
  agency = await tenant.party('agency')
  casting = await openCasting()
})
afterAll(() => api.close())

async function openCasting(by: Member = client, publish = true): Promise<Casting> {
  const role = { description: '', quantity: 1 }
  const l = await by.caller.ok(createListing, {
    body: {
      title: 'Runway show',
      description: 'One evening',
      roles: [
        { name: 'Lead', ...role },
        { name: 'Extra', ...role },
      ],
      publish,
    },
  })
  return { id: l.id, roleId: l.roles[0]?.id as string, secondRoleId: l.roles[1]?.id as string }
}
/** A person with a published profile in an account of their own. */
async function talent(options: { isMinor?: boolean; status?: string } = {}) {
  const account = await tenant.account('individual')
  const user = await tenant.user({ account: { id: account.id, role: 'account_owner' } })
  return { ...user, accountId: account.id, profile: await tenant.profile(account.id, { managingUserId: user.id, ...options }) }
}
const application = (profileId: string, to: Casting = casting, message = 'Hello') => ({ body: { listingId: to.id, roleId: to.roleId, profileId, message } })
const review = (id: string, status: 'viewed' | 'shortlisted' | 'offered' | 'rejected', note?: string) =>
  client.caller.call(contract.reviewApplication, { params: { id }, body: { status, ...(note !== undefined && { note }) } })
const applicants = (query: object = {}, to: Casting = casting) =>
  client.caller.ok(contract.listApplicants, { params: { id: to.id }, query: { limit: 100, ...query } })

describe('applying', () => {
  it('puts a talent before the client and tells their side', async () => {
    const anna = await talent()
    const made = await anna.caller.ok(contract.apply, application(anna.profile.id))
    expect(made).toMatchObject({
      status: 'submitted',
      source: 'direct',
      message: 'Hello',
      agencyName: null,
      note: null,
      version: 1,
      listing: { id: casting.id, title: 'Runway show' },
      role: { id: casting.roleId, name: 'Lead' },
      profile: { id: anna.profile.id, displayName: anna.profile.displayName },
    })
    expect((await anna.caller.ok(contract.listOwnApplications)).items.map((a) => a.id)).toEqual([made.id])
    const page = await applicants()
    expect(page.items.map((a) => a.id)).toContain(made.id)
    expect(page.counts).toMatchObject({ submitted: 1, withdrawn: 0 })
    expect((await client.caller.ok(getListing, { params: { id: casting.id } })).newApplicationCount).toBe(1)
    await api.work()
    expect((await client.caller.ok(listNotifications)).items[0]?.title).toContain(anna.profile.displayName)
    expect(await ask(tenant.ctx, contract.applicationFacts, { id: made.id })).toMatchObject({ listingTitle: 'Runway show', roleName: 'Lead' })
    expect(await ask(tenant.ctx, contract.applicationFacts, { id: newId() })).toBeNull()
  })

  it('works once for a role, again for another role, and again after a withdrawal', async () => {
    const ben = await talent()
    const first = await ben.caller.ok(contract.apply, application(ben.profile.id))
    expect(await ben.caller.problem(contract.apply, application(ben.profile.id))).toBe('409 applications.already_applied')
    await ben.caller.ok(contract.apply, { body: { ...application(ben.profile.id).body, roleId: casting.secondRoleId } })
    await ben.caller.ok(contract.withdrawApplication, { params: { id: first.id } })
    await ben.caller.ok(contract.apply, application(ben.profile.id))
  })

  it('at once from twenty tabs is one application', async () => {
    const cleo = await talent()
    const results = await Promise.all(Array.from({ length: 20 }, () => cleo.caller.problem(contract.apply, application(cleo.profile.id))))
    expect(results.sort()).toEqual(['201', ...Array.from({ length: 19 }, () => '409 applications.already_applied')])
    expect(await tenant.ctx.db.application.count({ where: { profileId: cleo.profile.id } })).toBe(1)
  })

  it('with the same idempotency key gives the same answer', async () => {
    const dora = await talent()
    const key = `apply-${newId()}`
    const [a, b] = [
      await dora.caller.ok(contract.apply, { ...application(dora.profile.id), idempotencyKey: key }),
      await dora.caller.ok(contract.apply, { ...application(dora.profile.id), idempotencyKey: key }),
    ]
    expect(b).toEqual(a)
  })

  it('is for the own, published profile and an open casting only', async () => {
    const emil = await talent()
    const other = await talent()
    for (const id of [other.profile.id, newId()]) expect(await emil.caller.problem(contract.apply, application(id))).toBe('404 access.not_found')
    expect(await emil.caller.problem(contract.apply, { body: { ...application(emil.profile.id).body, roleId: newId() } })).toBe('404 access.not_found')
    expect(await emil.caller.problem(contract.apply, { body: { ...application(emil.profile.id).body, listingId: newId() } })).toBe('404 access.not_found')
    expect(await emil.caller.problem(contract.apply, application(emil.profile.id, await openCasting(client, false)))).toBe('404 access.not_found')
    const draft = await talent({ status: 'draft' })
    expect(await draft.caller.problem(contract.apply, application(draft.profile.id))).toBe('422 applications.profile_not_ready')
    const closed = await openCasting()
    await client.caller.ok(closeListing, { params: { id: closed.id }, body: { outcome: 'closed' } })
    expect(await emil.caller.problem(contract.apply, application(emil.profile.id, closed))).toBe('422 applications.listing_closed')
    const over = await openCasting()
    await tenant.ctx.db.listing.update({ where: { id: over.id }, data: { deadline: new Date(Date.now() - 1) } })
    expect(await emil.caller.problem(contract.apply, application(emil.profile.id, over))).toBe('422 applications.listing_closed')
    expect(await tenant.guest.problem(contract.apply, application(emil.profile.id))).toBe('401 auth.sign_in_required')
  })

  it('for a minor is up to guardian and agency', async () => {
    const teen = await talent({ isMinor: true })
    expect(await teen.caller.problem(contract.apply, application(teen.profile.id))).toBe('422 applications.guardian_needed')
    const result = await teen.caller.ok(contract.submitTalents, {
      body: { listingId: casting.id, roleId: casting.roleId, message: '', profileIds: [teen.profile.id] },
    })
    expect(result.items[0]).toMatchObject({ status: 'refused', reason: contract.minorNeedsGuardian.title })
    const guardian = await tenant.party('guardian')
    const child = await tenant.profile(agency.accountId, { isMinor: true, managingUserId: guardian.id })
    const made = await guardian.caller.ok(contract.apply, application(child.id))
    expect(made.agencyName).not.toBeNull()
  })
})

describe('a submission', () => {
  it('gives a result for each talent and does not fail as a whole', async () => {
    const stranger = await tenant.party('agency')
    const [ready, child, draft, foreign] = await Promise.all([
      tenant.profile(agency.accountId),
      tenant.profile(agency.accountId, { isMinor: true }),
      tenant.profile(agency.accountId, { status: 'draft' }),
      tenant.profile(stranger.accountId),
    ])
    const profileIds = [foreign.id, ready.id, draft.id, child.id, newId()]
    const submit = () => agency.caller.ok(contract.submitTalents, { body: { listingId: casting.id, roleId: casting.roleId, message: 'Ours', profileIds } })
    const first = await submit()
    expect(first.items.map((i) => i.profileId)).toEqual(profileIds)
    expect(first.items.map((i) => i.status)).toEqual(['refused', 'submitted', 'refused', 'submitted', 'refused'])
    // a talent of others and one that does not exist look alike
    expect(first.items[0]?.reason).toBe(first.items[4]?.reason)
    const second = await submit()
    expect(second.items.map((i) => i.status)).toEqual(Array.from({ length: 5 }, () => 'refused'))
    expect(second.items[1]?.reason).toBe(contract.alreadyApplied.title)
    const seen = (await applicants()).items.find((a) => a.profile.id === ready.id)
    expect(seen).toMatchObject({
      source: 'agency',
      message: 'Ours',
      agencyName: (await tenant.ctx.db.account.findUnique({ where: { id: agency.accountId } }))?.name,
    })
    expect((await agency.caller.ok(contract.listOwnApplications)).items.map((a) => a.profile.id).sort()).toEqual([ready.id, child.id].sort())
  })

  it('by two bookers at once puts each talent forward once', async () => {
    const booker = await tenant.user({ account: { id: agency.accountId, role: 'account_booker' } })
    const profileIds = (await Promise.all(Array.from({ length: 10 }, () => tenant.profile(agency.accountId)))).map((p) => p.id)
    const target = { listingId: casting.id, roleId: casting.secondRoleId, message: '' }
    const both = await Promise.all([
      agency.caller.ok(contract.submitTalents, { body: { ...target, profileIds } }),
      booker.caller.ok(contract.submitTalents, { body: { ...target, profileIds: [...profileIds].reverse() } }),
    ])
    expect(both.flatMap((r) => r.items).filter((i) => i.status === 'submitted')).toHaveLength(10)
  })

  it('needs an open casting and the right to submit', async () => {
    const ours = await tenant.profile(agency.accountId)
    const closed = await openCasting()
    await client.caller.ok(closeListing, { params: { id: closed.id }, body: { outcome: 'filled' } })
    expect(
      await agency.caller.problem(contract.submitTalents, { body: { listingId: closed.id, roleId: closed.roleId, message: '', profileIds: [ours.id] } }),
    ).toBe('422 applications.listing_closed')
    const viewer = await tenant.user({ account: { id: agency.accountId, role: 'account_viewer' } })
    expect(
      await viewer.caller.problem(contract.submitTalents, { body: { listingId: casting.id, roleId: casting.roleId, message: '', profileIds: [ours.id] } }),
    ).toBe('403 access.permission_denied')
  })

  it('is withdrawn by colleagues, but not by somebody who has left the agency', async () => {
    const colleague = await tenant.user({ account: { id: agency.accountId, role: 'account_booker' } })
    const leaver = await tenant.user({ account: { id: agency.accountId, role: 'account_booker' } })
    const profileIds = (await Promise.all([tenant.profile(agency.accountId), tenant.profile(agency.accountId)])).map((p) => p.id)
    const { items } = await leaver.caller.ok(contract.submitTalents, { body: { listingId: casting.id, roleId: casting.roleId, message: '', profileIds } })
    const [first, second] = items.map((i) => i.applicationId as string)
    expect((await colleague.caller.ok(contract.withdrawApplication, { params: { id: first as string } })).status).toBe('withdrawn')
    await agency.caller.ok(removeMember, { params: { id: leaver.id } })
    const tokens = await tenant.guest.ok(login, { body: { email: leaver.email, password: PASSWORD } })
    const left = api.caller(tenant.host, tokens.accessToken)
    expect((await left.ok(contract.listOwnApplications)).items).toEqual([])
    expect(await left.problem(contract.withdrawApplication, { params: { id: second as string } })).toBe('404 access.not_found')
  })
})

describe('a review', () => {
  it('moves an applicant along, keeps the note to the client and is not undone by looking', async () => {
    const fay = await talent()
    const { id } = await fay.caller.ok(contract.apply, application(fay.profile.id))
    await applicants()
    expect((await applicants({ status: 'submitted' })).items.map((a) => a.id)).toContain(id)
    expect((await review(id, 'viewed', 'Strong walk')).body).toMatchObject({ status: 'viewed', note: 'Strong walk', version: 2 })
    expect((await review(id, 'shortlisted')).body).toMatchObject({ status: 'shortlisted', note: 'Strong walk' })
    expect((await fay.caller.ok(contract.listOwnApplications)).items[0]).toMatchObject({ status: 'shortlisted', note: null })
    expect((await review(id, 'viewed')).body).toMatchObject({ status: 422, code: 'applications.invalid_state' })
    expect((await review(id, 'shortlisted', '')).body).toMatchObject({ status: 'shortlisted', note: null })
    expect((await review(id, 'rejected')).body).toMatchObject({ status: 'rejected' })
    expect(await fay.caller.problem(contract.withdrawApplication, { params: { id } })).toBe('422 applications.invalid_state')
    expect((await review(id, 'shortlisted')).status).toBe(200)
    expect((await review(id, 'offered')).status).toBe(200)
    expect((await fay.caller.ok(contract.withdrawApplication, { params: { id } })).status).toBe('withdrawn')
    for (const to of ['viewed', 'shortlisted', 'offered', 'rejected'] as const) expect((await review(id, to)).status).toBe(422)
    expect(await fay.caller.problem(contract.withdrawApplication, { params: { id } })).toBe('422 applications.invalid_state')
  })

  it('is refused from an old version, and two at once are not both right', async () => {
    const gus = await talent()
    const { id } = await gus.caller.ok(contract.apply, application(gus.profile.id))
    expect((await review(id, 'viewed')).status).toBe(200)
    expect(await client.caller.problem(contract.reviewApplication, { params: { id }, body: { status: 'offered' }, ifMatch: 1 })).toBe(
      '412 request.stale_version',
    )
    for (let round = 0; round < 6; round++) {
      const ida = await talent()
      const made = await ida.caller.ok(contract.apply, application(ida.profile.id))
      const [offer, withdrawal] = await Promise.all([review(made.id, 'offered'), ida.caller.call(contract.withdrawApplication, { params: { id: made.id } })])
      expect([
        [200, 200],
        [422, 200],
      ]).toContainEqual([offer.status, withdrawal.status])
      // each step begins where the one before it has ended
      const steps = await tenant.ctx.db.$queryRawUnsafe<{ from: string | null; to: string }[]>(
        `select payload->>'from' as "from", payload->>'to' as "to" from "__tenant__"."event" where stream = $1 order by id`,
        `application:${made.id}`,
      )
      expect(steps.map((s) => s.from)).toEqual([null, ...steps.slice(0, -1).map((s) => s.to)])
      expect(steps.at(-1)?.to).toBe('withdrawn')
    }
  })

  it('belongs to the account of the casting alone', async () => {
    const hal = await talent()
    const { id } = await hal.caller.ok(contract.apply, application(hal.profile.id))
    const rival = await tenant.party('client')
    const elsewhere = await (await api.tenant()).party('client')
    for (const caller of [rival.caller, elsewhere.caller]) {
      expect(await caller.problem(contract.reviewApplication, { params: { id }, body: { status: 'rejected' } })).toBe('404 access.not_found')
      expect(await caller.problem(contract.listApplicants, { params: { id: casting.id } })).toBe('404 access.not_found')
      expect(await caller.problem(contract.withdrawApplication, { params: { id } })).toBe('404 access.not_found')
    }
    expect(await rival.caller.problem(contract.reviewApplication, { params: { id: newId() }, body: { status: 'rejected' } })).toBe('404 access.not_found')
    const viewer = await tenant.user({ account: { id: client.accountId, role: 'account_viewer' } })
    expect(await viewer.caller.problem(contract.reviewApplication, { params: { id }, body: { status: 'rejected' } })).toBe('403 access.permission_denied')
    expect((await hal.caller.ok(contract.listOwnApplications)).items[0]?.status).toBe('submitted')
  })
})

describe('the list of applicants', () => {
  it('is filtered by state and role, counted, and paged', async () => {
    const mine = await openCasting()
    const people = await Promise.all(Array.from({ length: 5 }, () => talent()))
    const ids: string[] = []
    for (const p of people) ids.unshift((await p.caller.ok(contract.apply, application(p.profile.id, mine))).id)
    await people[0]?.caller.ok(contract.apply, { body: { ...application(people[0].profile.id, mine).body, roleId: mine.secondRoleId } })
    await review(ids[0] as string, 'rejected')
    expect((await applicants({}, mine)).counts).toEqual({ submitted: 5, viewed: 0, shortlisted: 0, offered: 0, rejected: 1, withdrawn: 0 })
    expect((await applicants({ roleId: mine.secondRoleId }, mine)).counts).toMatchObject({ submitted: 1, rejected: 0 })
    expect((await applicants({ status: 'rejected' }, mine)).items.map((a) => a.id)).toEqual([ids[0]])
    const first = await applicants({ roleId: mine.roleId, limit: 3 }, mine)
    const rest = await applicants({ roleId: mine.roleId, limit: 3, cursor: first.page.nextCursor }, mine)
    expect([...first.items, ...rest.items].map((a) => a.id)).toEqual(ids)
    expect(rest.page.nextCursor).toBeNull()
  })

  it('keeps an applicant who is hidden later', async () => {
    const ours = await tenant.profile(agency.accountId)
    await agency.caller.ok(contract.submitTalents, { body: { listingId: casting.id, roleId: casting.roleId, message: '', profileIds: [ours.id] } })
    await agency.caller.ok(hideRosterProfile, { params: { id: ours.id } })
    expect((await applicants()).items.map((a) => a.profile.id)).toContain(ours.id)
  })
})
