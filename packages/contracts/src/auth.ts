import { Type, type Static } from 'typebox'
import { DateOnly, Email, Id, IdParams, Instant, Nothing, Nullable, OneOf, TimeZone, error, event, operation, route } from './kit.ts'

export const Password = Type.String({ minLength: 10, maxLength: 200 })

/** Tokens of a session: a short-lived access token and an opaque refresh token that rotates at each use. */
export const Tokens = Type.Object({
  accessToken: Type.String(),
  expiresIn: Type.Integer({ description: 'Seconds until the access token ends' }),
  refreshToken: Type.String(),
  refreshExpiresAt: Instant,
  sessionId: Id,
  device: Type.Optional(Type.String({ description: 'Known from now on for this person: send it as `X-Device-Token` at the next sign-in' })),
})
export type Tokens = Static<typeof Tokens>

export const Membership = Type.Object({
  accountId: Id,
  accountName: Type.String(),
  accountSlug: Type.String(),
  accountType: Type.String(),
  role: Type.String(),
  permissions: Type.Array(Type.String()),
})
export type Membership = Static<typeof Membership>

/** The signed-in person, what they belong to and what they may do. */
export const Me = Type.Object({
  id: Id,
  email: Email,
  emailVerified: Type.Boolean(),
  firstName: Type.String(),
  lastName: Type.String(),
  locale: Type.String(),
  timezone: Type.String(),
  realm: OneOf('tenant', 'platform'),
  roles: Type.Array(Type.String()),
  permissions: Type.Array(Type.String(), { description: 'User, tenant and platform tier permissions; those of accounts are in memberships' }),
  memberships: Type.Array(Membership),
  suspended: Type.Array(Type.Object({ accountId: Id, accountName: Type.String(), accountType: Type.String() }), {
    description: 'Accounts that the person belongs to, but cannot act for until they are reactivated',
  }),
  createdAt: Instant,
})
export type Me = Static<typeof Me>

export const Session = Type.Object({
  id: Id,
  current: Type.Boolean(),
  userAgent: Type.String(),
  ip: Type.String(),
  createdAt: Instant,
  lastSeenAt: Instant,
  expiresAt: Instant,
})
export type Session = Static<typeof Session>

export const invalidCredentials = error({ code: 'auth.invalid_credentials', status: 401, title: 'E-mail address or password is wrong' })
export const signInRequired = error({ code: 'auth.sign_in_required', status: 401, title: 'Sign in to do this' })
export const sessionEnded = error({ code: 'auth.session_ended', status: 401, title: 'This session has ended, sign in again' })
export const linkInvalid = error({ code: 'auth.link_invalid', status: 410, title: 'This link is no longer valid' })
export const accountLeaving = error({ code: 'auth.account_leaving', status: 403, title: 'This account is about to be deleted' })
export const accessDisabled = error({ code: 'auth.access_disabled', status: 403, title: 'This login has been switched off' })
export const emailUnverified = error({ code: 'auth.email_unverified', status: 403, title: 'Confirm your e-mail address first' })
export const liveUnavailable = error({ code: 'auth.live_unavailable', status: 503, title: 'The live connection is not available right now' })
export const passwordWeak = error({ code: 'auth.password_weak', status: 422, title: 'This password is too easy to guess' })

export const register = route({
  name: 'register',
  method: 'POST',
  path: '/public/auth/register',
  permission: null,
  rate: 'register',
  status: 202,
  summary: 'Register as a talent or a client; sends a message to confirm the address. The answer is the same for a known address.',
  body: Type.Object({
    email: Email,
    password: Password,
    firstName: Type.String({ minLength: 1, maxLength: 80 }),
    lastName: Type.String({ minLength: 1, maxLength: 80 }),
    as: OneOf('talent', 'client'),
    dateOfBirth: Type.Optional(DateOnly),
    companyName: Type.Optional(Type.String({ minLength: 1, maxLength: 120 })),
    locale: Type.Optional(Type.String({ maxLength: 10 })),
  }),
  response: Type.Object({ message: Type.String() }),
  errors: [passwordWeak],
})
export const verifyEmail = route({
  name: 'verifyEmail',
  method: 'POST',
  path: '/public/auth/verify-email',
  permission: null,
  realm: 'both',
  rate: 'login',
  summary: 'Confirm an e-mail address with the token from the message',
  body: Type.Object({ token: Type.String({ minLength: 20, maxLength: 200 }) }),
  response: Type.Object({ email: Email }),
  errors: [linkInvalid],
})
export const login = route({
  name: 'login',
  method: 'POST',
  path: '/public/auth/login',
  permission: null,
  realm: 'both',
  rate: 'signin',
  summary: 'Sign in with e-mail address and password. Where a second factor is needed and `mfaCode` is not given, the refusal holds a ticket to finish with.',
  body: Type.Object({
    email: Type.String({ minLength: 1, maxLength: 254 }),
    password: Type.String({ minLength: 1, maxLength: 200 }),
    mfaCode: Type.Optional(Type.String({ minLength: 6, maxLength: 20, description: 'Code of the app, or a backup code' })),
    remember: Type.Optional(Type.Boolean()),
  }),
  response: Tokens,
  errors: [invalidCredentials, accessDisabled, accountLeaving, emailUnverified],
})
export const refresh = route({
  name: 'refresh',
  method: 'POST',
  path: '/public/auth/refresh',
  permission: null,
  realm: 'both',
  rate: 'refresh',
  summary: 'Exchange the refresh token for a new pair',
  body: Type.Object({ refreshToken: Type.String({ minLength: 20, maxLength: 200 }) }),
  response: Tokens,
  errors: [sessionEnded],
})
export const logout = route({
  name: 'logout',
  method: 'POST',
  path: '/public/auth/logout',
  permission: null,
  realm: 'both',
  rate: 'refresh',
  status: 204,
  summary: 'End the session of a refresh token',
  body: Type.Object({ refreshToken: Type.String({ minLength: 20, maxLength: 200 }) }),
  response: Nothing,
})
export const forgotPassword = route({
  name: 'forgotPassword',
  method: 'POST',
  path: '/public/auth/forgot-password',
  permission: null,
  realm: 'both',
  rate: 'mail',
  status: 202,
  summary: 'Ask for a message to set a new password; the answer never tells whether the address is known',
  body: Type.Object({ email: Email }),
  response: Type.Object({ message: Type.String() }),
})
export const resetPassword = route({
  name: 'resetPassword',
  method: 'POST',
  path: '/public/auth/reset-password',
  permission: null,
  realm: 'both',
  rate: 'login',
  status: 204,
  summary: 'Set a new password with the token from the message; ends all sessions',
  body: Type.Object({ token: Type.String({ minLength: 20, maxLength: 200 }), password: Password }),
  response: Nothing,
  errors: [linkInvalid, passwordWeak],
})
export const me = route({
  name: 'me',
  method: 'GET',
  path: '/user/me',
  permission: 'user.profile.read',
  realm: 'both',
  summary: 'The signed-in person',
  response: Me,
})
export const updateMe = route({
  name: 'updateMe',
  method: 'PATCH',
  path: '/user/me',
  permission: 'user.profile.update',
  realm: 'both',
  summary: 'Change name, language or time zone',
  body: Type.Partial(
    Type.Object({
      firstName: Type.String({ minLength: 1, maxLength: 80 }),
      lastName: Type.String({ minLength: 1, maxLength: 80 }),
      locale: Type.String({ maxLength: 10 }),
      timezone: TimeZone,
    }),
  ),
  response: Me,
})
export const changePassword = route({
  name: 'changePassword',
  method: 'POST',
  path: '/user/password',
  permission: 'user.security.manage',
  realm: 'both',
  rate: 'login',
  status: 204,
  summary: 'Change the password; all other sessions end',
  body: Type.Object({ currentPassword: Type.String({ minLength: 1, maxLength: 200 }), newPassword: Password }),
  response: Nothing,
  errors: [invalidCredentials, passwordWeak],
})
export const listSessions = route({
  name: 'listSessions',
  method: 'GET',
  path: '/user/sessions',
  permission: 'user.profile.read',
  realm: 'both',
  summary: 'Devices that are signed in',
  response: Type.Object({ items: Type.Array(Session) }),
})
export const endSession = route({
  name: 'endSession',
  method: 'DELETE',
  path: '/user/sessions/{id}',
  permission: 'user.security.manage',
  realm: 'both',
  status: 204,
  summary: 'Sign a device out',
  params: IdParams,
  response: Nothing,
})
export const realtimeTicket = route({
  name: 'realtimeTicket',
  method: 'POST',
  path: '/user/realtime-ticket',
  permission: 'user.profile.read',
  realm: 'both',
  summary: 'A ticket of 30 seconds to open the live connection',
  response: Type.Object({ ticket: Type.String(), expiresIn: Type.Integer() }),
  errors: [liveUnavailable],
})

export const userRegistered = event(
  'user.account.registered',
  '1.0.0',
  Type.Object({
    userId: Id,
    firstName: Type.String(),
    lastName: Type.String(),
    as: OneOf('talent', 'client'),
    dateOfBirth: Nullable(DateOnly),
    companyName: Nullable(Type.String()),
  }),
)
export const emailVerificationRequested = event('user.email.verification_requested', '1.0.0', Type.Object({ userId: Id }))
export const passwordResetRequested = event(
  'user.password.reset_requested',
  '1.0.0',
  Type.Object({ userId: Id, welcome: Type.Boolean({ description: 'The first password of a new admin' }) }),
)
export const passwordChanged = event('user.password.changed', '1.0.0', Type.Object({ userId: Id, how: OneOf('reset', 'change') }))

const Acting = Type.Object({ accountId: Id, role: Type.String(), grants: Type.Array(Type.String()) })
/** Who an access token speaks for right now: rights are looked up at every request, never frozen in the token. */
export const Principal = Type.Object({
  userId: Id,
  sessionId: Id,
  name: Type.String(),
  grants: Type.Array(Type.String()),
  accounts: Type.Array(Acting),
  verifiedAt: Nullable(Instant),
})
export type Principal = Static<typeof Principal>
/** What an active person may do right now, for whoever speaks for them; null when there is no such person, or they are disabled. */
export const standingOf = operation(
  'auth.standingOf',
  Type.Object({ userId: Id }),
  Nullable(Type.Object({ name: Type.String(), grants: Type.Array(Type.String()), accounts: Type.Array(Acting) })),
)
/** Checks an access token; null when it is not valid any more. */
export const authenticate = operation(
  'auth.authenticate',
  Type.Object({ token: Type.String() }),
  Type.Union([Type.Object({ outcome: Type.Literal('ok'), principal: Principal }), Type.Object({ outcome: OneOf('invalid', 'foreign') })]),
)
/** Exchanges a ticket of the live connection for its owner, once; null when it is not valid. */
export const redeemTicket = operation(
  'auth.redeemTicket',
  Type.Object({ ticket: Type.String() }),
  Nullable(Type.Object({ realmId: Type.String(), principal: Principal })),
)
/** Whether a session is still alive and its rights unchanged since an epoch. */
export const sessionAlive = operation('auth.sessionAlive', Type.Object({ sessionId: Id }), Type.Boolean())
/** Creates a login with a confirmed address, for invitations; gives the id of the one there is, if there is one. */
export const ensureUser = operation(
  'auth.ensureUser',
  Type.Object({ email: Email, firstName: Type.String(), lastName: Type.String(), password: Nullable(Type.String()), locale: Type.String() }),
  Type.Object({ userId: Id, created: Type.Boolean() }),
)
export const findUserByEmail = operation(
  'auth.findUserByEmail',
  Type.Object({ email: Type.String() }),
  Nullable(Type.Object({ userId: Id, hasPassword: Type.Boolean() })),
)
/** Ends all access of users at once, for example after a change of rights. */
export const bumpEpoch = operation('auth.bumpEpoch', Type.Object({ userIds: Type.Array(Id), endSessions: Type.Boolean(), reason: Type.String() }), Type.Null())
/** The roles that a person holds in the realm now. */
export const rolesOf = operation('auth.rolesOf', Type.Object({ userId: Id }), Type.Array(Type.Object({ role: Type.String(), expiresAt: Nullable(Instant) })))
/** Everybody who holds one of some roles now. */
export const holdersOf = operation('auth.holdersOf', Type.Object({ roles: Type.Array(Type.String()) }), Type.Array(Id))
/** Public facts of users, by id, or a page of all. */
export const userRecords = operation(
  'auth.userRecords',
  Type.Object({
    ids: Type.Optional(Type.Array(Id)),
    q: Type.Optional(Type.String()),
    role: Type.Optional(Type.String()),
    beforeId: Type.Optional(Id),
    limit: Type.Optional(Type.Integer()),
  }),
  Type.Array(
    Type.Object({
      id: Id,
      email: Type.String(),
      firstName: Type.String(),
      lastName: Type.String(),
      locale: Type.String(),
      status: OneOf('active', 'disabled'),
      emailVerified: Type.Boolean(),
      roles: Type.Array(Type.String()),
      createdAt: Instant,
      updatedAt: Instant,
      lastSeenAt: Nullable(Instant),
    }),
  ),
)
/** Ids of users from a place on, the oldest first, and how many there are. */
export const userWindow = operation(
  'auth.userWindow',
  Type.Object({ skip: Type.Integer(), take: Type.Integer(), exceptIds: Type.Array(Id) }),
  Type.Object({ ids: Type.Array(Id), total: Type.Integer() }),
)
/** Changes name, language and address of a user, as a directory says them. */
export const changeIdentity = operation(
  'auth.changeIdentity',
  Type.Object({ userId: Id, email: Email, firstName: Type.String(), lastName: Type.String(), locale: Type.String() }),
  Type.Object({ outcome: OneOf('ok', 'taken', 'unknown') }),
)
/** Changes state or marketplace roles of a user; counts admins so that the last one stays. */
export const setUserAccess = operation(
  'auth.setUserAccess',
  Type.Object({ userId: Id, status: Type.Optional(OneOf('active', 'disabled')), roles: Type.Optional(Type.Array(Type.String())) }),
  Type.Object({ found: Type.Boolean() }),
)
/** Signs somebody in whom a provider has confirmed; `factors` says whether it vouches for a second factor that counts here. */
export const signInByProvider = operation(
  'auth.signInByProvider',
  Type.Object({ userId: Id, factors: Type.Boolean(), remember: Type.Boolean(), userAgent: Type.String(), devices: Nullable(Type.String()) }),
  Tokens,
)
/** A login by id or address, with what it can be opened with here. */
export const findLogin = operation(
  'auth.findLogin',
  Type.Object({ userId: Type.Optional(Id), email: Type.Optional(Type.String()) }),
  Nullable(
    Type.Object({
      userId: Id,
      email: Type.String(),
      emailVerified: Type.Boolean(),
      active: Type.Boolean(),
      hasPassword: Type.Boolean(),
      passkeys: Type.Integer(),
      roles: Type.Array(Type.String()),
    }),
  ),
)
/** Locks the login of somebody who is to be erased at a time, or opens it again. */
export const setLeaving = operation('auth.setLeaving', Type.Object({ userId: Id, at: Nullable(Instant) }), Type.Null())
/** Whose ticket this is to call off their own erasure; it works once. */
export const redeemLeaving = operation('auth.redeemLeaving', Type.Object({ ticket: Type.String() }), Type.Object({ userId: Id }))
/** Ids of the persons of a realm who are not erased, in their order. */
export const remainingUsers = operation('auth.remainingUsers', Type.Object({ after: Nullable(Id), limit: Type.Integer() }), Type.Array(Id))
