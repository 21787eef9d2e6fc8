import * as contract from '@itellico/contracts/legal'
import { defineModule, handle } from '@itellico/kernel/module'
import * as service from './legal.service.ts'

export const legal = defineModule({
  name: 'legal',
  migrations: ['tenant'],
  personal: { impersonal: ['legal_page'] },
  routes: [
    handle(contract.listLegalPages, (ctx) => service.list(ctx)),
    handle(contract.createLegalPage, (ctx, { body }) => service.create(ctx, body)),
    handle(contract.getLegalPage, (ctx, { params }) => service.get(ctx, params.id)),
    handle(contract.updateLegalPage, (ctx, { params, body, ifMatch }) => service.update(ctx, params.id, body.texts, ifMatch)),
    handle(contract.publishLegalPage, (ctx, { params, ifMatch }) => service.publish(ctx, params.id, ifMatch)),
    handle(contract.withdrawLegalPage, (ctx, { params }) => service.withdraw(ctx, params.id)),
    handle(contract.deleteLegalPage, async (ctx, { params }) => (await service.remove(ctx, params.id), null)),
    handle(contract.listPublicPages, (ctx, { query }) => service.listPublic(ctx, query.locale)),
    handle(contract.getPublicPage, (ctx, { params, query }) => service.read(ctx, params.slug, query.locale)),
  ],
})
