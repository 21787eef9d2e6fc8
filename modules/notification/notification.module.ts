import * as contract from '@itellico/contracts/notification'
import { answer, defineModule, handle, work } from '@itellico/kernel/module'
import { deliverMail } from './notification.jobs.ts'
import { notices } from './notification.notices.ts'
import { personalOfNotification } from './notification.personal.repository.ts'
import * as repository from './notification.repository.ts'
import * as service from './notification.service.ts'

const KEEP_DAYS = 90
const KEEP_FAILED_DAYS = 7
const DAY_MS = 86_400_000

export const notification = defineModule({
  name: 'notification',
  migrations: ['tenant', 'control'],
  routes: [
    handle(contract.listNotifications, (ctx, { query }) => service.list(ctx, query)),
    handle(contract.readNotifications, async (ctx, { body }) => (await service.markRead(ctx, body.ids), null)),
  ],
  personal: personalOfNotification,
  handlers: notices,
  jobs: [work(deliverMail, (ctx, { mailId }, run) => service.deliver(ctx, mailId, run))],
  operations: [answer(contract.sendMail, async (ctx, input) => (await service.queueMail(ctx, input), null))],
  schedules: [
    {
      name: 'notification.delete-old',
      everyMs: 6 * 3_600_000,
      per: 'realm',
      fn: (ctx) => {
        const daysAgo = (days: number) => new Date(ctx.now().getTime() - days * DAY_MS)
        return repository.deleteOld(ctx.db, daysAgo(KEEP_DAYS), daysAgo(KEEP_FAILED_DAYS))
      },
    },
  ],
})
