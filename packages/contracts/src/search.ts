import { Type, type Static } from 'typebox'
import { Id, Nullable, OneOf, Page, Slug, error, event, pageQuery, route } from './kit.ts'
import { MediaItem } from './media.ts'

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

/** Filters by profile field come as `attr.<key>=a,b`, `attr.<key>[gte]=n`, `attr.<key>[lte]=n`; `category=a,b`; `city=a`. */
export const searchProfiles = route({
  name: 'searchProfiles',
  method: 'GET',
  path: '/public/profiles',
  permission: null,
  summary: 'Search published talents: text, filters by field, facet counts',
  query: Type.Object(
    {
      ...pageQuery,
      q: Type.Optional(Type.String({ maxLength: 200 })),
      category: Type.Optional(Type.String({ maxLength: 400 })),
      city: Type.Optional(Type.String({ maxLength: 400 })),
      sort: Type.Optional(OneOf('relevance', 'name', 'newest')),
      locale: Type.Optional(Type.String({ maxLength: 10 })),
    },
    { additionalProperties: Type.String({ maxLength: 400 }) },
  ),
  response: Type.Object({ ...Page(SearchHit).properties, facets: Type.Array(Facet) }),
  errors: [filterInvalid],
})
export type SearchResult = Static<(typeof searchProfiles)['response']>
export const suggestProfiles = route({
  name: 'suggestProfiles',
  method: 'GET',
  path: '/public/search/suggest',
  permission: null,
  summary: 'Names that match what somebody types',
  query: Type.Object({ q: Type.String({ minLength: 1, maxLength: 100 }) }),
  response: Type.Object({ items: Type.Array(Type.Object({ id: Id, slug: Slug, displayName: Type.String(), city: Nullable(Type.String()) })) }),
})

/** What a search finds has changed, for one talent or, without an id, for all. */
export const searchIndexed = event('search.index.changed', '1.0.0', Type.Object({ profileId: Nullable(Id) }))
