import * as contract from '@itellico/contracts/exports'
import { answer, defineModule, handle, handleFile, work } from '@itellico/kernel/module'
import { accountOf } from '../actor.ts'
import { runExport } from './exports.jobs.ts'
import { personalOfExports } from './exports.personal.ts'
import { fileEnd, linkEnd } from './exports.policy.ts'
import * as service from './exports.service.ts'
import * as writing from './exports.writing.ts'

/** Exports of data as files that can be downloaded for a day. */
export const exports = defineModule({
  name: 'exports',
  migrations: ['tenant'],
  personal: personalOfExports,
  routes: [
    handle(contract.createTenantExport, (ctx, { body }) => service.create(ctx, null, body)),
    handle(contract.listTenantExports, async (ctx) => ({ items: await service.list(ctx, null) })),
    handle(contract.getTenantExport, (ctx, { params }) => service.get(ctx, null, params.id)),
    handle(contract.createAccountExport, (ctx, { body }) => service.create(ctx, accountOf(ctx).accountId, body)),
    handle(contract.listAccountExports, async (ctx) => ({ items: await service.list(ctx, accountOf(ctx).accountId) })),
    handle(contract.getAccountExport, (ctx, { params }) => service.get(ctx, accountOf(ctx).accountId, params.id)),
    handleFile(contract.downloadExport, (ctx, { params, query }) => service.download(ctx, params.id, query)),
  ],
  operations: [answer(contract.exportLink, async (ctx, { exportId }) => ({ path: service.signedPath(ctx, exportId, linkEnd(ctx.now(), fileEnd(ctx.now()))) }))],
  jobs: [work(runExport, (ctx, { exportId }, run) => writing.runExport(ctx, exportId, run))],
  schedules: [{ name: 'exports.clean-up', everyMs: 600_000, per: 'tenant', fn: (ctx) => service.cleanUp(ctx) }],
})
