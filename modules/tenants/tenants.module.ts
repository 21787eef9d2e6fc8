import * as contract from '@itellico/contracts/tenants'
import { defineModule, handle, work } from '@itellico/kernel/module'
import { provisionTenant } from './tenants.jobs.ts'
import { provision } from './tenants.provision.ts'
import * as service from './tenants.service.ts'

export const tenants = defineModule({
  name: 'tenants',
  routes: [
    handle(contract.getPublicTenant, (ctx) => service.getPublic(ctx)),
    handle(contract.resolveTenant, (ctx, { query }) => service.resolve(ctx, query.host)),
    handle(contract.getTenantProfile, (ctx) => service.getProfile(ctx)),
    handle(contract.updateTenantProfile, (ctx, { body, ifMatch }) => service.updateProfile(ctx, body, ifMatch)),
    handle(contract.listTenants, (ctx, { query }) => service.list(ctx, query)),
    handle(contract.getTenant, (ctx, { params }) => service.get(ctx, params.id)),
    handle(contract.createTenant, (ctx, { body }) => service.create(ctx, body)),
    handle(contract.suspendTenant, (ctx, { params, body }) => service.suspend(ctx, params.id, body.reason)),
    handle(contract.reactivateTenant, (ctx, { params }) => service.reactivate(ctx, params.id)),
    handle(contract.retryProvisioning, (ctx, { params }) => service.retry(ctx, params.id)),
    handle(contract.platformOverview, (ctx) => service.overview(ctx)),
    handle(contract.listDeadLetters, (ctx, { query }) => service.deadLetters(ctx, query)),
    handle(contract.replayDeadLetter, (ctx, { params }) => service.replay(ctx, params.id)),
  ],
  jobs: [work(provisionTenant, (ctx, { tenantId }, run) => provision(ctx, tenantId, run))],
  schedules: [{ name: 'tenants.measure', everyMs: 60_000, per: 'platform', fn: (ctx) => service.measureAll(ctx) }],
})
