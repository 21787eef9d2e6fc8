import * as contract from '@itellico/contracts/api-keys'
import { passwordChanged } from '@itellico/contracts/auth'
import { answer, defineModule, handle, onSync } from '@itellico/kernel/module'
import { userOf } from '../actor.ts'
import { authenticate } from './api-keys.authentication.ts'
import { personalOfKeys } from './api-keys.personal.ts'
import * as service from './api-keys.service.ts'

export const apiKeys = defineModule({
  name: 'api-keys',
  migrations: ['tenant'],
  personal: personalOfKeys,
  routes: [
    handle(contract.listApiKeys, async (ctx) => ({ items: await service.listOwn(ctx) })),
    handle(contract.createApiKey, (ctx, { body }) => service.create(ctx, body)),
    handle(contract.rotateApiKey, (ctx, { params, body }) => service.rotate(ctx, params.id, body)),
    handle(contract.revokeApiKey, async (ctx, { params }) => (await service.revoke(ctx, params.id, userOf(ctx).userId), null)),
    handle(contract.listAllApiKeys, (ctx, { query }) => service.listAll(ctx, query)),
    handle(contract.revokeAnyApiKey, async (ctx, { params }) => (await service.revoke(ctx, params.id), null)),
  ],
  // the platform has people with passwords, and no keys
  handlers: [
    onSync(passwordChanged, 'keys.revoke-all', async (tx, { payload }) => {
      if (tx.realm.kind === 'tenant') await service.revokeAll(tx, payload.userId)
    }),
  ],
  operations: [answer(contract.authenticateKey, (ctx, { token, ip }) => authenticate(ctx, token, ip))],
  schedules: [{ name: 'keys.delete-ended', everyMs: 24 * 3_600_000, per: 'tenant', fn: (ctx) => service.deleteEnded(ctx) }],
})
