import * as contract from '@itellico/contracts/usage'
import type { TxCtx } from '@itellico/kernel/context'
import { inTx } from '@itellico/kernel/context'
import { answer, defineModule, handle } from '@itellico/kernel/module'
import * as service from './usage.service.ts'

const DAY = 86_400_000

export const usage = defineModule({
  name: 'usage',
  migrations: ['tenant'],
  personal: { impersonal: ['usage_counter'] },
  routes: [handle(contract.getUsage, (ctx) => service.own(ctx)), handle(contract.getTenantUsage, (ctx, { params }) => service.ofTenant(ctx, params.id))],
  operations: [
    answer(contract.changeUsage, async (ctx, { key, by }) => {
      await inTx(ctx, (tx: TxCtx) => service.change(tx, key, by))
      return null
    }),
  ],
  schedules: [
    { name: 'usage.save-calls', everyMs: 60_000, per: 'platform', fn: (ctx) => service.saveCalls(ctx) },
    { name: 'usage.recount', everyMs: DAY, per: 'tenant', fn: async (ctx) => void (await service.recount(ctx)) },
  ],
})
