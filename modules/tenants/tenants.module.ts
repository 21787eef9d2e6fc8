import { ensureProbeTenant } from '@itellico/contracts/isolation'
import * as life from '@itellico/contracts/tenant-life'
import * as contract from '@itellico/contracts/tenants'
import type { Ctx } from '@itellico/kernel/context'
import { answer, defineModule, handle, handleFile, work } from '@itellico/kernel/module'
import * as archiving from './tenants.archiving.ts'
import { provisionTenant, runOperation } from './tenants.jobs.ts'
import * as lifeOf from './tenants.life.ts'
import * as moving from './tenants.move.ts'
import * as operations from './tenants.operations.ts'
import { ensureProbe } from './tenants.probe.ts'
import { provision } from './tenants.provision.ts'
import * as purging from './tenants.purge.ts'
import * as service from './tenants.service.ts'
import * as signup from './tenants.signup.ts'

/** What each kind of operation does. */
const operators = {
  archive: archiving.writeOut,
  sandbox: archiving.makeSandbox,
  purge: purging.purge,
  'key-rotation': purging.rotateKey,
  move: moving.move,
} as const

const operate = (ctx: Ctx, operationId: string, run: Parameters<typeof operations.run>[2]): Promise<void> =>
  operations.run(ctx, operationId, run, (progress) => {
    const operator = operators[progress.row.kind as keyof typeof operators]
    return operator(ctx, progress)
  })

export const tenants = defineModule({
  name: 'tenants',
  migrations: ['control'],
  routes: [
    handle(contract.getPublicTenant, (ctx) => service.getPublic(ctx)),
    handle(contract.resolveTenant, (ctx, { query }) => service.resolve(ctx, query.host)),
    handle(contract.getTenantProfile, (ctx) => service.getProfile(ctx)),
    handle(contract.updateTenantProfile, (ctx, { body, ifMatch }) => service.updateProfile(ctx, body, ifMatch)),
    handle(contract.listTenants, (ctx, { query }) => service.list(ctx, query)),
    handle(contract.getTenant, (ctx, { params }) => service.get(ctx, params.id)),
    handle(contract.createTenant, (ctx, { body }) => service.create(ctx, body)),
    handle(contract.suspendTenant, (ctx, { params, body }) => lifeOf.suspend(ctx, params.id, body.reason)),
    handle(contract.reactivateTenant, (ctx, { params }) => lifeOf.reactivate(ctx, params.id)),
    handle(contract.retryProvisioning, (ctx, { params }) => service.retry(ctx, params.id)),
    handle(life.listPlans, () => Promise.resolve(signup.listPlans())),
    handle(life.checkAddress, (ctx, { query }) => signup.checkAddress(ctx, query.slug)),
    handle(life.signUpTenant, (ctx, { body }) => signup.signUp(ctx, body)),
    handle(life.signUpProgress, (ctx, { params }) => signup.progress(ctx, params.ticket)),
    handle(life.activateTenant, (ctx, { params, body }) => lifeOf.activate(ctx, params.id, body.reason)),
    handle(life.markPastDue, (ctx, { params, body }) => lifeOf.markPastDue(ctx, params.id, body.reason)),
    handle(life.archiveTenant, (ctx, { params, body }) => lifeOf.archive(ctx, params.id, body.reason)),
    handle(life.restoreTenant, (ctx, { params, body }) => lifeOf.restore(ctx, params.id, body.reason)),
    handle(life.setMaintenance, (ctx, { params, body }) => lifeOf.setMaintenance(ctx, params.id, body.on)),
    handle(life.setTenantPlan, (ctx, { params, body }) => lifeOf.setPlan(ctx, params.id, body.plan, body.limits)),
    handle(life.requestArchiving, (ctx, { body }) => lifeOf.requestArchiving(ctx, body.confirm, body.reason)),
    handle(life.withdrawArchiving, (ctx) => lifeOf.withdrawArchiving(ctx)),
    handle(life.listOperations, (ctx, { params }) => operations.list(ctx, params.id)),
    handle(life.exportTenant, (ctx, { params }) => archiving.requestExport(ctx, params.id)),
    handle(life.cloneTenant, (ctx, { params, body }) => archiving.requestSandbox(ctx, params.id, body.slug)),
    handle(life.purgeTenant, (ctx, { params, body }) => purging.requestPurge(ctx, params.id, body.confirm)),
    handle(life.rotateTenantKey, (ctx, { params }) => purging.requestRotation(ctx, params.id)),
    handle(life.listShards, (ctx) => moving.listShards(ctx)),
    handle(life.moveTenant, (ctx, { params, body }) => moving.requestMove(ctx, params.id, body.shard)),
    handle(life.abortMove, (ctx, { params }) => moving.abortMove(ctx, params.id)),
    handleFile(life.downloadArchive, (ctx, { params }) => archiving.download(ctx, params.token)),
    handle(contract.platformOverview, (ctx) => service.overview(ctx)),
    handle(contract.listDeadLetters, (ctx, { query }) => service.deadLetters(ctx, query)),
    handle(contract.replayDeadLetter, (ctx, { params }) => service.replay(ctx, params.id)),
  ],
  operations: [
    answer(ensureProbeTenant, async (ctx) => ({ tenantId: await ensureProbe(ctx) })),
    answer(contract.tenantTheme, (ctx) => service.theme(ctx)),
    answer(contract.industryOf, (ctx) => service.industry(ctx)),
  ],
  jobs: [
    work(provisionTenant, (ctx, { tenantId }, run) => provision(ctx, tenantId, run)),
    work(runOperation, (ctx, { operationId }, run) => operate(ctx, operationId, run)),
  ],
  schedules: [
    { name: 'tenants.measure', everyMs: 60_000, per: 'platform', fn: (ctx) => service.measureAll(ctx) },
    { name: 'tenants.move-on', everyMs: 600_000, per: 'platform', fn: (ctx) => lifeOf.moveOn(ctx) },
    { name: 'tenants.purge-overdue', everyMs: 3_600_000, per: 'platform', fn: (ctx) => purging.purgeOverdue(ctx) },
    { name: 'tenants.archives-expire', everyMs: 3_600_000, per: 'platform', fn: (ctx) => archiving.removeExpired(ctx) },
  ],
})
