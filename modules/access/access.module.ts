import * as contract from '@itellico/contracts/access'
import { answer, defineModule, handle } from '@itellico/kernel/module'
import { explain, simulate } from './access.explain.ts'
import * as grants from './access.grants.ts'
import { personalOfAccess } from './access.personal.ts'
import * as policies from './access.policies.ts'
import { rightsOf } from './access.rights.ts'
import * as roles from './access.roles.ts'

export const access = defineModule({
  name: 'access',
  migrations: ['tenant'],
  routes: [
    handle(contract.listRoles, async (ctx) => ({ items: await roles.list(ctx) })),
    handle(contract.listAccountRoles, async (ctx) => ({ items: await roles.listOfAccounts(ctx) })),
    handle(contract.createRole, (ctx, { body }) => roles.create(ctx, body)),
    handle(contract.updateRole, (ctx, { params, body, ifMatch }) => roles.update(ctx, params.key, body, ifMatch)),
    handle(contract.deleteRole, async (ctx, { params }) => (await roles.remove(ctx, params.key), null)),
    handle(contract.listGrants, (ctx, { query }) => grants.list(ctx, query)),
    handle(contract.createGrant, (ctx, { body }) => grants.create(ctx, body)),
    handle(contract.deleteGrant, async (ctx, { params }) => (await grants.remove(ctx, params.id), null)),
    handle(contract.listPolicies, async () => ({ items: policies.list() })),
    handle(contract.tryPolicy, async (_, { body }) => policies.decideOn(body.key, body.facts)),
    handle(contract.explainAccess, (ctx, { query }) => explain(ctx, query)),
    handle(contract.simulateAccess, (ctx, { body }) => simulate(ctx, body)),
  ],
  personal: personalOfAccess,
  operations: [
    answer(contract.rightsOf, (ctx, input) => rightsOf(ctx, input)),
    answer(contract.rolesIn, (ctx, { scope, keys }) => roles.rolesIn(ctx, scope, keys)),
    answer(contract.rolesBehind, (ctx, { keys }) => roles.rolesBehind(ctx, keys)),
  ],
})
