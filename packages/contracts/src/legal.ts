import { Type, type Static } from 'typebox'
import { Id, IdParams, Instant, Nothing, Nullable, OneOf, Slug, error, event, route } from './kit.ts'

/** Pages that every marketplace should have, in the order of the foot of its pages. */
export const legalKinds = ['imprint', 'privacy', 'terms'] as const
/** Pages beside those that a marketplace may have. */
export const MAX_FREE_PAGES = 10

const Text = Type.Object({
  title: Type.String({ minLength: 1, maxLength: 120 }),
  body: Type.String({ maxLength: 60_000, description: 'Markdown; HTML in it is shown as text' }),
})
/** Texts of a page by language. */
export const LegalTexts = Type.Record(Type.String({ pattern: '^[a-z]{2}(-[A-Z]{2})?$' }), Text, { minProperties: 1, maxProperties: 14 })
export type LegalTexts = Static<typeof LegalTexts>

export const LegalPage = Type.Object({
  id: Id,
  slug: Slug,
  kind: OneOf(...legalKinds, 'free'),
  state: OneOf('draft', 'published', 'changed'),
  texts: LegalTexts,
  publishedAt: Nullable(Instant),
  updatedAt: Instant,
  version: Type.Integer(),
})
export type LegalPage = Static<typeof LegalPage>

export const legalSlugTaken = error({ code: 'legal.slug_taken', status: 409, title: 'There is a page at this address already' })
export const legalLimit = error({ code: 'legal.limit', status: 422, title: 'There is no room for more pages' })
export const legalEmpty = error({ code: 'legal.empty', status: 422, title: 'An empty page cannot be published' })

const LegalSlug = Type.String({ pattern: '^[a-z0-9](?:[a-z0-9-]{0,58}[a-z0-9])?$' })

export const listLegalPages = route({
  name: 'listLegalPages',
  method: 'GET',
  path: '/tenant/legal-pages',
  permission: 'tenant.legal.read',
  summary: 'Imprint, privacy, terms and further pages, drafts too',
  response: Type.Object({ items: Type.Array(LegalPage), missing: Type.Array(OneOf(...legalKinds), { description: 'Pages that nobody can read yet' }) }),
})
export const createLegalPage = route({
  name: 'createLegalPage',
  method: 'POST',
  path: '/tenant/legal-pages',
  permission: 'tenant.legal.manage',
  status: 201,
  summary: 'Begin a page; imprint, privacy and terms are known by their address',
  body: Type.Object({ slug: LegalSlug, texts: LegalTexts }),
  response: LegalPage,
  errors: [legalSlugTaken, legalLimit],
})
export const getLegalPage = route({
  name: 'getLegalPage',
  method: 'GET',
  path: '/tenant/legal-pages/{id}',
  permission: 'tenant.legal.read',
  summary: 'One page with its draft',
  params: IdParams,
  versioned: true,
  response: LegalPage,
})
export const updateLegalPage = route({
  name: 'updateLegalPage',
  method: 'PATCH',
  path: '/tenant/legal-pages/{id}',
  permission: 'tenant.legal.manage',
  summary: 'Change the draft; readers see it once it is published',
  params: IdParams,
  versioned: true,
  body: Type.Object({ texts: LegalTexts }),
  response: LegalPage,
})
export const publishLegalPage = route({
  name: 'publishLegalPage',
  method: 'POST',
  path: '/tenant/legal-pages/{id}/publish',
  permission: 'tenant.legal.manage',
  versioned: true,
  summary: 'Show the draft to everybody',
  params: IdParams,
  response: LegalPage,
  errors: [legalEmpty],
})
export const withdrawLegalPage = route({
  name: 'withdrawLegalPage',
  method: 'POST',
  path: '/tenant/legal-pages/{id}/withdraw',
  permission: 'tenant.legal.manage',
  summary: 'Show a page to nobody any more; its draft stays',
  params: IdParams,
  response: LegalPage,
})
export const deleteLegalPage = route({
  name: 'deleteLegalPage',
  method: 'DELETE',
  path: '/tenant/legal-pages/{id}',
  permission: 'tenant.legal.manage',
  status: 204,
  summary: 'Delete a page',
  params: IdParams,
  response: Nothing,
})

const PublicText = Type.Object({ slug: Slug, kind: OneOf(...legalKinds, 'free'), locale: Type.String(), title: Type.String() })
const Reading = Type.Object({ locale: Type.Optional(Type.String({ pattern: '^[a-z]{2}(-[A-Z]{2})?$' })) })
export const listPublicPages = route({
  name: 'listPublicPages',
  method: 'GET',
  path: '/public/legal-pages',
  permission: null,
  summary: 'Published pages, for the foot of the marketplace',
  query: Reading,
  response: Type.Object({ items: Type.Array(PublicText) }),
})
export const getPublicPage = route({
  name: 'getPublicPage',
  method: 'GET',
  path: '/public/legal-pages/{slug}',
  permission: null,
  summary: 'A published page in the wanted language, or in the nearest there is',
  params: Type.Object({ slug: Slug }),
  query: Reading,
  response: Type.Object({ ...PublicText.properties, body: Type.String(), publishedAt: Instant }),
})

export const legalChanged = event('legal.page.changed', '1.0.0', Type.Object({ pageId: Id, slug: Type.String(), public: Type.Boolean() }))
