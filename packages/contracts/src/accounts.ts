import { Type, type Static } from 'typebox'
import { beyondOwn } from './access.ts'
import { Email, Id, IdParams, Instant, Nothing, Nullable, OneOf, Page, Slug, error, event, operation, pageQuery, route } from './kit.ts'

export const AccountType = OneOf('agency', 'client', 'individual', 'guardian')
export const AccountStatus = OneOf('pending', 'active', 'suspended')
/** Key of a role: one that ships with the product, or one of the marketplace's own. */
const RoleKey = Type.String({ pattern: '^[a-z][a-z0-9_]{1,60}$' })

export const Account = Type.Object({
  id: Id,
  name: Type.String(),
  slug: Slug,
  type: AccountType,
  status: AccountStatus,
  city: Nullable(Type.String()),
  country: Nullable(Type.String()),
  website: Nullable(Type.String()),
  about: Nullable(Type.String()),
  verifiedAt: Nullable(Type.String({ format: 'date-time', description: 'When the marketplace has checked who stands behind the account' })),
  memberCount: Type.Integer(),
  createdAt: Instant,
  version: Type.Integer(),
})
export type Account = Static<typeof Account>

export const Member = Type.Object({
  userId: Id,
  email: Email,
  firstName: Type.String(),
  lastName: Type.String(),
  role: RoleKey,
  status: OneOf('active', 'disabled'),
  joinedAt: Instant,
})
export type Member = Static<typeof Member>

export const Invitation = Type.Object({ id: Id, email: Email, role: RoleKey, expiresAt: Instant, createdAt: Instant })
export type Invitation = Static<typeof Invitation>

export const User = Type.Object({
  id: Id,
  email: Email,
  firstName: Type.String(),
  lastName: Type.String(),
  status: OneOf('active', 'disabled'),
  emailVerified: Type.Boolean(),
  roles: Type.Array(Type.String()),
  accounts: Type.Array(Type.Object({ id: Id, name: Type.String(), role: Type.String() })),
  createdAt: Instant,
  lastSeenAt: Nullable(Instant),
})
export type User = Static<typeof User>

export const accountRequired = error({ code: 'accounts.account_required', status: 403, title: 'Choose the account you act for' })
export const slugTaken = error({ code: 'accounts.slug_taken', status: 409, title: 'An account with this address name exists' })
export const lastOwner = error({ code: 'accounts.last_owner', status: 409, title: 'An account needs at least one owner' })
export const alreadyMember = error({ code: 'accounts.already_member', status: 409, title: 'This person is a member already' })
export const invitationInvalid = error({ code: 'accounts.invitation_invalid', status: 410, title: 'This invitation is no longer valid' })
export const invitationNeedsPassword = error({ code: 'accounts.password_required', status: 422, title: 'Choose a name and a password to join' })
export const roleNotHeld = error({ code: 'accounts.role_unfit', status: 422, title: 'This role cannot be given here' })
export const lastAdmin = error({ code: 'accounts.last_admin', status: 409, title: 'A marketplace needs at least one admin' })

export const getAccount = route({
  name: 'getAccount',
  method: 'GET',
  path: '/account',
  permission: 'account.settings.read',
  summary: 'The active account',
  response: Account,
})
export const listMembers = route({
  name: 'listMembers',
  method: 'GET',
  path: '/account/members',
  permission: 'account.users.read',
  summary: 'Members of the active account',
  response: Type.Object({ items: Type.Array(Member), invitations: Type.Array(Invitation) }),
})
export const inviteMember = route({
  name: 'inviteMember',
  method: 'POST',
  path: '/account/invitations',
  permission: 'account.users.manage',
  rate: 'mail',
  status: 201,
  summary: 'Invite a person by e-mail',
  body: Type.Object({ email: Email, role: RoleKey }),
  response: Invitation,
  errors: [alreadyMember, roleNotHeld, beyondOwn],
})
export const withdrawInvitation = route({
  name: 'withdrawInvitation',
  method: 'DELETE',
  path: '/account/invitations/{id}',
  permission: 'account.users.manage',
  status: 204,
  summary: 'Withdraw an invitation',
  params: IdParams,
  response: Nothing,
})
export const changeMemberRole = route({
  name: 'changeMemberRole',
  method: 'PATCH',
  path: '/account/members/{id}',
  permission: 'account.users.manage',
  summary: 'Change the role of a member (by user id)',
  params: IdParams,
  body: Type.Object({ role: RoleKey }),
  response: Member,
  errors: [lastOwner, roleNotHeld, beyondOwn],
})
export const removeMember = route({
  name: 'removeMember',
  method: 'DELETE',
  path: '/account/members/{id}',
  permission: 'account.users.manage',
  status: 204,
  summary: 'Remove a member (by user id); takes effect at once',
  params: IdParams,
  response: Nothing,
  errors: [lastOwner],
})

const InvitationToken = Type.Object({ token: Type.String({ minLength: 20, maxLength: 200 }) })
export const getInvitation = route({
  name: 'getInvitation',
  method: 'GET',
  path: '/public/invitations/{token}',
  permission: null,
  rate: 'login',
  summary: 'What an invitation is for',
  params: InvitationToken,
  response: Type.Object({ accountName: Type.String(), email: Email, role: Type.String(), hasLogin: Type.Boolean() }),
  errors: [invitationInvalid],
})
export const acceptInvitation = route({
  name: 'acceptInvitation',
  method: 'POST',
  path: '/public/invitations/{token}/accept',
  permission: null,
  rate: 'login',
  summary: 'Join the account; creates the login when the address has none',
  params: InvitationToken,
  body: Type.Object({
    firstName: Type.Optional(Type.String({ minLength: 1, maxLength: 80 })),
    lastName: Type.Optional(Type.String({ minLength: 1, maxLength: 80 })),
    password: Type.Optional(Type.String({ minLength: 10, maxLength: 200 })),
  }),
  response: Type.Object({ email: Email, accountName: Type.String() }),
  errors: [invitationInvalid, invitationNeedsPassword],
})

export const listAccounts = route({
  name: 'listAccounts',
  method: 'GET',
  path: '/tenant/accounts',
  permission: 'tenant.accounts.read',
  summary: 'All accounts of the marketplace',
  query: Type.Object({
    ...pageQuery,
    q: Type.Optional(Type.String({ maxLength: 100 })),
    type: Type.Optional(AccountType),
    status: Type.Optional(AccountStatus),
  }),
  response: Page(Account),
})
export const createAccount = route({
  name: 'createAccount',
  method: 'POST',
  path: '/tenant/accounts',
  permission: 'tenant.accounts.manage',
  status: 201,
  summary: 'Create an account and invite its owner',
  idempotency: 'optional',
  versioned: true,
  body: Type.Object({
    name: Type.String({ minLength: 1, maxLength: 120 }),
    type: AccountType,
    ownerEmail: Email,
    city: Type.Optional(Type.String({ maxLength: 80 })),
    country: Type.Optional(Type.String({ pattern: '^[A-Z]{2}$' })),
  }),
  response: Account,
  errors: [slugTaken],
})
export const getTenantAccount = route({
  name: 'getTenantAccount',
  method: 'GET',
  path: '/tenant/accounts/{id}',
  permission: 'tenant.accounts.read',
  summary: 'One account with its members',
  params: IdParams,
  versioned: true,
  response: Type.Object({ ...Account.properties, members: Type.Array(Member), invitations: Type.Array(Invitation) }),
})
export const setAccountStatus = route({
  name: 'setAccountStatus',
  method: 'PATCH',
  path: '/tenant/accounts/{id}',
  permission: 'tenant.accounts.manage',
  summary: 'Approve, suspend or reactivate an account',
  params: IdParams,
  body: Type.Object({ status: OneOf('active', 'suspended') }),
  versioned: true,
  response: Account,
})
export const setAccountVerification = route({
  name: 'setAccountVerification',
  method: 'PUT',
  path: '/tenant/accounts/{id}/verification',
  permission: 'tenant.accounts.manage',
  summary: 'Say that an account has been checked, or take that back; takes effect at once',
  params: IdParams,
  body: Type.Object({ verified: Type.Boolean() }),
  versioned: true,
  response: Account,
})
export const listUsers = route({
  name: 'listUsers',
  method: 'GET',
  path: '/tenant/users',
  permission: 'tenant.users.read',
  summary: 'All users of the marketplace',
  query: Type.Object({
    ...pageQuery,
    id: Type.Optional(Id),
    q: Type.Optional(Type.String({ maxLength: 100 })),
    role: Type.Optional(Type.String({ maxLength: 70 })),
  }),
  response: Page(User),
})
export const updateUser = route({
  name: 'updateUser',
  method: 'PATCH',
  path: '/tenant/users/{id}',
  permission: 'tenant.users.manage',
  summary: 'Change the marketplace roles of a user, disable or enable them; takes effect at once',
  params: IdParams,
  body: Type.Object({
    status: Type.Optional(OneOf('active', 'disabled')),
    roles: Type.Optional(Type.Array(RoleKey, { maxItems: 10, uniqueItems: true })),
  }),
  response: User,
  errors: [roleNotHeld, beyondOwn, lastAdmin],
})

export const memberInvited = event('account.member.invited', '1.0.0', Type.Object({ invitationId: Id, accountId: Id }))
export const memberChanged = event('account.member.changed', '1.0.0', Type.Object({ accountId: Id, userId: Id, change: OneOf('joined', 'role', 'removed') }))
export const accountStatusChanged = event('account.status.changed', '1.0.0', Type.Object({ accountId: Id, status: AccountStatus }))

export const accountVerificationChanged = event('account.verification.changed', '1.0.0', Type.Object({ accountId: Id, verified: Type.Boolean() }))

/** What an account is and how far it is trusted; null when it does not exist. */
export const accountStanding = operation(
  'accounts.standing',
  Type.Object({ id: Id }),
  Nullable(Type.Object({ type: AccountType, status: AccountStatus, verified: Type.Boolean() })),
)
/** Names of accounts by id. */
export const accountNames = operation(
  'accounts.names',
  Type.Object({ ids: Type.Array(Id) }),
  Type.Array(Type.Object({ id: Id, name: Type.String(), slug: Type.String(), type: Type.String(), status: AccountStatus })),
)
/** User ids of the active members of accounts. */
export const accountMemberIds = operation(
  'accounts.memberIds',
  Type.Object({ accountIds: Type.Array(Id) }),
  Type.Array(Type.Object({ accountId: Id, userId: Id, role: Type.String() })),
)
/** Accounts that match a name, for pickers. */
export const accountPicker = route({
  name: 'accountPicker',
  method: 'GET',
  path: '/account/clients',
  permission: 'account.bookings.read',
  summary: 'Client accounts to choose from when placing an option',
  query: Type.Object({ q: Type.Optional(Type.String({ maxLength: 100 })) }),
  response: Type.Object({ items: Type.Array(Type.Object({ id: Id, name: Type.String(), city: Nullable(Type.String()) })) }),
})
/** Everybody who holds one of some roles in an account. */
export const membersWithRole = operation('accounts.membersWithRole', Type.Object({ roles: Type.Array(Type.String()) }), Type.Array(Id))
/** Accounts that a user is a member of; suspended ones are left out. */
export const membershipsOf = operation(
  'accounts.membershipsOf',
  Type.Object({ userId: Id }),
  Type.Array(Type.Object({ accountId: Id, accountName: Type.String(), accountSlug: Type.String(), accountType: Type.String(), role: RoleKey })),
)
/** Makes a user a member of an account in a role, changes the role, or removes them with null. */
export const setMembership = operation('accounts.setMembership', Type.Object({ accountId: Id, userId: Id, role: Nullable(RoleKey) }), Type.Null())
/** Opens an account that a user runs. */
export const openAccount = operation('accounts.open', Type.Object({ name: Type.String(), type: AccountType, userId: Id }), Type.Object({ accountId: Id }))
/** Suspended accounts that a user is a member of: they give no rights, but whoever belongs to one should know why. */
export const suspendedAccountsOf = operation(
  'accounts.suspendedOf',
  Type.Object({ userId: Id }),
  Type.Array(Type.Object({ accountId: Id, accountName: Type.String(), accountType: Type.String() })),
)
/** Rows for an export of the accounts of the marketplace. */
export const accountRows = operation(
  'accounts.rows',
  Type.Object({ after: Nullable(Id), limit: Type.Integer() }),
  Type.Array(
    Type.Object({
      id: Id,
      name: Type.String(),
      slug: Slug,
      type: AccountType,
      status: AccountStatus,
      city: Type.String(),
      country: Type.String(),
      website: Type.String(),
      memberCount: Type.Integer(),
      createdAt: Instant,
    }),
  ),
)
