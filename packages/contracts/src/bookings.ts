import { Type, type Static } from 'typebox'
import { Id, IdParams, Instant, Money, Nothing, Nullable, OneOf, Page, TimeZone, error, event, operation, pageQuery, realtime, route } from './kit.ts'
import { MediaItem } from './media.ts'

/** `requested` by a client, `held` as an option with a rank, `confirmed` as a booking; the rest are ends. */
export const BookingStatus = OneOf('requested', 'held', 'confirmed', 'completed', 'declined', 'released', 'cancelled', 'expired')
export type BookingStatus = Static<typeof BookingStatus>

export const Party = Type.Object({ id: Nullable(Id), name: Type.String() })
export const Booking = Type.Object({
  id: Id,
  status: BookingStatus,
  rank: Nullable(Type.Integer({ description: '1 is the first option on this time' })),
  profile: Type.Object({ id: Id, slug: Type.String(), displayName: Type.String(), cover: Nullable(MediaItem) }),
  agency: Party,
  client: Party,
  title: Type.String(),
  location: Nullable(Type.String()),
  notes: Nullable(Type.String()),
  startsAt: Instant,
  endsAt: Instant,
  timezone: Type.String(),
  fee: Nullable(Money),
  optionExpiresAt: Nullable(Instant),
  reason: Nullable(Type.String()),
  createdAt: Instant,
  updatedAt: Instant,
  version: Type.Integer(),
})
export type Booking = Static<typeof Booking>
export const BookingChange = Type.Object({
  at: Instant,
  from: Nullable(BookingStatus),
  to: BookingStatus,
  byName: Type.String(),
  reason: Nullable(Type.String()),
})
export const BookingDetail = Type.Object({
  ...Booking.properties,
  history: Type.Array(BookingChange),
  conflicts: Type.Array(
    Type.Object({ id: Id, status: BookingStatus, rank: Nullable(Type.Integer()), startsAt: Instant, endsAt: Instant, clientName: Type.String() }),
    { description: 'Other options and bookings of the talent on this time; only the agency sees them' },
  ),
})
export type BookingDetail = Static<typeof BookingDetail>
export const Bookout = Type.Object({
  id: Id,
  profileId: Id,
  startsAt: Instant,
  endsAt: Instant,
  timezone: Type.String(),
  reason: Nullable(Type.String()),
  createdAt: Instant,
})
export type Bookout = Static<typeof Bookout>

/** Reasons that the product itself gives for a step, as they are kept. People write theirs in their own words. */
export const bookingReasons = {
  otherConfirmed: 'Another option on this time was confirmed',
  withdrawn: 'Withdrawn by the client',
  letGo: 'Released by the client',
  timeOver: 'The time to decide was over',
} as const
export type BookingReason = keyof typeof bookingReasons
/** The key of a reason that the product gave; null for words of a person. */
export function bookingReasonOf(reason: string): BookingReason | null {
  return (Object.keys(bookingReasons) as BookingReason[]).find((key) => bookingReasons[key] === reason) ?? null
}

export const slotTaken = error({ code: 'bookings.slot_taken', status: 409, title: 'The talent is booked at this time' })
export const slotHeld = error({ code: 'bookings.slot_held', status: 409, title: 'Another client holds an option on this time' })
export const firstOptionHeld = error({ code: 'bookings.first_option_held', status: 409, title: 'An option of a higher rank is open on this time' })
export const bookedOut = error({ code: 'bookings.booked_out', status: 409, title: 'The talent has blocked this time' })
export const bookingState = error({ code: 'bookings.invalid_state', status: 409, title: 'The booking is not in a state for this' })
export const periodInvalid = error({ code: 'bookings.period_invalid', status: 422, title: 'The period is not possible' })
export const talentUnavailable = error({ code: 'bookings.talent_unavailable', status: 422, title: 'This talent cannot be booked' })

const period = { startsAt: Instant, endsAt: Instant, timezone: TimeZone }
const job = {
  title: Type.String({ minLength: 1, maxLength: 160 }),
  location: Type.Optional(Type.String({ maxLength: 200 })),
  notes: Type.Optional(Type.String({ maxLength: 4000 })),
  fee: Type.Optional(Money),
}

export const createBooking = route({
  name: 'createBooking',
  method: 'POST',
  path: '/account/bookings',
  permission: 'account.bookings.create',
  status: 201,
  idempotency: 'optional',
  versioned: true,
  summary: 'Place an option or book a talent of the roster directly',
  body: Type.Object({
    profileId: Id,
    kind: OneOf('option', 'booking'),
    clientAccountId: Type.Optional(Id),
    clientName: Type.Optional(Type.String({ minLength: 1, maxLength: 120 })),
    ...period,
    ...job,
    optionExpiresAt: Type.Optional(Instant),
    acknowledgeBookout: Type.Optional(Type.Boolean()),
  }),
  response: Booking,
  errors: [slotTaken, slotHeld, bookedOut, periodInvalid, talentUnavailable],
})
export const requestOption = route({
  name: 'requestOption',
  method: 'POST',
  path: '/account/option-requests',
  permission: 'account.options.request',
  status: 201,
  idempotency: 'optional',
  versioned: true,
  summary: 'Ask the agency of a talent for an option',
  body: Type.Object({ profileId: Id, ...period, ...job }),
  response: Booking,
  errors: [periodInvalid, talentUnavailable],
})
export const listBookings = route({
  name: 'listBookings',
  method: 'GET',
  path: '/account/bookings',
  permission: 'account.bookings.read',
  summary: 'Options and bookings of the active account, as agency or client',
  query: Type.Object({
    ...pageQuery,
    status: Type.Optional(Type.String({ maxLength: 100, description: 'One or more states, comma-separated' })),
    profileId: Type.Optional(Id),
    from: Type.Optional(Instant),
    to: Type.Optional(Instant),
    q: Type.Optional(Type.String({ maxLength: 100 })),
  }),
  response: Page(Booking),
})
export const getBooking = route({
  name: 'getBooking',
  method: 'GET',
  path: '/account/bookings/{id}',
  permission: 'account.bookings.read',
  summary: 'One option or booking with its history',
  params: IdParams,
  versioned: true,
  response: BookingDetail,
})
export const updateBooking = route({
  name: 'updateBooking',
  method: 'PATCH',
  path: '/account/bookings/{id}',
  permission: 'account.bookings.create',
  summary: 'Change title, place, notes or fee',
  params: IdParams,
  versioned: true,
  body: Type.Partial(
    Type.Object({
      title: Type.String({ minLength: 1, maxLength: 160 }),
      location: Nullable(Type.String({ maxLength: 200 })),
      notes: Nullable(Type.String({ maxLength: 4000 })),
      fee: Nullable(Money),
    }),
  ),
  response: Booking,
})
export const holdBooking = route({
  name: 'holdBooking',
  method: 'POST',
  path: '/account/bookings/{id}/hold',
  permission: 'account.bookings.create',
  versioned: true,
  summary: 'Accept a request as an option; gives it the next rank',
  params: IdParams,
  body: Type.Object({ optionExpiresAt: Type.Optional(Instant), acknowledgeBookout: Type.Optional(Type.Boolean()) }),
  response: Booking,
  errors: [slotTaken, bookedOut, bookingState],
})
export const confirmBooking = route({
  name: 'confirmBooking',
  method: 'POST',
  path: '/account/bookings/{id}/confirm',
  permission: 'account.bookings.confirm',
  versioned: true,
  summary: 'Confirm an option; releases all other options on the same time',
  params: IdParams,
  body: Type.Object({
    overrideFirst: Type.Optional(Type.Boolean({ description: 'Confirm although a higher-ranked option is open' })),
    acknowledgeBookout: Type.Optional(Type.Boolean()),
  }),
  response: Booking,
  errors: [slotTaken, firstOptionHeld, bookedOut, bookingState],
})
export const releaseBooking = route({
  name: 'releaseBooking',
  method: 'POST',
  path: '/account/bookings/{id}/release',
  permission: 'account.bookings.release',
  versioned: true,
  summary: 'Release an option; the next one moves up',
  params: IdParams,
  body: Type.Object({ reason: Type.Optional(Type.String({ maxLength: 500 })) }),
  response: Booking,
  errors: [bookingState],
})
export const declineBooking = route({
  name: 'declineBooking',
  method: 'POST',
  path: '/account/bookings/{id}/decline',
  permission: 'account.bookings.release',
  versioned: true,
  summary: 'Decline a request',
  params: IdParams,
  body: Type.Object({ reason: Type.Optional(Type.String({ maxLength: 500 })) }),
  response: Booking,
  errors: [bookingState],
})
export const cancelBooking = route({
  name: 'cancelBooking',
  method: 'POST',
  path: '/account/bookings/{id}/cancel',
  permission: 'account.bookings.cancel',
  versioned: true,
  summary: 'Cancel a confirmed booking',
  params: IdParams,
  body: Type.Object({ reason: Type.String({ minLength: 1, maxLength: 500 }) }),
  response: Booking,
  errors: [bookingState],
})
export const withdrawRequest = route({
  name: 'withdrawRequest',
  method: 'POST',
  path: '/account/option-requests/{id}/withdraw',
  permission: 'account.options.request',
  versioned: true,
  summary: 'Take back an own request or release an own option',
  params: IdParams,
  response: Booking,
  errors: [bookingState],
})

export const CalendarEntry = Type.Object({
  id: Id,
  kind: OneOf('option', 'booking', 'request', 'bookout'),
  status: Type.String(),
  rank: Nullable(Type.Integer()),
  title: Type.String(),
  clientName: Nullable(Type.String()),
  startsAt: Instant,
  endsAt: Instant,
  timezone: Type.String(),
})
export type CalendarEntry = Static<typeof CalendarEntry>
export const CalendarRow = Type.Object({
  profile: Type.Object({ id: Id, slug: Type.String(), displayName: Type.String(), cover: Nullable(MediaItem) }),
  entries: Type.Array(CalendarEntry),
})
export type CalendarRow = Static<typeof CalendarRow>
export const calendar = route({
  name: 'calendar',
  method: 'GET',
  path: '/account/calendar',
  permission: 'account.bookings.read',
  summary: 'The chart board: talents of the roster with everything in a period of at most 62 days',
  query: Type.Object({ from: Instant, to: Instant, q: Type.Optional(Type.String({ maxLength: 100 })) }),
  response: Type.Object({ rows: Type.Array(CalendarRow) }),
  errors: [periodInvalid],
})
export const createBookout = route({
  name: 'createBookout',
  method: 'POST',
  path: '/user/profiles/{id}/bookouts',
  permission: 'user.bookouts.manage',
  status: 201,
  summary: 'Block time in the calendar of a profile I manage or of my roster',
  params: IdParams,
  body: Type.Object({ ...period, reason: Type.Optional(Type.String({ maxLength: 200 })) }),
  response: Bookout,
  errors: [periodInvalid],
})
export const listBookouts = route({
  name: 'listBookouts',
  method: 'GET',
  path: '/user/profiles/{id}/bookouts',
  permission: 'user.bookings.read',
  summary: 'Blocked times of a profile, from today on',
  params: IdParams,
  response: Type.Object({ items: Type.Array(Bookout) }),
})
export const deleteBookout = route({
  name: 'deleteBookout',
  method: 'DELETE',
  path: '/user/bookouts/{id}',
  permission: 'user.bookouts.manage',
  status: 204,
  summary: 'Free blocked time',
  params: IdParams,
  response: Nothing,
})
export const listOwnBookings = route({
  name: 'listOwnBookings',
  method: 'GET',
  path: '/user/bookings',
  permission: 'user.bookings.read',
  summary: 'Options and bookings of the profiles I manage',
  query: Type.Object({ ...pageQuery, when: Type.Optional(OneOf('upcoming', 'past')) }),
  response: Page(Booking),
})

const changed = Type.Object({
  bookingId: Id,
  profileId: Id,
  agencyAccountId: Id,
  clientAccountId: Nullable(Id),
  from: Nullable(BookingStatus),
  to: BookingStatus,
  reason: Nullable(Type.String()),
  byUserId: Nullable(Id),
})
export const bookingRequested = event('booking.request.created', '1.0.0', changed)
export const holdPlaced = event('booking.hold.placed', '1.0.0', changed)
export const bookingStatusChanged = event('booking.status.changed', '1.0.0', changed)
export const holdPromoted = event(
  'booking.hold.promoted',
  '1.0.0',
  Type.Object({ bookingId: Id, profileId: Id, agencyAccountId: Id, clientAccountId: Nullable(Id), rank: Type.Integer() }),
)
export const bookoutChanged = event('booking.bookout.changed', '1.0.0', Type.Object({ profileId: Id, bookoutId: Id, change: OneOf('created', 'deleted') }))
export const bookingChanged = realtime('booking.changed', Type.Object({ bookingId: Nullable(Id), profileId: Id, status: Nullable(BookingStatus) }))

/** Facts of a booking for notices and conversations; null when it does not exist. */
export const bookingFacts = operation(
  'bookings.facts',
  Type.Object({ id: Id }),
  Nullable(
    Type.Object({
      id: Id,
      status: BookingStatus,
      profileId: Id,
      agencyAccountId: Id,
      clientAccountId: Nullable(Id),
      clientName: Type.String(),
      title: Type.String(),
      startsAt: Instant,
      endsAt: Instant,
      timezone: Type.String(),
      location: Nullable(Type.String()),
    }),
  ),
)
/** Rows for an export of the bookings of an account (or of all). */
export const bookingRows = operation(
  'bookings.rows',
  Type.Object({ accountId: Nullable(Id), after: Nullable(Id), limit: Type.Integer() }),
  Type.Array(
    Type.Object({
      id: Id,
      status: Type.String(),
      rank: Nullable(Type.Integer()),
      talent: Type.String(),
      client: Type.String(),
      agency: Type.String(),
      title: Type.String(),
      location: Type.String(),
      startsAt: Instant,
      endsAt: Instant,
      timezone: Type.String(),
      feeMinor: Nullable(Type.Integer()),
      currency: Type.String(),
    }),
  ),
)
