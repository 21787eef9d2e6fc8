import { profileRefs, profileUpdated, schemaPublished } from '@itellico/contracts/profiles'
import * as contract from '@itellico/contracts/search'
import { emit } from '@itellico/kernel/events'
import { defineModule, handle, on } from '@itellico/kernel/module'
import { ask } from '@itellico/kernel/operations'
import * as repository from './search.repository.ts'
import * as service from './search.service.ts'

export const search = defineModule({
  name: 'search',
  migrations: ['tenant'],
  personal: {
    tables: ['search_document'],
    erase: async (ctx, { profileIds }) => {
      for (const id of profileIds) await repository.remove(ctx.db, id)
    },
  },
  routes: [
    handle(contract.searchProfiles, (ctx, { query }) => service.search(ctx, query)),
    handle(contract.suggestProfiles, (ctx, { query }) => service.suggest(ctx, query.q)),
    handle(contract.searchTalents, (ctx, { query }) => service.searchForReader(ctx, query, 'account')),
    handle(contract.searchTenantTalents, (ctx, { query }) => service.searchForReader(ctx, query, 'tenant')),
    handle(contract.suggestTalents, (ctx, { query }) => service.suggestForReader(ctx, query.q)),
  ],
  handlers: [
    on(profileUpdated, 'search.index-profile', async (tx, { payload: { profileId } }) => {
      await service.index(tx, profileId)
      await emit(tx, contract.searchIndexed, `profile:${profileId}`, { profileId })
    }),
    // which fields are public may have changed: every document is made anew
    on(schemaPublished, 'search.index-all', async (tx) => {
      for (const p of await ask(tx, profileRefs, {})) await service.index(tx, p.id)
      await emit(tx, contract.searchIndexed, 'search', { profileId: null })
    }),
  ],
  schedules: [{ name: 'search.renew', everyMs: 60_000, per: 'tenant', fn: (ctx) => service.renew(ctx) }],
})
