import * as contract from '@itellico/contracts/scim'
import { scimPatchInvalid, ScimGroupInput, ScimUserInput } from '@itellico/contracts/scim'
import { fail } from '@itellico/kernel/errors'
import { defineModule, handle } from '@itellico/kernel/module'
import { problemsOf } from '@itellico/kernel/validate'
import type { Static, TSchema } from 'typebox'
import { providerConfig, resourceTypes, schemas } from './scim.discovery.ts'
import * as groups from './scim.groups.ts'
import { personalOfScim } from './scim.personal.ts'
import * as users from './scim.users.ts'

/** What a PATCH leaves must be what a PUT could have sent. */
const as =
  <S extends TSchema>(schema: S) =>
  (value: unknown): Static<S> => {
    const problems = problemsOf(schema, value)
    if (problems.length > 0) throw fail(scimPatchInvalid, { detail: `The change leaves something that is not valid: ${problems.join('; ').slice(0, 300)}` })
    return value as Static<S>
  }

const match = (headers: Readonly<Record<string, string | undefined>>): string | undefined => headers['if-match']

export const scim = defineModule({
  name: 'scim',
  migrations: ['tenant'],
  personal: personalOfScim,
  routes: [
    handle(contract.scimProviderConfig, async (ctx) => providerConfig(ctx)),
    handle(contract.scimResourceTypes, async (ctx) => resourceTypes(ctx)),
    handle(contract.scimSchemas, async (ctx) => schemas(ctx)),
    handle(contract.scimListUsers, (ctx, { query }) => users.list(ctx, query)),
    handle(contract.scimCreateUser, (ctx, { body }) => users.create(ctx, body)),
    handle(contract.scimGetUser, (ctx, { params, query }) => users.get(ctx, params.id, query)),
    handle(contract.scimReplaceUser, (ctx, { params, body, headers }) => users.replace(ctx, params.id, body, match(headers))),
    handle(contract.scimPatchUser, (ctx, { params, body, headers }) => users.patch(ctx, params.id, body, match(headers), as(ScimUserInput))),
    handle(contract.scimDeleteUser, async (ctx, { params, headers }) => (await users.remove(ctx, params.id, match(headers)), null)),
    handle(contract.scimListGroups, (ctx, { query }) => groups.list(ctx, query)),
    handle(contract.scimCreateGroup, (ctx, { body }) => groups.create(ctx, body)),
    handle(contract.scimGetGroup, (ctx, { params, query }) => groups.get(ctx, params.id, query)),
    handle(contract.scimReplaceGroup, (ctx, { params, body, headers }) => groups.replace(ctx, params.id, body, match(headers))),
    handle(contract.scimPatchGroup, (ctx, { params, body, headers }) => groups.patch(ctx, params.id, body, match(headers), as(ScimGroupInput))),
    handle(contract.scimDeleteGroup, async (ctx, { params, headers }) => (await groups.remove(ctx, params.id, match(headers)), null)),
    handle(contract.listDirectoryGroups, (ctx) => groups.overview(ctx)),
    handle(contract.setDirectoryGroupRole, (ctx, { params, body }) => groups.setRole(ctx, params.id, body.role)),
  ],
})
