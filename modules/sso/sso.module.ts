import * as contract from '@itellico/contracts/sso'
import { answer, defineModule, handle } from '@itellico/kernel/module'
import * as domains from './sso.domains.ts'
import { personalOfSso } from './sso.personal.ts'
import * as service from './sso.service.ts'
import { begin, finish } from './sso.signin.ts'

export const sso = defineModule({
  name: 'sso',
  migrations: ['tenant'],
  personal: personalOfSso,
  routes: [
    handle(contract.listConnections, (ctx) => service.list(ctx)),
    handle(contract.createConnection, (ctx, { body }) => service.create(ctx, body)),
    handle(contract.updateConnection, (ctx, { params, body }) => service.update(ctx, params.id, body)),
    handle(contract.removeConnection, async (ctx, { params }) => (await service.remove(ctx, params.id), null)),
    handle(contract.testConnection, (ctx, { params, body }) => begin(ctx, 'test', { connectionId: params.id, ...body })),
    handle(contract.addSsoDomain, (ctx, { params, body }) => domains.addDomain(ctx, params.id, body.domain)),
    handle(contract.checkSsoDomain, (ctx, { params }) => domains.checkDomain(ctx, params.id)),
    handle(contract.forceSsoDomain, (ctx, { params, body }) => domains.forceDomain(ctx, params.id, body.forced)),
    handle(contract.removeSsoDomain, async (ctx, { params }) => (await domains.removeDomain(ctx, params.id), null)),
    handle(contract.listSignInWays, async (ctx) => ({ items: await service.offered(ctx) })),
    handle(contract.startSso, (ctx, { body }) => begin(ctx, 'sign-in', body)),
    handle(contract.finishSso, (ctx, { body, headers }) => finish(ctx, body, headers)),
    handle(contract.listIdentities, (ctx) => service.identities(ctx)),
    handle(contract.linkIdentity, (ctx, { body }) => begin(ctx, 'link', body)),
    handle(contract.unlinkIdentity, async (ctx, { params }) => (await service.unlink(ctx, params.id), null)),
  ],
  operations: [answer(contract.ssoForcedFor, (ctx, { email }) => domains.forcedFor(ctx, email))],
  schedules: [{ name: 'sso.look', everyMs: 3_600_000, per: 'tenant', fn: (ctx) => domains.lookAtDue(ctx) }],
})
