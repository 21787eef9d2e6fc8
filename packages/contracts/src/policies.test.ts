import { describe, expect, it } from 'vitest'
import { catalogue, covers } from './rights.ts'
import * as p from './policies.ts'

/** Every row: what is given, and what is decided. */
const cases: { [K in p.PolicyKey]: readonly (readonly [facts: object, reason: p.PolicyReason | null])[] } = {
  own_row: [
    [{ manages: true, mayInAccount: false }, null],
    [{ manages: false, mayInAccount: true }, null],
    [{ manages: false, mayInAccount: false }, 'notOwn'],
  ],
  minor_gate: [
    [{ minor: false, consent: false, coversDates: false, coversWork: false, hoursPerDay: 12 }, null],
    [{ minor: true, consent: false, coversDates: true, coversWork: true, hoursPerDay: 1 }, 'noConsent'],
    [{ minor: true, consent: true, coversDates: false, coversWork: true, hoursPerDay: 1 }, 'consentOver'],
    [{ minor: true, consent: true, coversDates: true, coversWork: false, hoursPerDay: 1 }, 'consentOther'],
    [{ minor: true, consent: true, coversDates: true, coversWork: true, hoursPerDay: 4 }, null],
    [{ minor: true, consent: true, coversDates: true, coversWork: true, hoursPerDay: 4.25 }, 'tooManyHours'],
  ],
  minor_visibility: [
    [{ minor: false, reader: 'public', verified: false, openListing: false }, null],
    [{ minor: true, reader: 'public', verified: true, openListing: true }, 'notPublic'],
    [{ minor: true, reader: 'member', verified: true, openListing: true }, 'notPublic'],
    [{ minor: true, reader: 'client', verified: false, openListing: true }, 'clientUnverified'],
    [{ minor: true, reader: 'client', verified: true, openListing: false }, 'noOpenListing'],
    [{ minor: true, reader: 'client', verified: true, openListing: true }, null],
    [{ minor: true, reader: 'house', verified: false, openListing: false }, null],
    [{ minor: true, reader: 'marketplace', verified: false, openListing: false }, null],
  ],
  contact_reveal: [
    [{ confirmed: false, completed: false, daysSince: 0 }, 'noBooking'],
    [{ confirmed: true, completed: false, daysSince: 0 }, null],
    [{ confirmed: false, completed: true, daysSince: 30 }, null],
    [{ confirmed: false, completed: true, daysSince: 31 }, 'noBooking'],
  ],
  exclusive_agency: [
    [{ exclusiveHere: true, throughAgency: false }, 'throughAgency'],
    [{ exclusiveHere: true, throughAgency: true }, null],
    [{ exclusiveHere: false, throughAgency: false }, null],
  ],
  four_eyes: [
    [{ amountMinor: 500_000, createdBooking: true }, null],
    [{ amountMinor: 500_001, createdBooking: true }, 'ownPayment'],
    [{ amountMinor: 900_000, createdBooking: false }, null],
  ],
  conflict_of_interest: [
    [{ act: 'decide', belongs: true, party: false, completed: false }, 'ownCase'],
    [{ act: 'decide', belongs: false, party: false, completed: false }, null],
    [{ act: 'review', belongs: false, party: true, completed: true }, null],
    [{ act: 'review', belongs: false, party: true, completed: false }, 'notParty'],
    [{ act: 'review', belongs: false, party: false, completed: true }, 'notParty'],
  ],
  step_up: [
    [{ sensitive: false, proofSeconds: null }, null],
    [{ sensitive: true, proofSeconds: null }, 'proofOld'],
    [{ sensitive: true, proofSeconds: 600 }, null],
    [{ sensitive: true, proofSeconds: 601 }, 'proofOld'],
  ],
  plan: [
    [{ subscribed: false, used: 0, limit: 10 }, 'noSubscription'],
    [{ subscribed: true, used: 9, limit: 10 }, null],
    [{ subscribed: true, used: 10, limit: 10 }, 'quotaUsed'],
    [{ subscribed: true, used: 10_000, limit: -1 }, null],
  ],
  state_lock: [
    [{ applications: 0, changesTerms: true }, null],
    [{ applications: 1, changesTerms: true }, 'locked'],
    [{ applications: 1, changesTerms: false }, null],
  ],
  suspended_tenant: [
    [{ suspended: true, does: 'change' }, 'suspended'],
    ...(['read', 'pay', 'export', 'sign_in'] as const).map((does) => [{ suspended: true, does }, null] as const),
    [{ suspended: false, does: 'change' }, null],
  ],
  api_key: [
    [{ byKey: false, ownerMay: false, inScopes: false, security: true }, null],
    [{ byKey: true, ownerMay: true, inScopes: true, security: false }, null],
    [{ byKey: true, ownerMay: false, inScopes: true, security: false }, 'keyScope'],
    [{ byKey: true, ownerMay: true, inScopes: false, security: false }, 'keyScope'],
    [{ byKey: true, ownerMay: true, inScopes: true, security: true }, 'keyScope'],
  ],
}

describe.each(p.policies.map((rule) => [rule.key, rule] as const))('%s', (key, rule) => {
  it.each(cases[key].map(([facts, reason]) => [JSON.stringify(facts), facts, reason] as const))('%s', (_, facts, reason) => {
    expect(rule.decide(facts as never)).toBe(reason)
  })
  it('speaks of permissions that exist', () => {
    for (const pattern of rule.permissions)
      expect(
        catalogue.filter((permission) => covers([pattern], permission)),
        pattern,
      ).not.toEqual([])
  })
})

it('every reason is given by some rule', () => {
  const given = new Set(Object.values(cases).flatMap((rows) => rows.map(([, reason]) => reason)))
  expect(Object.keys(p.policyReasons).filter((reason) => !given.has(reason as p.PolicyReason))).toEqual([])
})
