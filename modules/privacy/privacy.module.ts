import * as contract from '@itellico/contracts/privacy'
import { answer, defineModule, handle, handleFile, work } from '@itellico/kernel/module'
import { userOf } from '../actor.ts'
import { erase, eraseDue, replay } from './privacy.erasing.ts'
import { runErasure, writePersonExport } from './privacy.jobs.ts'
import { personalOfPrivacy } from './privacy.personal.ts'
import * as service from './privacy.service.ts'
import { makeArchive } from './privacy.writing.ts'

/** All data of one person: given to them, and erased. */
export const privacy = defineModule({
  name: 'privacy',
  migrations: ['tenant', 'control'],
  personal: personalOfPrivacy,
  routes: [
    handle(contract.getOwnPrivacy, (ctx) => service.get(ctx, userOf(ctx).userId)),
    handle(contract.createOwnExport, (ctx) => service.requestExport(ctx, userOf(ctx).userId)),
    handle(contract.eraseOwnAccount, (ctx, { body }) => service.leave(ctx, body.email)),
    handle(contract.keepAccount, async (ctx, { body }) => (await service.keep(ctx, body.ticket), null)),
    handle(contract.getPersonPrivacy, (ctx, { params }) => service.get(ctx, params.id)),
    handle(contract.createPersonExport, (ctx, { params }) => service.requestExport(ctx, params.id)),
    handle(contract.erasePerson, (ctx, { params, body }) => service.erasePerson(ctx, params.id, body)),
    handleFile(contract.downloadPersonExport, (ctx, { params, query }) => service.download(ctx, params.id, query)),
  ],
  operations: [answer(contract.replayErasures, async (ctx) => ({ count: await replay(ctx) }))],
  jobs: [
    work(writePersonExport, (ctx, { personExportId }, run) => makeArchive(ctx, personExportId, run)),
    work(runErasure, (ctx, { erasureId }) => erase(ctx, erasureId)),
  ],
  schedules: [
    { name: 'privacy.clean-up', everyMs: 600_000, per: 'tenant', fn: (ctx) => service.cleanUp(ctx) },
    { name: 'privacy.erase-due', everyMs: 600_000, per: 'tenant', fn: (ctx) => eraseDue(ctx) },
  ],
})
