import * as contract from '@itellico/contracts/packages'
import { defineModule, handle } from '@itellico/kernel/module'
import { personalOfPackages } from './packages.personal.repository.ts'
import * as service from './packages.service.ts'

/** Shortlists of talents that an account keeps. */
export const packages = defineModule({
  name: 'packages',
  migrations: ['tenant'],
  personal: personalOfPackages,
  routes: [
    handle(contract.listShortlists, async (ctx, { query }) => ({ items: await service.list(ctx, query.profileId) })),
    handle(contract.createShortlist, (ctx, { body }) => service.create(ctx, body)),
    handle(contract.getShortlist, (ctx, { params }) => service.get(ctx, params.id)),
    handle(contract.updateShortlist, (ctx, { params, body, ifMatch }) => service.update(ctx, params.id, body, ifMatch)),
    handle(contract.deleteShortlist, async (ctx, { params }) => (await service.remove(ctx, params.id), null)),
    handle(contract.addToShortlist, (ctx, { params, body, ifMatch }) => service.add(ctx, params.id, body, ifMatch)),
    handle(contract.removeFromShortlist, async (ctx, { params }) => (await service.take(ctx, params.id, params.profileId), null)),
  ],
})
