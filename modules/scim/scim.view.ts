import { createHash } from 'node:crypto'
import { versionStale } from '@itellico/contracts/kit'
import { scimNames, type ScimGroup, type ScimUser } from '@itellico/contracts/scim'
import type { Ctx } from '@itellico/kernel/context'
import { fail } from '@itellico/kernel/errors'
import { scimUrl } from '@itellico/kernel/kernel'
import type { GroupRow, LinkRow } from './scim.repository.ts'

/** A login as auth knows it. */
export interface Login {
  readonly id: string
  readonly email: string
  readonly firstName: string
  readonly lastName: string
  readonly locale: string
  readonly status: 'active' | 'disabled'
  readonly roles: readonly string[]
  readonly createdAt: string
  readonly updatedAt: string
}

/** Adds the version: a mark of all that the resource says, so that whatever changes it changes the mark. */
function versioned<T extends { meta?: ScimUser['meta'] }>(resource: T): T {
  const mark = createHash('sha256').update(JSON.stringify(resource)).digest('base64url').slice(0, 22)
  return { ...resource, meta: { ...resource.meta, version: `W/"${mark}"` } as T['meta'] }
}

/** A login as SCIM words it. */
export function toUser(ctx: Ctx, login: Login, link: LinkRow | undefined, groups: readonly { id: string; displayName: string }[]): ScimUser {
  const formatted = `${login.firstName} ${login.lastName}`.trim()
  return versioned({
    schemas: [scimNames.user],
    id: login.id,
    ...(link?.externalId && { externalId: link.externalId }),
    userName: link?.userName ?? login.email,
    name: { formatted, givenName: login.firstName, familyName: login.lastName },
    displayName: formatted,
    preferredLanguage: login.locale,
    active: login.status === 'active',
    emails: [{ value: login.email, type: 'work', primary: true }],
    ...(groups.length > 0 && {
      groups: groups.map((g) => ({ value: g.id, display: g.displayName, $ref: scimUrl(ctx.kernel.config, ctx.realm, `/Groups/${g.id}`) })),
    }),
    meta: {
      resourceType: 'User',
      created: login.createdAt,
      lastModified: login.updatedAt,
      location: scimUrl(ctx.kernel.config, ctx.realm, `/Users/${login.id}`),
    },
  })
}

/** A group as SCIM words it; `names` are those of its members. */
export function toGroup(ctx: Ctx, group: GroupRow, names: ReadonlyMap<string, string>): ScimGroup {
  const members = group.members.filter((m) => names.has(m.userId))
  return versioned({
    schemas: [scimNames.group],
    id: group.id,
    ...(group.externalId && { externalId: group.externalId }),
    displayName: group.displayName,
    members: members.map((m) => ({
      value: m.userId,
      display: names.get(m.userId) ?? '',
      $ref: scimUrl(ctx.kernel.config, ctx.realm, `/Users/${m.userId}`),
    })),
    meta: {
      resourceType: 'Group',
      created: group.createdAt.toISOString(),
      lastModified: group.updatedAt.toISOString(),
      location: scimUrl(ctx.kernel.config, ctx.realm, `/Groups/${group.id}`),
    },
  })
}

/** Refuses a change of something that is not what the client has seen. */
export function requireVersion(resource: { meta?: { version?: string } }, ifMatch: string | undefined): void {
  if (ifMatch === undefined || ifMatch === '*') return
  const weak = (tag: string): string => tag.trim().replace(/^W\//, '')
  const own = weak(resource.meta?.version ?? '')
  if (!ifMatch.split(',').some((tag) => weak(tag) === own)) throw fail(versionStale)
}

const ALWAYS = ['schemas', 'id', 'meta']
const namesIn = (list: string): string[] => list.split(',').map((n) => n.trim().split(':').at(-1)?.split('.')[0]?.toLowerCase() ?? '')

/** Only the attributes that were asked for, or all but some. */
export function shaped<T extends object>(resource: T, query: { attributes?: string; excludedAttributes?: string }): T {
  if (!query.attributes && !query.excludedAttributes) return resource
  const wanted = query.attributes ? namesIn(query.attributes) : null
  const without = namesIn(query.excludedAttributes ?? '')
  const keeps = (name: string): boolean => ALWAYS.includes(name) || (wanted ? wanted.includes(name.toLowerCase()) : !without.includes(name.toLowerCase()))
  return Object.fromEntries(Object.entries(resource).filter(([name]) => keeps(name))) as T
}

/** A page of a list. */
export function toList<T>(Resources: T[], totalResults: number, skip: number) {
  return { schemas: [scimNames.list], totalResults, startIndex: skip + 1, itemsPerPage: Resources.length, Resources }
}
