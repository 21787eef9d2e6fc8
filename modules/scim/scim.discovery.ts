import { scimNames, SCIM_MAX_PAGE } from '@itellico/contracts/scim'
import type { Ctx } from '@itellico/kernel/context'
import { scimUrl } from '@itellico/kernel/kernel'
import SCIMMY from 'scimmy'
import { toList } from './scim.view.ts'

const core = 'urn:ietf:params:scim:schemas:core:2.0'
const KEPT: Readonly<Record<string, readonly string[]>> = {
  [scimNames.user]: ['userName', 'name', 'displayName', 'preferredLanguage', 'active', 'emails', 'groups'],
  [scimNames.group]: ['displayName', 'members'],
}

/** What of SCIM 2.0 is spoken here (RFC 7643, section 5). */
export function providerConfig(ctx: Ctx): Record<string, unknown> {
  return {
    schemas: [`${core}:ServiceProviderConfig`],
    patch: { supported: true },
    bulk: { supported: false, maxOperations: 0, maxPayloadSize: 0 },
    filter: { supported: true, maxResults: SCIM_MAX_PAGE },
    changePassword: { supported: false },
    sort: { supported: false },
    etag: { supported: true },
    authenticationSchemes: [{ type: 'oauthbearertoken', name: 'API key', description: 'An API key with the right tenant.scim.manage', primary: true }],
    meta: { resourceType: 'ServiceProviderConfig', location: scimUrl(ctx.kernel.config, ctx.realm, '/ServiceProviderConfig') },
  }
}

/** Kinds of resources (RFC 7643, section 6). */
export function resourceTypes(ctx: Ctx): Record<string, unknown> {
  const types = (['User', 'Group'] as const).map((name) => ({
    schemas: [`${core}:ResourceType`],
    id: name,
    name,
    endpoint: `/${name}s`,
    schema: `${core}:${name}`,
    meta: { resourceType: 'ResourceType', location: scimUrl(ctx.kernel.config, ctx.realm, `/ResourceTypes/${name}`) },
  }))
  return toList(types, types.length, 0)
}

/** The attributes that are kept here (RFC 7643, section 7). */
export function schemas(ctx: Ctx): Record<string, unknown> {
  const all = [SCIMMY.Schemas.User, SCIMMY.Schemas.Group].map(({ definition }) => {
    const { attributes, ...rest } = JSON.parse(JSON.stringify(definition.describe())) as { id: string; attributes: { name: string }[] }
    const location = scimUrl(ctx.kernel.config, ctx.realm, `/Schemas/${rest.id}`)
    return { ...rest, attributes: attributes.filter((a) => KEPT[rest.id]?.includes(a.name)), meta: { resourceType: 'Schema', location } }
  })
  return toList(all, all.length, 0)
}
