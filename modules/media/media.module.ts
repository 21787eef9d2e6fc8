import * as contract from '@itellico/contracts/media'
import { changeUsage } from '@itellico/contracts/usage'
import { inTx } from '@itellico/kernel/context'
import { answer, defineModule, handle, handleFile, on, work } from '@itellico/kernel/module'
import { ask } from '@itellico/kernel/operations'
import { processMedia } from './media.jobs.ts'
import { originalKey, signUpload, signView } from './media.links.ts'
import { personalOfMedia } from './media.personal.ts'
import { processPicture } from './media.process.ts'
import * as repository from './media.repository.ts'
import * as service from './media.service.ts'

const ABANDONED_HOURS = 24

export const media = defineModule({
  name: 'media',
  migrations: ['tenant'],
  personal: personalOfMedia,
  routes: [
    handle(contract.reserveUpload, (ctx, { body }) => service.reserve(ctx, body)),
    handle(contract.uploadFile, async (ctx, { params, stream }) => (await service.receive(ctx, params.token, stream), null)),
    handle(contract.completeUpload, (ctx, { params }) => service.complete(ctx, params.id)),
    handle(contract.listMedia, async (ctx, { params }) => ({ items: await service.list(ctx, params.id) })),
    handle(contract.updateMedia, (ctx, { params, body }) => service.update(ctx, params.id, body)),
    handle(contract.orderMedia, async (ctx, { params, body }) => ({ items: await service.order(ctx, params.id, body.ids) })),
    handle(contract.deleteMedia, async (ctx, { params }) => (await service.remove(ctx, params.id), null)),
    handleFile(contract.getMediaFile, (ctx, { params, query }) => service.readFile(ctx, params.id, params.variant, query)),
  ],
  handlers: [
    on(contract.mediaDeleted, 'media.delete-files', async (tx, { payload }) => {
      for (const key of payload.keys) await tx.kernel.storage.remove(key)
    }),
  ],
  jobs: [work(processMedia, (ctx, { mediaId }, run) => processPicture(ctx, mediaId, run))],
  operations: [
    answer(contract.mediaLinks, async (ctx, { mediaId }) => {
      const { e, s } = signView(ctx, mediaId)
      return { view: `/public/media/${mediaId}/large?e=${e}&s=${s}`, upload: signUpload(ctx, mediaId, 1, e) }
    }),
    answer(contract.profileMedia, (ctx, input) => service.ofProfiles(ctx, input)),
  ],
  schedules: [
    {
      name: 'media.delete-abandoned',
      everyMs: 3_600_000,
      per: 'tenant',
      fn: async (ctx) => {
        for (const row of await repository.abandoned(ctx.db, new Date(ctx.now().getTime() - ABANDONED_HOURS * 3_600_000))) {
          await ctx.kernel.storage.remove(originalKey(ctx.realm.id, row.id))
          await inTx(ctx, async (tx) => {
            await repository.remove(tx.db, row.id)
            await ask(tx, changeUsage, { key: 'storageBytes', by: -Number(row.sizeBytes) })
          })
        }
      },
    },
  ],
})
