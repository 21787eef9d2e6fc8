import * as contract from '@itellico/contracts/domains'
import { tenantArchivedEvent, tenantPurged } from '@itellico/contracts/tenant-life'
import { answer, defineModule, handle, onSync } from '@itellico/kernel/module'
import { lookAtDue } from './domains.check.ts'
import * as service from './domains.service.ts'

export const domains = defineModule({
  name: 'domains',
  migrations: ['control'],
  routes: [
    handle(contract.listDomains, (ctx) => service.list(ctx)),
    handle(contract.addDomain, (ctx, { body }) => service.add(ctx, body.host)),
    handle(contract.checkDomain, (ctx, { params }) => service.check(ctx, params.id)),
    handle(contract.makeDomainPrimary, (ctx, { params }) => service.makePrimary(ctx, params.id)),
    handle(contract.chooseSubdomain, async (ctx) => (await service.chooseSubdomain(ctx), null)),
    handle(contract.removeDomain, async (ctx, { params }) => (await service.remove(ctx, params.id), null)),
  ],
  handlers: [
    onSync(tenantArchivedEvent, 'domains.release-archived', (tx, { payload }) => service.release(tx, payload.tenantId)),
    onSync(tenantPurged, 'domains.release-purged', (tx, { payload }) => service.release(tx, payload.tenantId)),
  ],
  operations: [answer(contract.activeDomains, (ctx) => service.active(ctx))],
  schedules: [{ name: 'domains.look', everyMs: 60_000, per: 'platform', fn: (ctx) => lookAtDue(ctx) }],
})
