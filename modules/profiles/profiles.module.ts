import { membershipsOf } from '@itellico/contracts/accounts'
import { userRegistered } from '@itellico/contracts/auth'
import * as contract from '@itellico/contracts/profiles'
import { answer, defineModule, handle, onSync } from '@itellico/kernel/module'
import { ask } from '@itellico/kernel/operations'
import { personalOfProfiles } from './profiles.personal.ts'
import * as reading from './profiles.reading.ts'
import * as repository from './profiles.repository.ts'
import * as schemas from './profiles.schemas.ts'
import * as service from './profiles.service.ts'
import { listRows, toRef } from './profiles.view.ts'

export const profiles = defineModule({
  name: 'profiles',
  migrations: ['tenant'],
  personal: personalOfProfiles,
  routes: [
    handle(contract.getPublicSchema, (ctx) => schemas.forPublic(ctx)),
    handle(contract.getPublicProfile, (ctx, { params }) => reading.getPublic(ctx, params.slug)),
    handle(contract.getTalent, (ctx, { params }) => reading.getForReader(ctx, params.slug, 'account')),
    handle(contract.getTenantTalent, (ctx, { params }) => reading.getForReader(ctx, params.slug, 'tenant')),
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
    answer(contract.profileDocument, (ctx, { id }) => reading.documentOf(ctx, id)),
    answer(contract.profileReader, (ctx, { scope }) => reading.readerOf(ctx, scope)),
    answer(contract.profileRefs, async (ctx, where) => (await repository.findMany(ctx.db, where)).map((p) => toRef(ctx, p))),
    answer(contract.visibleProfiles, async (ctx, { ids }) => {
      if (ids.length === 0) return []
      return (await repository.findVisible(ctx.db, await reading.readerOf(ctx, 'account'), { ids })).map((p) => toRef(ctx, p))
    }),
    answer(contract.profileRows, (ctx, { accountId, after, limit }) => listRows(ctx, accountId, after, limit)),
    answer(contract.installFields, async (ctx, { definition }) => (await schemas.install(ctx, definition), null)),
    answer(contract.publishFields, (ctx, { baseVersion, definition }) => schemas.publish(ctx, baseVersion, definition)),
    answer(contract.currentDefinition, async (ctx) => {
      const { version, definition } = await schemas.current(ctx)
      return { version, definition }
    }),
  ],
})
