import * as contract from '@itellico/contracts/branding'
import { answer, defineModule, handle, handleFile } from '@itellico/kernel/module'
import * as logos from './branding.logos.ts'
import * as service from './branding.service.ts'

export const branding = defineModule({
  name: 'branding',
  migrations: ['tenant'],
  personal: { impersonal: ['brand'] },
  routes: [
    handle(contract.getBranding, (ctx) => service.get(ctx)),
    handle(contract.updateSender, (ctx, { body, ifMatch }) => service.updateSender(ctx, body, ifMatch)),
    handle(contract.uploadLogo, async (ctx, { query, stream }) => (await logos.upload(ctx, query.slot, stream), service.get(ctx))),
    handle(contract.removeLogo, async (ctx, { query }) => (await logos.remove(ctx, query.slot), null)),
    handleFile(contract.getLogo, (ctx, { query }) => logos.readFile(ctx, query)),
  ],
  operations: [answer(contract.brandLogos, (ctx) => logos.logosOf(ctx)), answer(contract.mailIdentity, (ctx) => service.mailIdentity(ctx))],
})
