import type { Database } from '@itellico/kernel/db'
import type { Prisma } from '../generated/prisma/client.ts'
import type { Period } from './bookings.policy.ts'
import '../database.ts'

export type BookingRow = Prisma.BookingGetPayload<object>

const within = (p: Period): Prisma.BookingWhereInput => ({ startsAt: { lt: p.endsAt }, endsAt: { gt: p.startsAt } })

export async function find(db: Database, id: string) {
  return db.booking.findUnique({ where: { id } })
}

export async function insert(db: Database, row: Prisma.BookingUncheckedCreateInput): Promise<BookingRow> {
  return db.booking.create({ data: row })
}

export async function update(db: Database, id: string, data: Prisma.BookingUncheckedUpdateInput): Promise<BookingRow> {
  return db.booking.update({ where: { id }, data: { ...data, version: { increment: 1 } } })
}

export async function addChange(db: Database, row: Prisma.BookingChangeUncheckedCreateInput): Promise<void> {
  await db.bookingChange.create({ data: row })
}

export async function changes(db: Database, bookingId: string) {
  return db.bookingChange.findMany({ where: { bookingId }, orderBy: { id: 'asc' } })
}

/** Rows of a talent that overlap a period and are in one of the states. */
export async function overlapping(db: Database, profileId: string, period: Period, statuses: readonly string[], exceptId?: string): Promise<BookingRow[]> {
  return db.booking.findMany({
    where: { profileId, status: { in: [...statuses] }, ...within(period), ...(exceptId && { NOT: { id: exceptId } }) },
    orderBy: [{ rank: 'asc' }, { id: 'asc' }],
  })
}

/** All open options of a talent. */
export async function openOptions(db: Database, profileId: string): Promise<BookingRow[]> {
  return db.booking.findMany({ where: { profileId, status: 'held' }, orderBy: [{ rank: 'asc' }, { id: 'asc' }] })
}

/** Options and bookings of an account, on either side, by start. */
export async function list(
  db: Database,
  filter: {
    accountId?: string
    profileIds?: string[]
    statuses?: string[]
    profileId?: string
    from?: Date
    to?: Date
    q?: string
    after: { at: Date; id: string } | null
    descending?: boolean
  },
  take: number,
): Promise<BookingRow[]> {
  const past = filter.descending ?? false
  const beyond =
    filter.after &&
    (past
      ? [{ startsAt: { lt: filter.after.at } }, { startsAt: filter.after.at, id: { lt: filter.after.id } }]
      : [{ startsAt: { gt: filter.after.at } }, { startsAt: filter.after.at, id: { gt: filter.after.id } }])
  const order = past ? ('desc' as const) : ('asc' as const)
  return db.booking.findMany({
    where: {
      AND: [
        filter.accountId ? { OR: [{ accountId: filter.accountId }, { clientAccountId: filter.accountId }] } : {},
        filter.profileIds ? { profileId: { in: filter.profileIds } } : {},
        filter.statuses?.length ? { status: { in: filter.statuses } } : {},
        filter.profileId ? { profileId: filter.profileId } : {},
        filter.from ? { endsAt: { gt: filter.from } } : {},
        filter.to ? (past ? { endsAt: { lte: filter.to } } : { startsAt: { lt: filter.to } }) : {},
        filter.q
          ? {
              OR: [
                { title: { contains: filter.q, mode: 'insensitive' } },
                { clientName: { contains: filter.q, mode: 'insensitive' } },
                { location: { contains: filter.q, mode: 'insensitive' } },
              ],
            }
          : {},
        beyond ? { OR: beyond } : {},
      ],
    },
    orderBy: [{ startsAt: order }, { id: order }],
    take,
  })
}

/** Everything that stands in the calendars of talents in a period. */
export async function calendar(db: Database, profileIds: string[], period: Period) {
  const [bookings, bookouts] = await Promise.all([
    db.booking.findMany({
      where: { profileId: { in: profileIds }, status: { in: ['requested', 'held', 'confirmed', 'completed'] }, ...within(period) },
      orderBy: { startsAt: 'asc' },
    }),
    db.bookout.findMany({
      where: { profileId: { in: profileIds }, startsAt: { lt: period.endsAt }, endsAt: { gt: period.startsAt } },
      orderBy: { startsAt: 'asc' },
    }),
  ])
  return { bookings, bookouts }
}

/** Blocked time of a talent in a period. */
export async function bookoutsIn(db: Database, profileId: string, period: Period) {
  return db.bookout.findMany({ where: { profileId, startsAt: { lt: period.endsAt }, endsAt: { gt: period.startsAt } }, orderBy: { startsAt: 'asc' } })
}

export async function bookoutsFrom(db: Database, profileId: string, from: Date) {
  return db.bookout.findMany({ where: { profileId, endsAt: { gt: from } }, orderBy: [{ startsAt: 'asc' }, { id: 'asc' }], take: 500 })
}

export async function insertBookout(db: Database, row: Prisma.BookoutUncheckedCreateInput) {
  return db.bookout.create({ data: row })
}

export async function findBookout(db: Database, id: string) {
  return db.bookout.findUnique({ where: { id } })
}

export async function deleteBookout(db: Database, id: string): Promise<void> {
  await db.bookout.delete({ where: { id } })
}

/** Options whose time to decide is over, and bookings whose job is over. */
export async function due(db: Database, now: Date): Promise<{ options: { id: string; profileId: string }[]; jobs: { id: string; profileId: string }[] }> {
  const select = { id: true, profileId: true }
  const [options, jobs] = await Promise.all([
    db.booking.findMany({ where: { status: 'held', optionExpiresAt: { lte: now } }, select, take: 500 }),
    db.booking.findMany({ where: { status: 'confirmed', endsAt: { lte: now } }, select, take: 500 }),
  ])
  return { options, jobs }
}

/** Rows for an export, by id. */
export async function rowsAfter(db: Database, accountId: string | null, after: string | null, take: number): Promise<BookingRow[]> {
  return db.booking.findMany({
    where: { ...(accountId && { OR: [{ accountId }, { clientAccountId: accountId }] }), ...(after && { id: { gt: after } }) },
    orderBy: { id: 'asc' },
    take,
  })
}
