import { Type, type Static, type TSchema } from 'typebox'
import { Tokens, accountLeaving, invalidCredentials } from './auth.ts'
import { Id, IdParams, Instant, Nothing, Nullable, OneOf, error, route } from './kit.ts'

/** Ways to prove a second time who one is. */
export const FactorMethod = OneOf('totp', 'passkey', 'backup')
export type FactorMethod = Static<typeof FactorMethod>

/** What a person is told whose password was right and whose sign-in is not finished; it is the `context` of the refusal. */
export const PendingSignIn = Type.Object({
  ticket: Type.String({ description: 'Valid for five minutes, once, and only to finish this sign-in' }),
  expiresIn: Type.Integer(),
  methods: Type.Array(FactorMethod, { description: 'What the person can finish it with; empty when something must be set up first' }),
})
export type PendingSignIn = Static<typeof PendingSignIn>

export const secondFactorRequired = error({ code: 'auth.second_factor_required', status: 401, title: 'Confirm that it is you' })
export const enrolmentRequired = error({ code: 'auth.enrolment_required', status: 403, title: 'Set up a second step to sign in' })
export const codeWrong = error({ code: 'auth.code_wrong', status: 401, title: 'This code is not right' })
export const passkeyRefused = error({ code: 'auth.passkey_refused', status: 401, title: 'This passkey was not accepted' })
export const ticketInvalid = error({ code: 'auth.ticket_invalid', status: 401, title: 'This took too long or too many tries, sign in again' })
export const stepUpRequired = error({ code: 'auth.step_up_required', status: 403, title: 'Confirm once more that it is you' })
export const factorNeeded = error({ code: 'auth.factor_needed', status: 409, title: 'Your role needs a second step to sign in' })
export const factorState = error({ code: 'auth.factor_state', status: 409, title: 'Set up a second step first' })
export const proofUnavailable = error({ code: 'auth.proof_unavailable', status: 503, title: 'Confirming is not possible right now, try again soon' })

const Ticket = Type.String({ minLength: 20, maxLength: 100 })
const Code = Type.String({ minLength: 6, maxLength: 20 })
const Base64Url = (maxLength: number) => Type.String({ maxLength, minLength: 1 })
const Extensions = Type.Record(Type.String(), Type.Unknown())
const Attachment = Type.Optional(Type.String({ maxLength: 40 }))

/** What both ceremonies of WebAuthn give, around their own response (WebAuthn Level 3, sections 5.1 and 5.2). */
const credential = <R extends TSchema>(response: R) =>
  Type.Object({
    id: Base64Url(1400),
    rawId: Base64Url(1400),
    type: Type.Literal('public-key'),
    authenticatorAttachment: Attachment,
    clientExtensionResults: Extensions,
    response,
  })

/** The answer of a passkey to a challenge, as `navigator.credentials.get` gives it in JSON. */
export const PasskeyAnswer = credential(
  Type.Object({
    clientDataJSON: Base64Url(8000),
    authenticatorData: Base64Url(8000),
    signature: Base64Url(8000),
    userHandle: Type.Optional(Type.String({ maxLength: 200 })),
  }),
)
export type PasskeyAnswer = Static<typeof PasskeyAnswer>
/** A new passkey, as `navigator.credentials.create` gives it in JSON. */
export const NewPasskey = credential(
  Type.Object({
    clientDataJSON: Base64Url(8000),
    attestationObject: Base64Url(40_000),
    authenticatorData: Type.Optional(Base64Url(8000)),
    transports: Type.Optional(Type.Array(Type.String({ maxLength: 40 }), { maxItems: 10 })),
    publicKeyAlgorithm: Type.Optional(Type.Integer()),
    publicKey: Type.Optional(Base64Url(8000)),
  }),
)
export type NewPasskey = Static<typeof NewPasskey>

const Origin = Type.String({ minLength: 8, maxLength: 300, description: 'Origin of the page that asks, which must be one of this marketplace' })
/** A challenge for a passkey: options for the browser and the id under which the answer comes back. */
const Challenge = Type.Object({ challengeId: Type.String(), options: Type.Record(Type.String(), Type.Unknown()) })
const Answered = { challengeId: Type.String({ minLength: 20, maxLength: 100 }), passkey: PasskeyAnswer }
const Proof = { code: Type.Optional(Code), passkey: Type.Optional(Type.Object(Answered)) }
const BackupCodes = Type.Array(Type.String(), { description: 'Ten codes that work once each; they are never shown again' })
const TotpSetUp = Type.Object({ secret: Type.String(), uri: Type.String({ description: 'For the QR code' }) })
const PasskeyName = Type.String({ minLength: 1, maxLength: 60 })

export const passkeySignInOptions = route({
  name: 'passkeySignInOptions',
  method: 'POST',
  path: '/public/auth/passkey/options',
  permission: null,
  realm: 'both',
  rate: 'signin',
  summary: 'A challenge to sign in with a passkey alone, or to finish the sign-in of a ticket with one',
  body: Type.Object({ origin: Origin, ticket: Type.Optional(Ticket) }),
  response: Challenge,
  errors: [passkeyRefused, ticketInvalid, proofUnavailable],
})
export const passkeySignIn = route({
  name: 'passkeySignIn',
  method: 'POST',
  path: '/public/auth/passkey',
  permission: null,
  realm: 'both',
  rate: 'signin',
  summary: 'Sign in with a passkey alone',
  body: Type.Object({ ...Answered, remember: Type.Optional(Type.Boolean()) }),
  response: Tokens,
  errors: [passkeyRefused, accountLeaving, proofUnavailable],
})
export const finishSignIn = route({
  name: 'finishSignIn',
  method: 'POST',
  path: '/public/auth/mfa',
  permission: null,
  realm: 'both',
  rate: 'signin',
  summary: 'Finish a sign-in with a code of the app, a backup code or a passkey; five wrong ones end it',
  body: Type.Object({
    ticket: Ticket,
    ...Proof,
    rememberDevice: Type.Optional(Type.Boolean({ description: 'This device is not asked for a second factor for thirty days' })),
  }),
  response: Tokens,
  errors: [codeWrong, passkeyRefused, ticketInvalid, accountLeaving, proofUnavailable],
})
export const enrolTotp = route({
  name: 'enrolTotp',
  method: 'POST',
  path: '/public/auth/enrolment/totp',
  permission: null,
  realm: 'both',
  rate: 'signin',
  summary: 'Begin to set up an app for codes, for somebody whose role needs one',
  body: Type.Object({ ticket: Ticket }),
  response: TotpSetUp,
  errors: [ticketInvalid, proofUnavailable],
})
export const enrolPasskeyOptions = route({
  name: 'enrolPasskeyOptions',
  method: 'POST',
  path: '/public/auth/enrolment/passkey/options',
  permission: null,
  realm: 'both',
  rate: 'signin',
  summary: 'Begin to make a passkey, for somebody whose role needs one',
  body: Type.Object({ ticket: Ticket, origin: Origin }),
  response: Challenge,
  errors: [ticketInvalid, passkeyRefused, proofUnavailable],
})
export const finishEnrolment = route({
  name: 'finishEnrolment',
  method: 'POST',
  path: '/public/auth/enrolment',
  permission: null,
  realm: 'both',
  rate: 'signin',
  summary: 'Finish setting up a second factor and with it the sign-in',
  body: Type.Object({
    ticket: Ticket,
    code: Type.Optional(Code),
    passkey: Type.Optional(Type.Object({ challengeId: Answered.challengeId, name: PasskeyName, created: NewPasskey })),
  }),
  response: Type.Object({ ...Tokens.properties, backupCodes: BackupCodes }),
  errors: [codeWrong, passkeyRefused, ticketInvalid, proofUnavailable],
})

export const Passkey = Type.Object({
  id: Id,
  name: Type.String(),
  host: Type.String({ description: 'The address that it works on' }),
  synced: Type.Boolean(),
  createdAt: Instant,
  lastUsedAt: Nullable(Instant),
})
export type Passkey = Static<typeof Passkey>
export const RememberedDevice = Type.Object({ id: Id, userAgent: Type.String(), ip: Type.String(), createdAt: Instant, expiresAt: Instant })
export type RememberedDevice = Static<typeof RememberedDevice>
/** How the signed-in person proves who they are. */
export const Security = Type.Object({
  totp: Type.Boolean(),
  passkeys: Type.Array(Passkey),
  backupCodesLeft: Type.Integer(),
  devices: Type.Array(RememberedDevice),
  required: Type.Boolean({ description: 'A role of the person must have a second factor' }),
})
export type Security = Static<typeof Security>

const own = { permission: 'user.security.manage', realm: 'both' } as const
export const getSecurity = route({
  ...own,
  name: 'getSecurity',
  method: 'GET',
  path: '/user/security',
  summary: 'The own second factors and remembered devices',
  response: Security,
})
export const startTotp = route({
  ...own,
  name: 'startTotp',
  method: 'POST',
  path: '/user/totp',
  stepUp: true,
  summary: 'Begin to set up an app for codes; one that is there goes on working until the new one is confirmed',
  response: TotpSetUp,
})
export const confirmTotp = route({
  ...own,
  name: 'confirmTotp',
  method: 'POST',
  path: '/user/totp/confirm',
  rate: 'signin',
  stepUp: true,
  summary: 'Confirm the app with its first code; gives backup codes where there are none',
  body: Type.Object({ code: Code }),
  response: Type.Object({ backupCodes: BackupCodes }),
  errors: [codeWrong],
})
export const removeTotp = route({
  ...own,
  name: 'removeTotp',
  method: 'DELETE',
  path: '/user/totp',
  stepUp: true,
  status: 204,
  summary: 'Remove the app for codes',
  response: Nothing,
  errors: [factorNeeded],
})
export const renewBackupCodes = route({
  ...own,
  name: 'renewBackupCodes',
  method: 'POST',
  path: '/user/backup-codes',
  stepUp: true,
  summary: 'Ten new backup codes; the old ones stop working',
  response: Type.Object({ backupCodes: BackupCodes }),
  errors: [factorState],
})
export const newPasskeyOptions = route({
  ...own,
  name: 'newPasskeyOptions',
  method: 'POST',
  path: '/user/passkeys/options',
  stepUp: true,
  summary: 'Begin to make a passkey',
  body: Type.Object({ origin: Origin }),
  response: Challenge,
  errors: [passkeyRefused, proofUnavailable],
})
export const addPasskey = route({
  ...own,
  name: 'addPasskey',
  method: 'POST',
  path: '/user/passkeys',
  stepUp: true,
  status: 201,
  summary: 'Keep a new passkey; gives backup codes where there are none',
  body: Type.Object({ challengeId: Answered.challengeId, name: PasskeyName, created: NewPasskey }),
  response: Type.Object({ passkey: Passkey, backupCodes: BackupCodes }),
  errors: [passkeyRefused, proofUnavailable],
})
export const renamePasskey = route({
  ...own,
  name: 'renamePasskey',
  method: 'PATCH',
  path: '/user/passkeys/{id}',
  summary: 'Give a passkey another name',
  params: IdParams,
  body: Type.Object({ name: PasskeyName }),
  response: Passkey,
})
export const removePasskey = route({
  ...own,
  name: 'removePasskey',
  method: 'DELETE',
  path: '/user/passkeys/{id}',
  stepUp: true,
  status: 204,
  summary: 'Remove a passkey',
  params: IdParams,
  response: Nothing,
  errors: [factorNeeded],
})
export const forgetDevice = route({
  ...own,
  name: 'forgetDevice',
  method: 'DELETE',
  path: '/user/remembered-devices/{id}',
  status: 204,
  summary: 'Ask this device for a second factor again',
  params: IdParams,
  response: Nothing,
})
export const stepUpOptions = route({
  ...own,
  name: 'stepUpOptions',
  method: 'POST',
  path: '/user/step-up/options',
  summary: 'How the person can confirm that it is them: with a second factor, or with the password where there is none',
  body: Type.Object({ origin: Origin }),
  response: Type.Object({ methods: Type.Array(OneOf('password', 'totp', 'passkey', 'backup')), passkey: Nullable(Challenge) }),
  errors: [passkeyRefused, proofUnavailable],
})
export const stepUp = route({
  ...own,
  name: 'stepUp',
  method: 'POST',
  path: '/user/step-up',
  rate: 'signin',
  status: 204,
  summary: 'Confirm that it is you; sensitive actions are possible for ten minutes then',
  body: Type.Object({ ...Proof, password: Type.Optional(Type.String({ minLength: 1, maxLength: 200 })) }),
  response: Nothing,
  errors: [codeWrong, passkeyRefused, invalidCredentials, proofUnavailable],
})

/** Who must have a second factor, by role. */
export const FactorPolicy = Type.Object({ roles: Type.Array(Type.String({ minLength: 1, maxLength: 40 }), { maxItems: 40, uniqueItems: true }) })
export type FactorPolicy = Static<typeof FactorPolicy>
export const roleUnknown = error({ code: 'auth.role_unknown', status: 422, title: 'One of these roles does not exist here' })

export const getFactorPolicy = route({
  name: 'getFactorPolicy',
  method: 'GET',
  path: '/tenant/second-factor-policy',
  permission: 'tenant.settings.read',
  summary: 'Roles that must have a second factor',
  response: FactorPolicy,
})
export const setFactorPolicy = route({
  name: 'setFactorPolicy',
  method: 'PUT',
  path: '/tenant/second-factor-policy',
  permission: 'tenant.security.manage',
  stepUp: true,
  summary: 'Say which roles must have a second factor; whoever has none sets one up at the next sign-in',
  body: FactorPolicy,
  response: FactorPolicy,
  errors: [roleUnknown],
})
export const getStaffFactorPolicy = route({
  name: 'getStaffFactorPolicy',
  method: 'GET',
  path: '/platform/second-factor-policy',
  realm: 'platform',
  permission: 'platform.security.read',
  summary: 'Roles of the platform that must have a second factor',
  response: FactorPolicy,
})
export const setStaffFactorPolicy = route({
  name: 'setStaffFactorPolicy',
  method: 'PUT',
  path: '/platform/second-factor-policy',
  realm: 'platform',
  permission: 'platform.security.manage',
  stepUp: true,
  summary: 'Say which roles of the platform must have a second factor',
  body: FactorPolicy,
  response: FactorPolicy,
  errors: [roleUnknown],
})
export const resetFactors = route({
  name: 'resetFactors',
  method: 'DELETE',
  path: '/tenant/users/{id}/second-factors',
  permission: 'tenant.users.manage',
  stepUp: true,
  status: 204,
  summary: 'Take all second factors from somebody who lost them, and sign them out',
  params: IdParams,
  response: Nothing,
})
