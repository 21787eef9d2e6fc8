import { setAccountStatus } from '@itellico/contracts/accounts'
import * as contract from '@itellico/contracts/bookings'
import { listNotifications } from '@itellico/contracts/notification'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startApi, type Caller, type TestApi, type TestTenant } from '../testing/harness.ts'

let api: TestApi
let tenant: TestTenant
let agency: { caller: Caller; accountId: string }
let client: { caller: Caller; accountId: string; id: string }
let rival: { caller: Caller; accountId: string }

beforeAll(async () => {
  api = await startApi()
  tenant = await api.tenant()
  agency = await tenant.party('agency')
  client = await tenant.party('client')
  rival = await tenant.party('agency')
})
afterAll(() => api.close())

let day = 0
/** A day that no other test uses, ten hours of it. */
function nextDay(): { startsAt: string; endsAt: string; timezone: string } {
  const start = Date.UTC(2027, 0, 1, 8) + ++day * 86_400_000
  return { startsAt: new Date(start).toISOString(), endsAt: new Date(start + 36_000_000).toISOString(), timezone: 'Europe/Vienna' }
}
const option = (profileId: string, period: object, more: object = {}) => ({
  body: {
    profileId,
    kind: 'option' as const,
    title: 'Lookbook',
    clientName: 'North Studio',
    ...(period as { startsAt: string; endsAt: string; timezone: string }),
    ...more,
  },
})

describe('options', () => {
  it('stack in order of arrival and move up when the first is released', async () => {
    const talent = await tenant.profile(agency.accountId)
    const period = nextDay()
    const [first, second, third] = [
      await agency.caller.ok(contract.createBooking, option(talent.id, period)),
      await agency.caller.ok(contract.createBooking, option(talent.id, period)),
      await agency.caller.ok(contract.createBooking, option(talent.id, period)),
    ]
    expect([first.rank, second.rank, third.rank]).toEqual([1, 2, 3])
    await agency.caller.ok(contract.releaseBooking, { params: { id: first.id }, body: {} })
    expect((await agency.caller.ok(contract.getBooking, { params: { id: second.id } })).rank).toBe(1)
    const after = await agency.caller.ok(contract.getBooking, { params: { id: third.id } })
    expect(after.rank).toBe(2)
    expect(after.history.at(-1)?.reason).toBe('Moved from rank 3 to rank 2')
  })

  it('a lower one cannot be confirmed past a higher one by accident', async () => {
    const talent = await tenant.profile(agency.accountId)
    const period = nextDay()
    const first = await agency.caller.ok(contract.createBooking, option(talent.id, period, { clientName: 'First House' }))
    const second = await agency.caller.ok(contract.createBooking, option(talent.id, period))
    const refused = await agency.caller.call(contract.confirmBooking, { params: { id: second.id }, body: {} })
    expect(refused.status).toBe(409)
    expect(refused.body).toMatchObject({ code: 'bookings.first_option_held', context: { bookingId: first.id, clientName: 'First House', rank: 1 } })
    const confirmed = await agency.caller.ok(contract.confirmBooking, { params: { id: second.id }, body: { overrideFirst: true } })
    expect(confirmed.status).toBe('confirmed')
    const loser = await agency.caller.ok(contract.getBooking, { params: { id: first.id } })
    expect([loser.status, loser.rank, loser.reason]).toEqual(['released', null, 'Another option on this time was confirmed'])
  })

  it('end by themselves and free the line', async () => {
    const talent = await tenant.profile(agency.accountId)
    const period = nextDay()
    const first = await agency.caller.ok(contract.createBooking, option(talent.id, period))
    const second = await agency.caller.ok(contract.createBooking, option(talent.id, period))
    await api.kernel.shards.main
      .view(tenant.ctx.realm.schema)
      .booking.update({ where: { id: first.id }, data: { optionExpiresAt: new Date(Date.now() - 1000) } })
    await api.kernel.registry.schedules.find((s) => s.name === 'bookings.settle-due')?.fn(tenant.ctx)
    expect((await agency.caller.ok(contract.getBooking, { params: { id: first.id } })).status).toBe('expired')
    expect((await agency.caller.ok(contract.getBooking, { params: { id: second.id } })).rank).toBe(1)
    expect(await agency.caller.problem(contract.confirmBooking, { params: { id: first.id }, body: {} })).toBe('409 bookings.invalid_state')
  })
})

describe('bookings', () => {
  it('never overlap, but may follow each other without a gap', async () => {
    const talent = await tenant.profile(agency.accountId)
    const period = nextDay()
    const booked = await agency.caller.ok(contract.createBooking, { body: { ...option(talent.id, period).body, kind: 'booking' } })
    const overlapping = {
      ...period,
      startsAt: new Date(Date.parse(period.endsAt) - 60_000).toISOString(),
      endsAt: new Date(Date.parse(period.endsAt) + 3_600_000).toISOString(),
    }
    const refused = await agency.caller.call(contract.createBooking, option(talent.id, overlapping))
    expect([refused.status, (refused.body as { context: { bookingId: string } }).context.bookingId]).toEqual([409, booked.id])
    const next = { ...period, startsAt: period.endsAt, endsAt: new Date(Date.parse(period.endsAt) + 3_600_000).toISOString() }
    expect((await agency.caller.ok(contract.createBooking, option(talent.id, next))).status).toBe('held')
  })

  it('cannot be placed directly over an option of somebody else', async () => {
    const talent = await tenant.profile(agency.accountId)
    const period = nextDay()
    const held = await agency.caller.ok(contract.createBooking, option(talent.id, period))
    const refused = await agency.caller.call(contract.createBooking, { body: { ...option(talent.id, period).body, kind: 'booking' } })
    expect(refused.body).toMatchObject({ status: 409, code: 'bookings.slot_held', context: { bookingId: held.id } })
    expect((await agency.caller.ok(contract.getBooking, { params: { id: held.id } })).status).toBe('held')
  })

  it('of one talent: of thirty confirmations at once exactly one succeeds, fifty rounds long, on empty days too', async () => {
    const talent = await tenant.profile(agency.accountId)
    for (let round = 0; round < 50; round++) {
      const period = nextDay()
      const direct = round % 2 === 1
      const calls = direct
        ? Array.from({ length: 30 }, () => () => agency.caller.call(contract.createBooking, { body: { ...option(talent.id, period).body, kind: 'booking' } }))
        : await Promise.all(Array.from({ length: 30 }, () => agency.caller.ok(contract.createBooking, option(talent.id, period)))).then((all) =>
            all.map((b) => () => agency.caller.call(contract.confirmBooking, { params: { id: b.id }, body: { overrideFirst: true } })),
          )
      const answers = await Promise.all(calls.map((c) => c()))
      const won = answers.filter((a) => a.status === (direct ? 201 : 200))
      const lost = answers.filter((a) => a.status === 409)
      expect([round, won.length, lost.length]).toEqual([round, 1, 29])
      for (const l of lost) expect((l.body as { code: string }).code).toBe('bookings.slot_taken')
      expect((lost[0]?.body as { context: { bookingId: string } }).context.bookingId).toBe((won[0]?.body as { id: string }).id)
    }
    const stored = await api.kernel.shards.main.view(tenant.ctx.realm.schema).booking.count({ where: { profileId: talent.id, status: 'confirmed' } })
    expect(stored).toBe(50)
  }, 240_000)

  it('are cancelled with a reason, and the time is free again', async () => {
    const talent = await tenant.profile(agency.accountId)
    const period = nextDay()
    const b = await agency.caller.ok(contract.createBooking, { body: { ...option(talent.id, period).body, kind: 'booking' } })
    expect((await agency.caller.ok(contract.cancelBooking, { params: { id: b.id }, body: { reason: 'Shoot moved' } })).reason).toBe('Shoot moved')
    expect((await agency.caller.ok(contract.createBooking, { body: { ...option(talent.id, period).body, kind: 'booking' } })).status).toBe('confirmed')
    expect(await agency.caller.problem(contract.cancelBooking, { params: { id: b.id }, body: { reason: 'again' } })).toBe('409 bookings.invalid_state')
  })

  it('are changed by version, and a stale change is refused', async () => {
    const talent = await tenant.profile(agency.accountId)
    const b = await agency.caller.ok(contract.createBooking, option(talent.id, nextDay()))
    const changed = await agency.caller.ok(contract.updateBooking, {
      params: { id: b.id },
      body: { fee: { amountMinor: 120_000, currency: 'EUR' } },
      ifMatch: b.version,
    })
    expect(changed.fee).toEqual({ amountMinor: 120_000, currency: 'EUR' })
    expect(await agency.caller.problem(contract.updateBooking, { params: { id: b.id }, body: { title: 'x' }, ifMatch: b.version })).toBe(
      '412 request.stale_version',
    )
  })

  it('refuse bad input by field', async () => {
    const talent = await tenant.profile(agency.accountId)
    const period = nextDay()
    const answer = await agency.caller.call(contract.createBooking, option(talent.id, { ...period, endsAt: period.startsAt }))
    expect(answer.body).toMatchObject({ status: 422, code: 'bookings.period_invalid', errors: [{ field: 'endsAt' }] })
    expect(await agency.caller.problem(contract.createBooking, option(talent.id, { ...period, timezone: 'Nowhere/Land' }))).toBe('422 bookings.period_invalid')
    expect(await agency.caller.problem(contract.createBooking, option(talent.id, { ...period, startsAt: 'yesterday' }))).toBe('400 request.invalid')
    expect(await agency.caller.problem(contract.createBooking, option(talent.id, period, { kind: 'maybe' }))).toBe('400 request.invalid')
    expect(await agency.caller.problem(contract.createBooking, option(talent.id, period, { surprise: true }))).toBe('400 request.invalid')
    expect(await agency.caller.problem(contract.createBooking, option(talent.id, period, { title: 'nul \u0000 byte' }))).toBe('400 request.unstorable_text')
    expect(await agency.caller.problem(contract.createBooking, option(talent.id, period, { title: 'half \ud800 a pair' }))).toBe('400 request.unstorable_text')
    expect((await agency.caller.ok(contract.createBooking, option(talent.id, nextDay(), { title: 'whole 😀 pair' }))).title).toBe('whole 😀 pair')
  })

  it('with one idempotency key are one booking', async () => {
    const talent = await tenant.profile(agency.accountId)
    const input = { ...option(talent.id, nextDay()), idempotencyKey: 'key-for-one-booking' }
    const first = await agency.caller.call(contract.createBooking, input)
    const again = await agency.caller.call(contract.createBooking, input)
    expect([first.status, again.status, again.headers['idempotency-replayed'], (again.body as { id: string }).id]).toEqual([
      201,
      201,
      'true',
      (first.body as { id: string }).id,
    ])
    expect(await agency.caller.problem(contract.createBooking, { ...input, body: { ...input.body, title: 'Other' } })).toBe(
      '409 request.idempotency_key_reused',
    )
  })
})

describe('requests of clients', () => {
  it('become options by the agency and tell everybody', async () => {
    const manager = await tenant.user()
    const talent = await tenant.profile(agency.accountId, { managingUserId: manager.id })
    const request = await client.caller.ok(contract.requestOption, {
      body: { profileId: talent.id, title: 'Campaign', ...nextDay(), fee: { amountMinor: 90_000, currency: 'EUR' } },
    })
    expect([request.status, request.rank]).toEqual(['requested', null])
    const held = await agency.caller.ok(contract.holdBooking, { params: { id: request.id }, body: {} })
    expect([held.status, held.rank]).toEqual(['held', 1])
    await agency.caller.ok(contract.confirmBooking, { params: { id: request.id }, body: {} })
    await api.work()
    const told = await client.caller.ok(listNotifications, {})
    expect(told.items.map((n) => n.title)).toEqual([`Booking confirmed: ${talent.displayName}`, `Option placed: ${talent.displayName}`])
    expect((await manager.caller.ok(listNotifications, {})).items.map((n) => n.link)).toEqual(['/me/bookings', '/me/bookings'])
    expect((await manager.caller.ok(contract.listOwnBookings, {})).items.map((b) => b.id)).toEqual([request.id])
    // the work of all bookings before this is done on the way
  }, 120_000)

  it('are refused while nobody can answer for the talent, as their agency is suspended', async () => {
    const closed = await tenant.party('agency')
    const talent = await tenant.profile(closed.accountId)
    const admin = await tenant.user({ roles: ['tenant_admin'] })
    const ask = { body: { profileId: talent.id, title: 'Campaign', ...nextDay() } }
    await admin.caller.ok(setAccountStatus, { params: { id: closed.accountId }, body: { status: 'suspended' } })
    expect(await client.caller.problem(contract.requestOption, ask)).toBe('422 bookings.talent_unavailable')
    await admin.caller.ok(setAccountStatus, { params: { id: closed.accountId }, body: { status: 'active' } })
    await client.caller.ok(contract.requestOption, ask)
  })

  it('stay as they are when another is confirmed', async () => {
    const talent = await tenant.profile(agency.accountId)
    const period = nextDay()
    const request = await client.caller.ok(contract.requestOption, { body: { profileId: talent.id, title: 'Campaign', ...period } })
    await agency.caller.ok(contract.createBooking, { body: { ...option(talent.id, period).body, kind: 'booking' } })
    expect((await client.caller.ok(contract.getBooking, { params: { id: request.id } })).status).toBe('requested')
    expect(await agency.caller.problem(contract.confirmBooking, { params: { id: request.id }, body: {} })).toBe('409 bookings.slot_taken')
  })

  it('can be taken back', async () => {
    const talent = await tenant.profile(agency.accountId)
    const request = await client.caller.ok(contract.requestOption, { body: { profileId: talent.id, title: 'Campaign', ...nextDay() } })
    expect((await client.caller.ok(contract.withdrawRequest, { params: { id: request.id } })).status).toBe('cancelled')
  })

  it('do not show the client what else is on the talent’s day', async () => {
    const talent = await tenant.profile(agency.accountId)
    const period = nextDay()
    await agency.caller.ok(contract.createBooking, option(talent.id, period))
    const request = await client.caller.ok(contract.requestOption, { body: { profileId: talent.id, title: 'Campaign', ...period } })
    expect((await client.caller.ok(contract.getBooking, { params: { id: request.id } })).conflicts).toEqual([])
    expect((await agency.caller.ok(contract.getBooking, { params: { id: request.id } })).conflicts).toHaveLength(1)
  })
})

describe('bookouts', () => {
  it('warn the booker, who can go on knowingly', async () => {
    const talent = await tenant.profile(agency.accountId)
    const period = nextDay()
    await agency.caller.ok(contract.createBookout, { params: { id: talent.id }, body: { ...period, reason: 'Exam' } })
    const warned = await agency.caller.call(contract.createBooking, option(talent.id, period))
    expect(warned.body).toMatchObject({ status: 409, code: 'bookings.booked_out', context: { reason: 'Exam', canAcknowledge: true } })
    expect((await agency.caller.ok(contract.createBooking, option(talent.id, period, { acknowledgeBookout: true }))).status).toBe('held')
  })

  it('refuse where the marketplace says so', async () => {
    const strict = await api.tenant({ settings: { bookoutPolicy: 'refuse' } })
    const house = await strict.party('agency')
    const talent = await strict.profile(house.accountId)
    const period = nextDay()
    await house.caller.ok(contract.createBookout, { params: { id: talent.id }, body: period })
    expect(await house.caller.problem(contract.createBooking, option(talent.id, period, { acknowledgeBookout: true }))).toBe('409 bookings.booked_out')
  })

  it('are the manager’s and the agency’s to change, nobody else’s', async () => {
    const manager = await tenant.user()
    const talent = await tenant.profile(agency.accountId, { managingUserId: manager.id })
    const bookout = await manager.caller.ok(contract.createBookout, { params: { id: talent.id }, body: nextDay() })
    expect(await client.caller.problem(contract.deleteBookout, { params: { id: bookout.id } })).toBe('404 access.not_found')
    expect(await rival.caller.problem(contract.listBookouts, { params: { id: talent.id } })).toBe('404 access.not_found')
    await agency.caller.ok(contract.deleteBookout, { params: { id: bookout.id } })
    expect((await manager.caller.ok(contract.listBookouts, { params: { id: talent.id } })).items).toEqual([])
  })
})

describe('the chart board', () => {
  it('shows the roster with everything in the period, and nothing of others', async () => {
    const house = await tenant.party('agency')
    const talent = await tenant.profile(house.accountId, { displayName: 'Zora' })
    await tenant.profile(rival.accountId, { displayName: 'Foreign' })
    const period = nextDay()
    await house.caller.ok(contract.createBooking, option(talent.id, period))
    const { rows } = await house.caller.ok(contract.calendar, { query: { from: period.startsAt, to: period.endsAt } })
    expect(rows.map((r) => [r.profile.displayName, r.entries.map((e) => [e.kind, e.rank])])).toEqual([['Zora', [['option', 1]]]])
    expect(await house.caller.problem(contract.calendar, { query: { from: period.startsAt, to: '2029-01-01T00:00:00Z' } })).toBe('422 bookings.period_invalid')
  })

  it('of another agency’s booking says the same as of none', async () => {
    const talent = await tenant.profile(agency.accountId)
    const b = await agency.caller.ok(contract.createBooking, option(talent.id, nextDay()))
    expect(await rival.caller.problem(contract.getBooking, { params: { id: b.id } })).toBe('404 access.not_found')
    expect(await rival.caller.problem(contract.confirmBooking, { params: { id: b.id }, body: {} })).toBe('404 access.not_found')
    expect(await rival.caller.problem(contract.createBooking, option(talent.id, nextDay()))).toBe('404 access.not_found')
  })
})

describe('lists', () => {
  it('page in order of start without losing or doubling any', async () => {
    const house = await tenant.party('agency')
    const talent = await tenant.profile(house.accountId)
    const made: string[] = []
    for (let i = 0; i < 7; i++) made.push((await house.caller.ok(contract.createBooking, option(talent.id, nextDay()))).id)
    const seen: string[] = []
    for (let cursor: string | null | undefined; cursor !== null;) {
      const page: Awaited<ReturnType<typeof house.caller.ok<typeof contract.listBookings>>> = await house.caller.ok(contract.listBookings, {
        query: { limit: 3, ...(cursor && { cursor }) },
      })
      seen.push(...page.items.map((b) => b.id))
      cursor = page.page.nextCursor
    }
    expect(seen).toEqual(made)
    for (const cursor of ['nonsense', Buffer.from('["2027-01-01T00:00:00Z","x"]').toString('base64url')])
      expect(await house.caller.problem(contract.listBookings, { query: { cursor } })).toBe('400 request.cursor_invalid')
  })
})
