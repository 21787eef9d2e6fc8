import * as contract from '@itellico/contracts/applications'
import { answer, defineModule, handle } from '@itellico/kernel/module'
import * as service from './applications.service.ts'
import { personalOfApplications } from './applications.personal.repository.ts'
import * as submitting from './applications.submitting.ts'

/** Applications of talents to roles of castings, and what the client decides. */
export const applications = defineModule({
  name: 'applications',
  migrations: ['tenant'],
  personal: personalOfApplications,
  routes: [
    handle(contract.apply, (ctx, { body }) => submitting.apply(ctx, body)),
    handle(contract.submitTalents, (ctx, { body }) => submitting.submit(ctx, body)),
    handle(contract.listOwnApplications, (ctx, { query }) => service.listOwn(ctx, query)),
    handle(contract.withdrawApplication, (ctx, { params, ifMatch }) => service.withdraw(ctx, params.id, ifMatch)),
    handle(contract.listApplicants, (ctx, { params, query }) => service.listApplicants(ctx, params.id, query)),
    handle(contract.reviewApplication, (ctx, { params, body, ifMatch }) => service.review(ctx, params.id, body, ifMatch)),
  ],
  operations: [
    answer(contract.applicationCounts, (ctx, { listingIds }) => service.count(ctx, listingIds)),
    answer(contract.applicationFacts, (ctx, { id }) => service.findFacts(ctx, id)),
  ],
})
