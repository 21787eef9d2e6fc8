import { membershipsOf } from '@itellico/contracts/accounts'
import { userRegistered } from '@itellico/contracts/auth'
import type { FieldValues } from '@itellico/contracts/model-schema'
import * as contract from '@itellico/contracts/profiles'
import { answer, defineModule, handle, onSync } from '@itellico/kernel/module'
import { ask } from '@itellico/kernel/operations'
import { visibility } from './profiles.policy.ts'
import * as repository from './profiles.repository.ts'
import * as schemas from './profiles.schemas.ts'
import * as service from './profiles.service.ts'
import { listRows } from './profiles.view.ts'

export const profiles = defineModule({
  name: 'profiles',
  migrations: ['tenant'],
  routes: [
    handle(contract.getPublicSchema, (ctx) => schemas.forPublic(ctx)),
    handle(contract.getPublicProfile, (ctx, { params }) => service.getPublic(ctx, params.slug)),
    handle(contract.getMemberSchema, (ctx) => schemas.forMembers(ctx)),
    handle(contract.listOwnProfiles, async (ctx) => ({ items: await service.listOwn(ctx) })),
    handle(contract.getOwnProfile, (ctx, { params }) => service.get(ctx, params.id, 'user')),
    handle(contract.updateOwnProfile, (ctx, { params, body, ifMatch }) => service.update(ctx, params.id, body, 'user', ifMatch)),
    handle(contract.submitOwnProfile, (ctx, { params }) => service.move(ctx, params.id, 'submit', 'user')),
    handle(contract.listRoster, (ctx, { query }) => service.listRoster(ctx, query)),
    handle(contract.getRosterProfile, (ctx, { params }) => service.get(ctx, params.id, 'account')),
    handle(contract.createRosterProfile, (ctx, { body }) => service.create(ctx, body)),
    handle(contract.updateRosterProfile, (ctx, { params, body, ifMatch }) => service.update(ctx, params.id, body, 'account', ifMatch)),
    handle(contract.publishRosterProfile, (ctx, { params }) => service.move(ctx, params.id, 'publish', 'account')),
    handle(contract.hideRosterProfile, (ctx, { params }) => service.move(ctx, params.id, 'hide', 'account')),
    handle(contract.getTenantSchema, (ctx) => schemas.forEditor(ctx)),
    handle(contract.publishTenantSchema, (ctx, { body }) => schemas.publish(ctx, body.baseVersion, body.definition)),
  ],
  handlers: [
    onSync(userRegistered, 'profiles.draft-for-registered', async (tx, { payload }) => {
      if (payload.as !== 'talent') return
      const [own] = await ask(tx, membershipsOf, { userId: payload.userId })
      if (own)
        await service.insert(tx, {
          displayName: `${payload.firstName} ${payload.lastName}`,
          dateOfBirth: payload.dateOfBirth,
          accountId: own.accountId,
          managingUserId: payload.userId,
          status: 'draft',
        })
    }),
  ],
  operations: [
    answer(contract.profileDocument, async (ctx, { id }) => {
      const row = await repository.find(ctx.db, { id })
      if (!row) return null
      const { definition } = await schemas.current(ctx)
      return {
        id: row.id,
        slug: row.slug,
        displayName: row.displayName,
        city: row.city,
        country: row.country,
        bio: row.bio,
        categories: row.categories,
        values: row.values as FieldValues,
        definition,
        visible: visibility(row),
        accountId: row.accountId,
        updatedAt: row.updatedAt.toISOString(),
      }
    }),
    answer(contract.profileRefs, async (ctx, where) =>
      (await repository.findMany(ctx.db, where)).map((p) => ({
        id: p.id,
        slug: p.slug,
        displayName: p.displayName,
        accountId: p.accountId,
        managingUserId: p.managingUserId,
        status: p.status as contract.ProfileStatus,
        isMinor: p.isMinor,
        city: p.city,
      })),
    ),
    answer(contract.profileRows, (ctx, { accountId, after, limit }) => listRows(ctx, accountId, after, limit)),
    answer(contract.installFields, async (ctx, { definition }) => (await schemas.install(ctx, definition), null)),
    answer(contract.currentDefinition, async (ctx) => {
      const { version, definition } = await schemas.current(ctx)
      return { version, definition }
    }),
  ],
})
