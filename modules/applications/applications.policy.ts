import type { ApplicationStatus } from '@itellico/contracts/applications'

/** What the client's side may decide. */
export type Review = 'viewed' | 'shortlisted' | 'offered' | 'rejected'

const REVIEWS: Readonly<Record<ApplicationStatus, readonly Review[]>> = {
  submitted: ['viewed', 'shortlisted', 'offered', 'rejected'],
  viewed: ['shortlisted', 'offered', 'rejected'],
  shortlisted: ['offered', 'rejected'],
  offered: ['rejected'],
  rejected: ['shortlisted'],
  withdrawn: [],
}

/** Whether the client's side may bring an application from one state to another. */
export function canReview(from: ApplicationStatus, to: Review): boolean {
  return REVIEWS[from].includes(to)
}

/** Whether the talent's side may still withdraw; a withdrawal is final. */
export function canWithdraw(from: ApplicationStatus): boolean {
  return from !== 'rejected' && from !== 'withdrawn'
}

/** The sides on which somebody can act for a talent. */
export interface Submitter {
  /** Accounts that the person belongs to, with the role there. */
  readonly memberships: readonly { readonly accountId: string; readonly role: string }[]
  /** Kind of the account that the profile belongs to. */
  readonly ownerType: string
}

/** Whether a person may submit a profile that they manage: for minors only a guardian, or a member of the agency that represents them. */
export function maySubmit(profile: { readonly isMinor: boolean; readonly accountId: string }, by: Submitter): boolean {
  if (!profile.isMinor) return true
  if (by.memberships.some((m) => m.role === 'guardian')) return true
  return by.ownerType === 'agency' && by.memberships.some((m) => m.accountId === profile.accountId)
}

/** Whether an account may submit a talent of its own roster: minors only agencies and guardians, never the minor's own account. */
export function maySubmitFromRoster(profile: { readonly isMinor: boolean }, accountType: string): boolean {
  return !profile.isMinor || accountType === 'agency' || accountType === 'guardian'
}
