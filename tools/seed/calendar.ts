import { bookingReasons } from '@itellico/contracts/bookings'
import { bookingText, languageOf } from '../../modules/notification/notification.words.ts'
import type { DemoBooking } from '../demo/activity-types.ts'
import { idOf } from './ids.ts'
import type { World } from './world.ts'

interface State {
  readonly status: string
  readonly rank: number | null
  readonly reason: string | null
}

/** The state of a demo bar in the product's terms, as of the reference day. */
function stateOf(b: DemoBooking, now: Date): State {
  const over = new Date(b.end) <= now
  switch (b.status) {
    case 'held':
      return over || (b.expiresAt !== undefined && new Date(b.expiresAt) <= now)
        ? { status: 'expired', rank: null, reason: bookingReasons.timeOver }
        : { status: 'held', rank: b.rank ?? 1, reason: null }
    case 'requested':
    case 'awaiting_guardian':
      return over ? { status: 'declined', rank: null, reason: bookingReasons.timeOver } : { status: 'requested', rank: null, reason: null }
    case 'released':
      return { status: 'released', rank: null, reason: b.note ?? bookingReasons.otherConfirmed }
    case 'cancelled':
      return { status: 'cancelled', rank: null, reason: b.note ?? 'Cancelled by the client' }
    case 'no_show':
      return { status: 'cancelled', rank: null, reason: 'The talent did not show up' }
    default:
      return { status: over ? 'completed' : 'confirmed', rank: null, reason: null }
  }
}

/** Talents of the agency that are free on a stretch of days, in the order of the roster. */
function freeTalents(world: World, from: Date, to: Date): string[] {
  const busy = new Set(world.activity.bookings.filter((b) => new Date(b.start) < to && new Date(b.end) > from).map((b) => b.profile))
  return world.profiles.filter((p) => p.status === 'active' && !p.isMinor && !busy.has(p.slug)).map((p) => p.slug)
}

/** What somebody adds to the calendar by hand: the rest of a demo booking is the same for all. */
function extra(
  world: World,
  key: string,
  profile: string,
  client: string,
  day: number,
  hours: readonly [number, number],
  more: Partial<DemoBooking>,
): DemoBooking {
  const midnight = Math.floor(world.now.getTime() / 86_400_000) * 86_400_000 + day * 86_400_000
  const at = (hour: number): string => new Date(midnight + hour * 3_600_000).toISOString()
  const base = {
    tenant: world.slug,
    key,
    profile,
    client,
    location: 'Vienna',
    start: at(hours[0]),
    end: at(hours[1]),
    timezone: world.ctx.realm.timezone,
    currency: world.ctx.realm.currency,
  }
  const createdBy = `booker@${world.slug}.example`
  return {
    ...base,
    kind: 'booking',
    status: 'confirmed',
    title: 'Job',
    feeMinor: 85_000,
    createdBy,
    createdAt: new Date(world.now.getTime() - 6 * 86_400_000).toISOString(),
    ...more,
  }
}

/** Two talents who work on the very day of the demo, so that the desk is not empty. */
function jobsOfToday(world: World): DemoBooking[] {
  const [one, two] = freeTalents(world, new Date(world.now.getTime() - 86_400_000), new Date(world.now.getTime() + 86_400_000))
  const [client, other] = world.accounts.filter((a) => a.type === 'client')
  if (world.slug !== 'fashion' || !one || !two || !client || !other) return []
  return [
    extra(world, 'today-one', one, client.slug, 0, [8, 17], { title: 'E-commerce, second day', location: 'Studio 2, Vienna' }),
    extra(world, 'today-two', two, other.slug, 0, [12, 20], { title: 'Beauty stills', location: 'Neubaugasse 14, Vienna', feeMinor: 110_000 }),
  ]
}

/** Requests of clients that wait for the agency's answer. */
function freshRequests(world: World): DemoBooking[] {
  const clients = world.accounts.filter((a) => a.type === 'client')
  const free = freeTalents(world, world.now, new Date(world.now.getTime() + 40 * 86_400_000))
  const titles = ['Lookbook spring', 'Packshots with hands', 'Fitting and line-up']
  return titles.flatMap((title, i) => {
    const client = clients[i % Math.max(1, clients.length)]
    const talent = free[i + 2]
    return client && talent
      ? [
          extra(world, `request-${i}`, talent, client.slug, 9 + i * 5, [8, 16], {
            kind: 'option',
            status: 'requested',
            title,
            createdAt: new Date(world.now.getTime() - (i + 1) * 3_600_000).toISOString(),
          }),
        ]
      : []
  })
}

/** Writes options, bookings with their history, and blocked time. */
export async function seedCalendar(world: World): Promise<void> {
  const { db } = world.ctx
  const bookouts = world.activity.bookings.filter((b) => b.kind === 'bookout')
  const bookings = [...world.activity.bookings.filter((b) => b.kind !== 'bookout'), ...jobsOfToday(world), ...freshRequests(world)]
  await db.bookout.createMany({
    data: bookouts.map((b) => ({
      id: idOf(b.createdAt, world.slug, 'bookout', b.key),
      profileId: world.profileId(b.profile),
      startsAt: new Date(b.start),
      endsAt: new Date(b.end),
      timezone: b.timezone,
      reason: b.title,
      createdBy: world.userId(b.createdBy),
      createdAt: new Date(b.createdAt),
    })),
  })
  const rows = bookings.flatMap((b) => {
    const profile = world.profiles.find((p) => p.slug === b.profile)
    const client = world.accounts.find((a) => a.slug === b.client)
    if (!profile) return []
    const s = stateOf(b, world.now)
    const at = new Date(b.createdAt)
    return [
      {
        demo: b,
        state: s,
        row: {
          id: idOf(at, world.slug, 'booking', b.key),
          profileId: world.profileId(b.profile),
          accountId: world.rosterOf(profile),
          clientAccountId: client ? world.accountId(client.slug) : null,
          clientName: client?.name ?? 'Direct client',
          status: s.status,
          rank: s.rank,
          title: b.title,
          location: b.location,
          notes: b.note ?? null,
          startsAt: new Date(b.start),
          endsAt: new Date(b.end),
          timezone: b.timezone,
          feeMinor: b.feeMinor === undefined ? null : BigInt(b.feeMinor),
          currency: b.feeMinor === undefined ? null : b.currency,
          optionExpiresAt: s.status === 'held' && b.expiresAt ? new Date(b.expiresAt) : null,
          reason: s.reason,
          createdBy: world.userId(b.createdBy),
          createdAt: at,
          updatedAt: at,
        },
      },
    ]
  })
  await db.booking.createMany({ data: rows.map((r) => r.row) })
  await db.bookingChange.createMany({
    data: rows.flatMap(({ demo, state, row }) => {
      const by = { byUserId: world.userId(demo.createdBy), byName: world.nameOf(demo.createdBy) }
      const first = state.status === 'requested' ? 'requested' : 'held'
      const later = new Date(Math.min(world.now.getTime(), row.createdAt.getTime() + 6 * 3_600_000))
      return [
        { id: idOf(row.createdAt, row.id, 'first'), bookingId: row.id, at: row.createdAt, from: null, to: first, ...by, reason: null },
        ...(state.status === first
          ? []
          : [{ id: idOf(later, row.id, 'second'), bookingId: row.id, at: later, from: first, to: state.status, ...by, reason: state.reason }]),
      ]
    }),
  })
  await db.auditEntry.createMany({
    data: rows.map(({ demo, state, row }) => ({
      id: idOf(row.createdAt, row.id, 'audit'),
      at: row.createdAt,
      actorId: world.userId(demo.createdBy),
      actorName: world.nameOf(demo.createdBy),
      action: `bookings.${state.status}`,
      entity: 'booking',
      entityId: row.id,
      summary: `${row.title} for ${row.clientName} is ${state.status}`,
      data: { title: row.title, client: row.clientName },
      changes: [{ field: 'status', from: null, to: state.status }],
      requestId: 'demo',
    })),
  })
  await seedNotifications(
    world,
    rows.map((r) => r.row),
  )
}

/** Tells agency and client people of the latest changes, the newest unread. */
async function seedNotifications(
  world: World,
  rows: readonly {
    id: string
    title: string
    clientName: string
    status: string
    accountId: string
    clientAccountId: string | null
    profileId: string
    createdAt: Date
    startsAt: Date
    endsAt: Date
    timezone: string
    location: string | null
  }[],
): Promise<void> {
  const members = await world.ctx.db.accountMember.findMany()
  const languages = new Map(world.users.map((u) => [world.userId(u.email), languageOf(u.locale)]))
  const latest = [...rows].sort((a, b) => b.createdAt.getTime() - a.createdAt.getTime()).slice(0, 24)
  const nameOf = (id: string): string => world.profiles.find((p) => world.profileId(p.slug) === id)?.displayName ?? ''
  const data = latest.flatMap((b, i) =>
    members
      .filter((m) => m.accountId === b.accountId || m.accountId === b.clientAccountId)
      .map((m) => ({
        id: idOf(b.createdAt, b.id, 'note', m.userId),
        userId: m.userId,
        kind: 'booking',
        ...bookingText(
          languages.get(m.userId) ?? 'en',
          nameOf(b.profileId),
          b.status,
          { ...b, startsAt: b.startsAt.toISOString(), endsAt: b.endsAt.toISOString() },
          null,
        ),
        link: m.accountId === b.accountId ? `/desk/bookings/${b.id}` : `/client/bookings/${b.id}`,
        dedupeKey: `demo:${b.id}`,
        createdAt: b.createdAt,
        readAt: i < 4 ? null : world.now,
      })),
  )
  await world.ctx.db.notification.createMany({ data, skipDuplicates: true })
}
