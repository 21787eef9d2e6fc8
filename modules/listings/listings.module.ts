import { accountStatusChanged } from '@itellico/contracts/accounts'
import * as contract from '@itellico/contracts/listings'
import { answer, defineModule, handle, on } from '@itellico/kernel/module'
import { personalOfListings } from './listings.personal.ts'
import * as repository from './listings.repository.ts'
import * as service from './listings.service.ts'
import * as stages from './listings.stages.ts'
import { toRef } from './listings.view.ts'
import * as writing from './listings.writing.ts'

/** Castings: written, published and closed by the accounts that look for talents. */
export const listings = defineModule({
  name: 'listings',
  migrations: ['tenant'],
  personal: personalOfListings,
  routes: [
    handle(contract.listPublicListings, (ctx, { query }) => service.listPublic(ctx, query)),
    handle(contract.getPublicListing, (ctx, { params }) => service.getPublic(ctx, params.slug)),
    handle(contract.listOwnListings, (ctx, { query }) => service.listOwn(ctx, query)),
    handle(contract.createListing, (ctx, { body }) => writing.create(ctx, body)),
    handle(contract.getListing, (ctx, { params }) => service.get(ctx, params.id)),
    handle(contract.updateListing, (ctx, { params, body, ifMatch }) => writing.update(ctx, params.id, body, ifMatch)),
    handle(contract.publishListing, (ctx, { params, ifMatch }) => stages.publish(ctx, params.id, ifMatch)),
    handle(contract.closeListing, (ctx, { params, body, ifMatch }) => stages.close(ctx, params.id, body.outcome, ifMatch)),
  ],
  handlers: [
    on(accountStatusChanged, 'listings.close-of-suspended', async (tx, { payload }) => {
      if (payload.status === 'suspended') await stages.closeOfAccount(tx, payload.accountId)
    }),
  ],
  operations: [
    answer(contract.listingRef, async (ctx, { id, lock }) => {
      if (lock) await repository.lock(ctx.db, id, 'share')
      const row = await repository.find(ctx.db, { id })
      return row && toRef(ctx, row)
    }),
    answer(contract.hasOpenListing, (ctx, { accountId }) => repository.hasOpen(ctx.db, accountId, ctx.now())),
    answer(contract.listingRefs, async (ctx, { ids }) => (await repository.findMany(ctx.db, ids)).map((row) => toRef(ctx, row))),
  ],
  schedules: [{ name: 'listings.close-overdue', everyMs: 60_000, per: 'tenant', fn: (ctx) => stages.closeOverdue(ctx) }],
})
