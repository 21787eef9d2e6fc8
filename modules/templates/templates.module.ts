import * as contract from '@itellico/contracts/templates'
import { answer, defineModule, handle } from '@itellico/kernel/module'
import * as service from './templates.service.ts'

export const templates = defineModule({
  name: 'templates',
  migrations: ['tenant'],
  personal: { impersonal: ['template_install'] },
  routes: [
    handle(contract.listTemplates, () => Promise.resolve(service.list())),
    handle(contract.getTenantTemplate, (ctx) => service.get(ctx)),
    handle(contract.upgradeTenantTemplate, (ctx, { body }) => service.upgrade(ctx, body)),
  ],
  operations: [
    answer(contract.installTemplate, async (ctx, { key, version }) => (await service.install(ctx, key, version), null)),
    answer(contract.templateDefaults, (_, { key }) => Promise.resolve(service.defaults(key))),
  ],
})
