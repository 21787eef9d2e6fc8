import { Type, type Static, type TSchema } from 'typebox'
import { OneOf } from './kit.ts'

/**
 * The rules that look at who, what and when, beside the permissions: each a pure function of declared facts. They can only take away:
 * a permission is needed first, and every rule about it must agree. Whoever enforces one gathers the facts and asks it.
 */
export interface Policy<K extends string = string, F extends TSchema = TSchema> {
  readonly key: K
  /** Patterns of the permissions that it is about. */
  readonly permissions: readonly string[]
  readonly facts: F
  /** Null when it agrees, else the key of the reason. */
  readonly decide: (facts: Static<F>) => PolicyReason | null
}

/** Why a rule refuses. A client that speaks another language has its own text for each. */
export const policyReasons = {
  notOwn: 'The profile belongs to others.',
  noConsent: 'There is no consent of a guardian for this.',
  consentOver: 'The consent does not cover the whole time.',
  consentOther: 'The consent does not cover this kind of work or content.',
  tooManyHours: 'It is longer than a child may work in a day.',
  notPublic: 'Minors are never shown in public.',
  clientUnverified: 'The client is not verified yet.',
  noOpenListing: 'The client has no open casting.',
  noBooking: 'Contact is shown while a booking is confirmed, and 30 days after it.',
  throughAgency: 'This talent is represented here exclusively: the booking goes to the agency.',
  ownPayment: 'Whoever made the booking does not approve a payment of this size.',
  ownCase: 'Nobody decides about an account that they belong to.',
  notParty: 'Only the parties of a completed booking can review it.',
  proofOld: 'It needs a fresh proof of who you are.',
  noSubscription: 'It needs a running subscription.',
  quotaUsed: 'The plan allows no more.',
  locked: 'What others have relied on stays as it is.',
  suspended: 'A suspended marketplace can be read, paid and exported only.',
  keyScope: 'The key does not reach that far.',
} as const
/** Key of a reason. */
export type PolicyReason = keyof typeof policyReasons

const policy = <const K extends string, F extends TSchema>(p: Policy<K, F>): Policy<K, F> => p
const Yes = Type.Boolean()
const Count = Type.Integer({ minimum: 0, maximum: 1_000_000_000 })

/** Longest working day of a minor, in hours: what the product allows where the law of the place says nothing stricter. */
export const MINOR_HOURS = 4
/** Days after a booking in which the parties still see how to reach each other. */
export const CONTACT_DAYS = 30
/** From this amount on, in minor units of the currency, somebody else approves a payment: 5,000 in euros. */
export const FOUR_EYES_MINOR = 500_000
/** How old a proof may be for what is sensitive, in seconds. */
export const PROOF_SECONDS = 600

/** A profile is changed by who manages it, or by people of its account who may. */
export const ownRow = policy({
  key: 'own_row',
  permissions: ['user.profiles.update', 'user.media.manage', 'user.bookouts.manage'],
  facts: Type.Object({ manages: Yes, mayInAccount: Yes }),
  decide: (f) => (f.manages || f.mayInAccount ? null : 'notOwn'),
})
/** A minor works with a consent that covers the kind of work, the days, the content and the hours. */
export const minorGate = policy({
  key: 'minor_gate',
  permissions: ['user.applications.create', 'account.applications.submit', 'account.bookings.confirm'],
  facts: Type.Object({ minor: Yes, consent: Yes, coversDates: Yes, coversWork: Yes, hoursPerDay: Type.Number({ minimum: 0, maximum: 24 }) }),
  decide: (f) => {
    if (!f.minor) return null
    if (!f.consent) return 'noConsent'
    if (!f.coversDates) return 'consentOver'
    if (!f.coversWork) return 'consentOther'
    return f.hoursPerDay > MINOR_HOURS ? 'tooManyHours' : null
  },
})
/** A minor is seen by its house, by the marketplace's people, and by verified clients who look for somebody. */
export const minorVisibility = policy({
  key: 'minor_visibility',
  permissions: ['account.talents.read', 'tenant.talents.read'],
  facts: Type.Object({ minor: Yes, reader: OneOf('public', 'member', 'client', 'house', 'marketplace'), verified: Yes, openListing: Yes }),
  decide: (f) => {
    if (!f.minor || f.reader === 'house' || f.reader === 'marketplace') return null
    if (f.reader === 'public' || f.reader === 'member') return 'notPublic'
    if (!f.verified) return 'clientUnverified'
    return f.openListing ? null : 'noOpenListing'
  },
})
/** Phone and e-mail of the other side show while a booking between both stands, and for some days after it. */
export const contactReveal = policy({
  key: 'contact_reveal',
  permissions: ['account.bookings.read', 'user.bookings.read'],
  facts: Type.Object({ confirmed: Yes, completed: Yes, daysSince: Count }),
  decide: (f) => (f.confirmed || (f.completed && f.daysSince <= CONTACT_DAYS) ? null : 'noBooking'),
})
/** A talent that is represented exclusively in a territory is booked there through the agency. */
export const exclusiveAgency = policy({
  key: 'exclusive_agency',
  permissions: ['account.options.request', 'account.bookings.create'],
  facts: Type.Object({ exclusiveHere: Yes, throughAgency: Yes }),
  decide: (f) => (f.exclusiveHere && !f.throughAgency ? 'throughAgency' : null),
})
/** Four eyes on large payments. */
export const fourEyes = policy({
  key: 'four_eyes',
  permissions: [],
  facts: Type.Object({ amountMinor: Count, createdBooking: Yes }),
  decide: (f) => (f.createdBooking && f.amountMinor > FOUR_EYES_MINOR ? 'ownPayment' : null),
})
/** Nobody decides or reviews in their own affair. */
export const conflictOfInterest = policy({
  key: 'conflict_of_interest',
  permissions: [],
  facts: Type.Object({ act: OneOf('decide', 'review'), belongs: Yes, party: Yes, completed: Yes }),
  decide: (f) => {
    if (f.act === 'decide') return f.belongs ? 'ownCase' : null
    return f.party && f.completed ? null : 'notParty'
  },
})
/** What is sensitive needs a proof of who somebody is that is fresh. */
export const stepUp = policy({
  key: 'step_up',
  permissions: ['user.security.manage', 'tenant.roles.manage', 'tenant.security.manage', 'tenant.lifecycle.manage'],
  facts: Type.Object({ sensitive: Yes, proofSeconds: Type.Union([Type.Null(), Count]) }),
  decide: (f) => (!f.sensitive || (f.proofSeconds !== null && f.proofSeconds <= PROOF_SECONDS) ? null : 'proofOld'),
})
/** What the plan does not hold cannot be had. */
export const plan = policy({
  key: 'plan',
  permissions: ['account.profiles.create', 'account.listings.manage', 'user.media.manage', 'account.users.manage'],
  facts: Type.Object({ subscribed: Yes, used: Count, limit: Type.Integer({ minimum: -1, description: '-1: without limit' }) }),
  decide: (f) => {
    if (!f.subscribed) return 'noSubscription'
    return f.limit >= 0 && f.used >= f.limit ? 'quotaUsed' : null
  },
})
/** Roles and pay of a casting stay as they are once somebody has applied for them. */
export const stateLock = policy({
  key: 'state_lock',
  permissions: ['account.listings.manage'],
  facts: Type.Object({ applications: Count, changesTerms: Yes }),
  decide: (f) => (f.applications > 0 && f.changesTerms ? 'locked' : null),
})
/** A suspended marketplace can be read, paid for and exported. */
export const suspendedTenant = policy({
  key: 'suspended_tenant',
  permissions: ['user.*', 'account.*', 'tenant.*'],
  facts: Type.Object({ suspended: Yes, does: OneOf('read', 'change', 'pay', 'export', 'sign_in') }),
  decide: (f) => (f.suspended && f.does === 'change' ? 'suspended' : null),
})
/** An API key does at most what its owner may and its scopes say, and never touches security. */
export const apiKey = policy({
  key: 'api_key',
  permissions: ['user.*', 'account.*', 'tenant.*'],
  facts: Type.Object({ byKey: Yes, ownerMay: Yes, inScopes: Yes, security: Yes }),
  decide: (f) => (!f.byKey || (f.ownerMay && f.inScopes && !f.security) ? null : 'keyScope'),
})

/** The twelve, in their order. */
export const policies = [
  ownRow,
  minorGate,
  minorVisibility,
  contactReveal,
  exclusiveAgency,
  fourEyes,
  conflictOfInterest,
  stepUp,
  plan,
  stateLock,
  suspendedTenant,
  apiKey,
] as const
/** Key of a rule. */
export type PolicyKey = (typeof policies)[number]['key']
