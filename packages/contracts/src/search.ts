import { Type, type Static } from 'typebox'
import { Id, Nullable, OneOf, Page, Slug, error, event, pageQuery, route } from './kit.ts'
import { MediaItem } from './media.ts'
import { MinorAccess, Visibility } from './profiles.ts'

export const SearchHit = Type.Object({
  id: Id,
  slug: Slug,
  displayName: Type.String(),
  city: Nullable(Type.String()),
  country: Nullable(Type.String()),
  categories: Type.Array(Type.String()),
  highlights: Type.Array(Type.Object({ key: Type.String(), label: Type.String(), value: Type.String() })),
  cover: Nullable(MediaItem),
})
export type SearchHit = Static<typeof SearchHit>
/** A found talent as members see it. */
export const TalentHit = Type.Object({ ...SearchHit.properties, visibility: Visibility, isMinor: Type.Boolean() })
export type TalentHit = Static<typeof TalentHit>
/** A way to narrow a search: choices with counts, or a range with the bounds that occur. */
export const Facet = Type.Union([
  Type.Object({
    kind: Type.Literal('choice'),
    key: Type.String(),
    label: Type.String(),
    values: Type.Array(Type.Object({ value: Type.String(), label: Type.String(), count: Type.Integer(), selected: Type.Boolean() })),
  }),
  Type.Object({
    kind: Type.Literal('range'),
    key: Type.String(),
    label: Type.String(),
    unit: Nullable(Type.String()),
    min: Type.Number(),
    max: Type.Number(),
    from: Nullable(Type.Number()),
    to: Nullable(Type.Number()),
  }),
])
export type Facet = Static<typeof Facet>
export const filterInvalid = error({ code: 'search.filter_invalid', status: 400, title: 'A filter cannot be used' })

const searchQuery = Type.Object(
  {
    ...pageQuery,
    q: Type.Optional(Type.String({ maxLength: 200 })),
    category: Type.Optional(Type.String({ maxLength: 400 })),
    city: Type.Optional(Type.String({ maxLength: 400 })),
    sort: Type.Optional(OneOf('relevance', 'name', 'newest')),
    locale: Type.Optional(Type.String({ maxLength: 10 })),
  },
  { additionalProperties: Type.String({ maxLength: 400 }) },
)
export type SearchQuery = Static<typeof searchQuery>

/** Filters by profile field come as `attr.<key>=a,b`, `attr.<key>[gte]=n`, `attr.<key>[lte]=n`; `category=a,b`; `city=a`. */
export const searchProfiles = route({
  name: 'searchProfiles',
  method: 'GET',
  path: '/public/profiles',
  permission: null,
  summary: 'Search published talents: text, filters by field, facet counts',
  query: searchQuery,
  response: Type.Object({ ...Page(SearchHit).properties, facets: Type.Array(Facet) }),
  errors: [filterInvalid],
})
export type SearchResult = Static<(typeof searchProfiles)['response']>
/** `minors` tells a client what opens profiles of minors; null for everybody to whom that does not apply. */
export const searchTalents = route({
  name: 'searchTalents',
  method: 'GET',
  path: '/account/talents',
  permission: 'account.talents.read',
  summary: 'Search published talents as a member: profiles and fields for members, too; minors by the rule for one of them',
  query: searchQuery,
  response: Type.Object({ ...Page(TalentHit).properties, facets: Type.Array(Facet), minors: Nullable(MinorAccess) }),
  errors: [filterInvalid],
})
export type TalentResult = Static<(typeof searchTalents)['response']>
export const searchTenantTalents = route({
  name: 'searchTenantTalents',
  method: 'GET',
  path: '/tenant/talents',
  permission: 'tenant.talents.read',
  summary: 'Search all published talents of the marketplace',
  query: searchQuery,
  response: searchTalents.response,
  errors: [filterInvalid],
})

const suggestQuery = Type.Object({ q: Type.String({ minLength: 1, maxLength: 100 }) })
const suggestions = Type.Object({ items: Type.Array(Type.Object({ id: Id, slug: Slug, displayName: Type.String(), city: Nullable(Type.String()) })) })
export const suggestProfiles = route({
  name: 'suggestProfiles',
  method: 'GET',
  path: '/public/search/suggest',
  permission: null,
  summary: 'Names that match what somebody types',
  query: suggestQuery,
  response: suggestions,
})
export const suggestTalents = route({
  name: 'suggestTalents',
  method: 'GET',
  path: '/account/search/suggest',
  permission: 'account.talents.read',
  summary: 'Names that match what a member types, of all whom they may see',
  query: suggestQuery,
  response: suggestions,
})

/** What a search finds has changed, for one talent or, without an id, for all. */
export const searchIndexed = event('search.index.changed', '1.0.0', Type.Object({ profileId: Nullable(Id) }))
