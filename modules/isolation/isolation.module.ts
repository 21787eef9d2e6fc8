import * as contract from '@itellico/contracts/isolation'
import { defineModule, handle, work } from '@itellico/kernel/module'
import { runCheck } from './isolation.jobs.ts'
import * as running from './isolation.running.ts'
import * as service from './isolation.service.ts'
import { publicKey } from './isolation.signing.ts'

/** Checks from outside that nothing of a marketplace can be reached from another one. */
export const isolation = defineModule({
  name: 'isolation',
  migrations: ['tenant', 'control'],
  personal: { impersonal: ['isolation_check'] },
  routes: [
    handle(contract.startIsolationCheck, (ctx) => service.start(ctx)),
    handle(contract.listIsolationChecks, (ctx) => service.list(ctx)),
    handle(contract.getIsolationCheck, (ctx, { params }) => service.get(ctx, params.id)),
    handle(contract.getReportKey, (ctx) => publicKey(ctx.kernel)),
  ],
  jobs: [work(runCheck, (ctx, { checkId }, run) => running.run(ctx, checkId, run))],
})
