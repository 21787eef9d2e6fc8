import { Type, type Static } from 'typebox'
import { Id, IdParams, Instant, Nullable, OneOf, Page, error, event, operation, pageQuery, route, versionStale, realtime } from './kit.ts'
import { MediaItem } from './media.ts'

export const ApplicationStatus = OneOf('submitted', 'viewed', 'shortlisted', 'offered', 'rejected', 'withdrawn')
export type ApplicationStatus = Static<typeof ApplicationStatus>
export const Application = Type.Object({
  id: Id,
  status: ApplicationStatus,
  source: OneOf('direct', 'agency'),
  message: Type.String(),
  listing: Type.Object({ id: Id, slug: Type.String(), title: Type.String() }),
  role: Type.Object({ id: Id, name: Type.String() }),
  profile: Type.Object({ id: Id, slug: Type.String(), displayName: Type.String(), city: Nullable(Type.String()), cover: Nullable(MediaItem) }),
  agencyName: Nullable(Type.String()),
  note: Nullable(Type.String({ description: "The client's own note; only the client sees it" })),
  createdAt: Instant,
  updatedAt: Instant,
  version: Type.Integer(),
})
export type Application = Static<typeof Application>

export const alreadyApplied = error({ code: 'applications.already_applied', status: 409, title: 'This talent has applied for this role already' })
export const listingClosed = error({ code: 'applications.listing_closed', status: 422, title: 'This casting takes no more applications' })
export const profileNotReady = error({ code: 'applications.profile_not_ready', status: 422, title: 'Only published profiles can apply' })
export const minorNeedsGuardian = error({ code: 'applications.guardian_needed', status: 422, title: 'A minor can only be submitted by agency or guardian' })
export const applicationState = error({ code: 'applications.invalid_state', status: 422, title: 'The application is not in a state for this' })

const target = { listingId: Id, roleId: Id, message: Type.String({ maxLength: 2000 }) }
export const apply = route({
  name: 'apply',
  method: 'POST',
  path: '/user/applications',
  permission: 'user.applications.create',
  status: 201,
  idempotency: 'optional',
  versioned: true,
  summary: 'Apply to a role of a casting',
  body: Type.Object({ ...target, profileId: Id }),
  response: Application,
  errors: [alreadyApplied, listingClosed, profileNotReady, minorNeedsGuardian],
})
export const listOwnApplications = route({
  name: 'listOwnApplications',
  method: 'GET',
  path: '/user/applications',
  permission: 'user.applications.read',
  summary: 'My applications',
  query: Type.Object(pageQuery),
  response: Page(Application),
})
export const withdrawApplication = route({
  name: 'withdrawApplication',
  method: 'POST',
  path: '/user/applications/{id}/withdraw',
  permission: 'user.applications.withdraw',
  versioned: true,
  summary: 'Withdraw an application',
  params: IdParams,
  response: Application,
  errors: [applicationState, versionStale],
})
export const listApplicants = route({
  name: 'listApplicants',
  method: 'GET',
  path: '/account/listings/{id}/applications',
  permission: 'account.applications.read',
  summary: 'Applicants of an own casting',
  params: IdParams,
  query: Type.Object({ ...pageQuery, status: Type.Optional(ApplicationStatus), roleId: Type.Optional(Id) }),
  response: Type.Object({ ...Page(Application).properties, counts: Type.Record(Type.String(), Type.Integer()) }),
})
export const reviewApplication = route({
  name: 'reviewApplication',
  method: 'POST',
  path: '/account/applications/{id}/review',
  permission: 'account.applications.review',
  versioned: true,
  summary: 'Mark an applicant as viewed, shortlisted, offered or rejected',
  params: IdParams,
  body: Type.Object({ status: OneOf('viewed', 'shortlisted', 'offered', 'rejected'), note: Type.Optional(Type.String({ maxLength: 1000 })) }),
  response: Application,
  errors: [applicationState, versionStale],
})
export const submitTalents = route({
  name: 'submitTalents',
  method: 'POST',
  path: '/account/submissions',
  permission: 'account.applications.submit',
  status: 201,
  idempotency: 'optional',
  summary: 'Submit talents of the roster to a role of a casting; a result for each',
  body: Type.Object({ ...target, profileIds: Type.Array(Id, { minItems: 1, maxItems: 50, uniqueItems: true }) }),
  response: Type.Object({
    items: Type.Array(Type.Object({ profileId: Id, status: OneOf('submitted', 'refused'), applicationId: Nullable(Id), reason: Nullable(Type.String()) })),
  }),
  errors: [listingClosed],
})

export const applicationChanged = event(
  'marketplace.application.changed',
  '1.0.0',
  Type.Object({ applicationId: Id, listingId: Id, listingAccountId: Id, profileId: Id, from: Nullable(ApplicationStatus), to: ApplicationStatus }),
)
export const applicationMoved = realtime('application.changed', Type.Object({ applicationId: Id, listingId: Id, status: ApplicationStatus }))
/** How many applications castings ever had, withdrawn ones too, and how many are not looked at yet. */
export const applicationCounts = operation(
  'applications.counts',
  Type.Object({ listingIds: Type.Array(Id) }),
  Type.Array(Type.Object({ listingId: Id, total: Type.Integer(), fresh: Type.Integer() })),
)
/** Facts of an application for notices; null when it does not exist. */
export const applicationFacts = operation(
  'applications.facts',
  Type.Object({ id: Id }),
  Nullable(Type.Object({ id: Id, status: ApplicationStatus, listingTitle: Type.String(), roleName: Type.String(), profileId: Id, listingAccountId: Id })),
)
