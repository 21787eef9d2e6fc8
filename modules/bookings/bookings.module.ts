import { accountNames } from '@itellico/contracts/accounts'
import * as contract from '@itellico/contracts/bookings'
import { profileRefs } from '@itellico/contracts/profiles'
import { answer, defineModule, handle } from '@itellico/kernel/module'
import { ask } from '@itellico/kernel/operations'
import * as calendar from './bookings.calendar.ts'
import { personalOfBookings } from './bookings.personal.repository.ts'
import * as repository from './bookings.repository.ts'
import { request } from './bookings.requests.ts'
import * as service from './bookings.service.ts'
import * as steps from './bookings.steps.ts'

export const bookings = defineModule({
  name: 'bookings',
  migrations: ['tenant'],
  personal: personalOfBookings,
  routes: [
    handle(contract.createBooking, (ctx, { body }) => service.create(ctx, body)),
    handle(contract.requestOption, (ctx, { body }) => request(ctx, body)),
    handle(contract.listBookings, (ctx, { query }) => service.list(ctx, query)),
    handle(contract.getBooking, (ctx, { params }) => service.get(ctx, params.id)),
    handle(contract.updateBooking, (ctx, { params, body, ifMatch }) => service.update(ctx, params.id, body, ifMatch)),
    handle(contract.holdBooking, (ctx, { params, body }) => steps.hold(ctx, params.id, body)),
    handle(contract.confirmBooking, (ctx, { params, body }) => steps.confirm(ctx, params.id, body)),
    handle(contract.releaseBooking, (ctx, { params, body }) => steps.release(ctx, params.id, body.reason)),
    handle(contract.declineBooking, (ctx, { params, body }) => steps.decline(ctx, params.id, body.reason)),
    handle(contract.cancelBooking, (ctx, { params, body }) => steps.cancel(ctx, params.id, body.reason)),
    handle(contract.withdrawRequest, (ctx, { params }) => steps.withdraw(ctx, params.id)),
    handle(contract.calendar, (ctx, { query }) => calendar.chart(ctx, query)),
    handle(contract.createBookout, (ctx, { params, body }) => calendar.createBookout(ctx, params.id, body)),
    handle(contract.listBookouts, async (ctx, { params }) => ({ items: await calendar.listBookouts(ctx, params.id) })),
    handle(contract.deleteBookout, async (ctx, { params }) => (await calendar.deleteBookout(ctx, params.id), null)),
    handle(contract.listOwnBookings, (ctx, { query }) => service.listOwn(ctx, query)),
  ],
  operations: [
    answer(contract.bookingFacts, async (ctx, { id }) => {
      const b = await repository.find(ctx.db, id)
      return (
        b && {
          id: b.id,
          status: b.status as contract.BookingStatus,
          profileId: b.profileId,
          agencyAccountId: b.accountId,
          clientAccountId: b.clientAccountId,
          clientName: b.clientName,
          title: b.title,
          startsAt: b.startsAt.toISOString(),
          endsAt: b.endsAt.toISOString(),
          timezone: b.timezone,
          location: b.location,
        }
      )
    }),
    answer(contract.bookingRows, async (ctx, { accountId, after, limit }) => {
      const rows = await repository.rowsAfter(ctx.db, accountId, after, limit)
      const talents = new Map((await ask(ctx, profileRefs, { ids: [...new Set(rows.map((r) => r.profileId))] })).map((p) => [p.id, p.displayName]))
      const names = new Map((await ask(ctx, accountNames, { ids: [...new Set(rows.map((r) => r.accountId))] })).map((a) => [a.id, a.name]))
      return rows.map((r) => ({
        id: r.id,
        status: r.status,
        rank: r.rank,
        talent: talents.get(r.profileId) ?? '',
        client: r.clientName,
        agency: names.get(r.accountId) ?? '',
        title: r.title,
        location: r.location ?? '',
        startsAt: r.startsAt.toISOString(),
        endsAt: r.endsAt.toISOString(),
        timezone: r.timezone,
        feeMinor: r.feeMinor === null ? null : Number(r.feeMinor),
        currency: r.currency ?? '',
      }))
    }),
  ],
  schedules: [{ name: 'bookings.settle-due', everyMs: 60_000, per: 'tenant', fn: (ctx) => steps.settleDue(ctx) }],
})
