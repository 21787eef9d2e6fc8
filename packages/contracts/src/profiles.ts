import { Type, type Static } from 'typebox'
import { DateOnly, Id, IdParams, Instant, Nullable, OneOf, Page, Slug, error, event, operation, pageQuery, route, versionStale } from './kit.ts'
import { MediaItem } from './media.ts'
import { Definition, FieldValues } from './model-schema.ts'

export const ProfileStatus = OneOf('draft', 'pending', 'active', 'hidden', 'suspended')
export type ProfileStatus = Static<typeof ProfileStatus>

export const ModelSchema = Type.Object({ id: Id, version: Type.Integer(), definition: Definition, publishedAt: Instant })
export type ModelSchema = Static<typeof ModelSchema>

const base = {
  id: Id,
  slug: Slug,
  displayName: Type.String(),
  status: ProfileStatus,
  city: Nullable(Type.String()),
  country: Nullable(Type.String()),
  bio: Nullable(Type.String()),
  categories: Type.Array(Type.String()),
  cover: Nullable(MediaItem),
}

/** A profile as shown to the public: only public fields of a published adult. */
export const PublicProfile = Type.Object({
  ...base,
  values: FieldValues,
  schema: Definition,
  media: Type.Array(MediaItem),
  agency: Nullable(Type.Object({ id: Id, name: Type.String(), slug: Type.String() })),
})
export type PublicProfile = Static<typeof PublicProfile>

/** Who may see a published profile. */
export const Visibility = OneOf('public', 'members')
export type Visibility = Static<typeof Visibility>

/** A published profile as members see it: fields for members, too; of a minor neither surname nor school nor exact place. */
export const MemberProfile = Type.Object({
  ...PublicProfile.properties,
  visibility: Visibility,
  isMinor: Type.Boolean(),
  age: Nullable(Type.Integer({ description: 'In whole years, of minors only' })),
})
export type MemberProfile = Static<typeof MemberProfile>

/** A profile as its owner or agency sees it. */
export const Profile = Type.Object({
  ...base,
  visibility: Visibility,
  values: FieldValues,
  isMinor: Type.Boolean(),
  dateOfBirth: Nullable(DateOnly),
  completeness: Type.Integer(),
  accountId: Id,
  accountName: Type.String(),
  managingUserId: Nullable(Id),
  schemaVersion: Type.Integer(),
  updatedAt: Instant,
  version: Type.Integer(),
})
export type Profile = Static<typeof Profile>
export const ProfileSummary = Type.Object({
  ...base,
  isMinor: Type.Boolean(),
  completeness: Type.Integer(),
  highlights: Type.Array(Type.Object({ key: Type.String(), label: Type.String(), value: Type.String() })),
  updatedAt: Instant,
})
export type ProfileSummary = Static<typeof ProfileSummary>

const edit = {
  displayName: Type.String({ minLength: 1, maxLength: 120 }),
  city: Nullable(Type.String({ maxLength: 80 })),
  country: Nullable(Type.String({ pattern: '^[A-Z]{2}$' })),
  bio: Nullable(Type.String({ maxLength: 3000 })),
  categories: Type.Array(Type.String({ maxLength: 40 }), { maxItems: 12 }),
  visibility: Visibility,
  values: FieldValues,
}
export const ProfileEdit = Type.Partial(Type.Object(edit))
export type ProfileEdit = Static<typeof ProfileEdit>

export const valuesInvalid = error({ code: 'profiles.values_invalid', status: 422, title: 'Some fields need attention' })
export const profileIncomplete = error({ code: 'profiles.incomplete', status: 422, title: 'The profile is not complete yet' })
export const minorNotPublic = error({ code: 'profiles.minor_private', status: 422, title: 'Profiles of minors are never public' })
export const schemaIncompatible = error({ code: 'profiles.schema_incompatible', status: 422, title: 'A published field cannot change in this way' })

export const getPublicSchema = route({
  name: 'getPublicSchema',
  method: 'GET',
  path: '/public/schemas/profile',
  permission: null,
  summary: 'The fields of profiles in this marketplace (public fields only)',
  response: Type.Object({ version: Type.Integer(), definition: Definition }),
})
export const getPublicProfile = route({
  name: 'getPublicProfile',
  method: 'GET',
  path: '/public/profiles/{slug}',
  permission: null,
  summary: 'A published profile',
  params: Type.Object({ slug: Slug }),
  response: PublicProfile,
})

export const listOwnProfiles = route({
  name: 'listOwnProfiles',
  method: 'GET',
  path: '/user/profiles',
  permission: 'user.profiles.read',
  summary: 'Profiles I manage',
  response: Type.Object({ items: Type.Array(Profile) }),
})
export const getOwnProfile = route({
  name: 'getOwnProfile',
  method: 'GET',
  path: '/user/profiles/{id}',
  permission: 'user.profiles.read',
  summary: 'A profile I manage',
  params: IdParams,
  versioned: true,
  response: Profile,
})
export const updateOwnProfile = route({
  name: 'updateOwnProfile',
  method: 'PATCH',
  path: '/user/profiles/{id}',
  permission: 'user.profiles.update',
  summary: 'Change a profile I manage',
  params: IdParams,
  body: ProfileEdit,
  versioned: true,
  response: Profile,
  errors: [valuesInvalid, versionStale, minorNotPublic],
})
export const submitOwnProfile = route({
  name: 'submitOwnProfile',
  method: 'POST',
  path: '/user/profiles/{id}/submit',
  permission: 'user.profiles.update',
  summary: 'Hand a draft in for publication',
  params: IdParams,
  versioned: true,
  response: Profile,
  errors: [profileIncomplete],
})
export const getMemberSchema = route({
  name: 'getMemberSchema',
  method: 'GET',
  path: '/user/schemas/profile',
  permission: 'user.profiles.read',
  summary: 'All fields of profiles, for the edit form',
  response: ModelSchema,
})

export const listRoster = route({
  name: 'listRoster',
  method: 'GET',
  path: '/account/profiles',
  permission: 'account.profiles.read',
  summary: 'Talents of the active account',
  query: Type.Object({
    ...pageQuery,
    q: Type.Optional(Type.String({ maxLength: 100 })),
    status: Type.Optional(ProfileStatus),
    locale: Type.Optional(Type.String({ maxLength: 10, description: 'Language of labels and choices' })),
  }),
  response: Page(ProfileSummary),
})
export const getRosterProfile = route({
  name: 'getRosterProfile',
  method: 'GET',
  path: '/account/profiles/{id}',
  permission: 'account.profiles.read',
  summary: 'A talent of the active account',
  params: IdParams,
  versioned: true,
  response: Profile,
})
export const createRosterProfile = route({
  name: 'createRosterProfile',
  method: 'POST',
  path: '/account/profiles',
  permission: 'account.profiles.create',
  status: 201,
  idempotency: 'optional',
  summary: 'Add a talent to the roster',
  body: Type.Object({
    displayName: edit.displayName,
    dateOfBirth: Type.Optional(DateOnly),
    city: Type.Optional(edit.city),
    country: Type.Optional(edit.country),
    values: Type.Optional(FieldValues),
  }),
  versioned: true,
  response: Profile,
  errors: [valuesInvalid],
})
export const updateRosterProfile = route({
  name: 'updateRosterProfile',
  method: 'PATCH',
  path: '/account/profiles/{id}',
  permission: 'account.profiles.update',
  summary: 'Change a talent of the roster',
  params: IdParams,
  body: ProfileEdit,
  versioned: true,
  response: Profile,
  errors: [valuesInvalid, versionStale, minorNotPublic],
})
export const publishRosterProfile = route({
  name: 'publishRosterProfile',
  method: 'POST',
  path: '/account/profiles/{id}/publish',
  permission: 'account.profiles.publish',
  summary: 'Publish a talent; minors stay visible to members only',
  params: IdParams,
  versioned: true,
  response: Profile,
  errors: [profileIncomplete],
})
export const hideRosterProfile = route({
  name: 'hideRosterProfile',
  method: 'POST',
  path: '/account/profiles/{id}/hide',
  permission: 'account.profiles.publish',
  summary: 'Take a talent off the public pages',
  params: IdParams,
  versioned: true,
  response: Profile,
})

export const getTalent = route({
  name: 'getTalent',
  method: 'GET',
  path: '/account/talents/{slug}',
  permission: 'account.talents.read',
  summary: 'A published profile for members; minors only for their house and for verified clients with an open casting',
  params: Type.Object({ slug: Slug }),
  response: MemberProfile,
})
export const getTenantTalent = route({
  name: 'getTenantTalent',
  method: 'GET',
  path: '/tenant/talents/{slug}',
  permission: 'tenant.talents.read',
  summary: 'Any published profile, for those who run the marketplace',
  params: Type.Object({ slug: Slug }),
  response: MemberProfile,
})

export const getTenantSchema = route({
  name: 'getTenantSchema',
  method: 'GET',
  path: '/tenant/schemas/profile',
  permission: 'tenant.schemas.read',
  summary: 'Published fields of profiles with their history',
  response: Type.Object({
    current: ModelSchema,
    versions: Type.Array(Type.Object({ version: Type.Integer(), publishedAt: Instant, fieldCount: Type.Integer() })),
    profileCount: Type.Integer(),
  }),
})
export const publishTenantSchema = route({
  name: 'publishTenantSchema',
  method: 'PUT',
  path: '/tenant/schemas/profile',
  permission: 'tenant.schemas.update',
  summary: 'Publish a new version of the fields; removed fields are deprecated, never deleted',
  body: Type.Object({ baseVersion: Type.Integer(), definition: Definition }),
  response: ModelSchema,
  errors: [versionStale, schemaIncompatible],
})

/** To whom a profile shows right now. */
const Visible = OneOf('public', 'members', 'none')
export const profileUpdated = event('user.profile.updated', '1.0.0', Type.Object({ profileId: Id, status: ProfileStatus }))
export const schemaPublished = event('tenant.schema.published', '1.0.0', Type.Object({ version: Type.Integer() }))

/** What opens minors to a client: both must be true. */
export const MinorAccess = Type.Object({ verified: Type.Boolean(), openCasting: Type.Boolean() })
export type MinorAccess = Static<typeof MinorAccess>
/** How far somebody sees beyond the public pages. */
export const Reader = Type.Object({
  userId: Nullable(Id),
  accountId: Nullable(Id),
  members: Type.Boolean({ description: 'Sees profiles of adults that are for members' }),
  minors: Type.Boolean({ description: 'Sees the minors of every house, not only of the own one' }),
  access: Nullable(MinorAccess),
})
export type Reader = Static<typeof Reader>
/** What whoever asks may see, in the active account or as one who runs the marketplace. */
export const profileReader = operation('profiles.reader', Type.Object({ scope: OneOf('account', 'tenant') }), Reader)

/** What the search index holds of a profile, minors masked; null when the profile does not exist. */
export const profileDocument = operation(
  'profiles.document',
  Type.Object({ id: Id }),
  Nullable(
    Type.Object({
      id: Id,
      slug: Slug,
      displayName: Type.String(),
      city: Nullable(Type.String()),
      country: Nullable(Type.String()),
      bio: Nullable(Type.String()),
      categories: Type.Array(Type.String()),
      publicValues: FieldValues,
      memberValues: FieldValues,
      definition: Definition,
      visible: Visible,
      isMinor: Type.Boolean(),
      accountId: Id,
      managingUserId: Nullable(Id),
      updatedAt: Instant,
    }),
  ),
)
/** Who a profile belongs to, for the rights of other modules. A minor's name and place are masked for everybody but the own house. */
export const ProfileRef = Type.Object({
  id: Id,
  slug: Slug,
  displayName: Type.String(),
  accountId: Id,
  managingUserId: Nullable(Id),
  status: ProfileStatus,
  isMinor: Type.Boolean(),
  visible: Visible,
  city: Nullable(Type.String()),
})
export type ProfileRef = Static<typeof ProfileRef>
export const profileRefs = operation(
  'profiles.refs',
  Type.Object({ ids: Type.Optional(Type.Array(Id)), accountId: Type.Optional(Id), managingUserId: Type.Optional(Id) }),
  Type.Array(ProfileRef),
)
/** Those of some profiles that whoever asks may see; all others are as good as unknown. */
export const visibleProfiles = operation('profiles.visible', Type.Object({ ids: Type.Array(Id) }), Type.Array(ProfileRef))
/** A profile as a row of an export. */
export const ProfileRow = Type.Object({
  id: Id,
  slug: Slug,
  displayName: Type.String(),
  status: ProfileStatus,
  account: Type.String(),
  city: Type.String(),
  country: Type.String(),
  categories: Type.Array(Type.String()),
  isMinor: Type.Boolean(),
  dateOfBirth: Nullable(DateOnly),
  bio: Type.String(),
  createdAt: Instant,
  updatedAt: Instant,
  values: FieldValues,
})
export type ProfileRow = Static<typeof ProfileRow>
/** Rows for an export of the profiles of an account; of all, but without private fields and birthdays, when `accountId` is null. */
export const profileRows = operation(
  'profiles.rows',
  Type.Object({ accountId: Nullable(Id), after: Nullable(Id), limit: Type.Integer() }),
  Type.Array(ProfileRow),
)
/** The published definition, for facets and filters. */
export const currentDefinition = operation('profiles.definition', Type.Object({}), Type.Object({ version: Type.Integer(), definition: Definition }))
/** Publishes a new version of the fields on top of one, for whoever asks; the rules of publishing hold. */
export const publishFields = operation('profiles.publishFields', Type.Object({ baseVersion: Type.Integer(), definition: Definition }), ModelSchema)
/** Publishes the fields of an industry, when the marketplace has none yet. */
export const installFields = operation('profiles.installFields', Type.Object({ definition: Definition }), Type.Null())
