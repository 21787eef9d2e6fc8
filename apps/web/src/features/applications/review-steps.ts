import { Eye, Send, Star, X, type LucideIcon } from 'lucide-react'
import type { ApplicationStatus } from '@itellico/contracts/applications'
import type { MessageKey } from '@/lib/i18n/translate'

/** What a client may decide on an applicant. */
export type Verdict = 'viewed' | 'shortlisted' | 'offered' | 'rejected'

/** Every state of an application, in the order in which a client works through them. */
export const applicationStates: readonly ApplicationStatus[] = ['submitted', 'viewed', 'shortlisted', 'offered', 'rejected', 'withdrawn']

const allowed: Record<ApplicationStatus, readonly Verdict[]> = {
  submitted: ['viewed', 'shortlisted', 'offered', 'rejected'],
  viewed: ['shortlisted', 'offered', 'rejected'],
  shortlisted: ['offered', 'rejected'],
  offered: ['rejected'],
  rejected: ['shortlisted'],
  withdrawn: [],
}

/** Whether an applicant can be brought from a state to another; the API decides again. */
export const mayBecome = (from: ApplicationStatus, to: Verdict) => allowed[from].includes(to)

/** The decisions with their key, sign and word. */
export const verdicts: readonly { readonly to: Verdict; readonly key: string; readonly label: MessageKey; readonly Icon: LucideIcon }[] = [
  { to: 'viewed', key: 'v', label: 'rev.view', Icon: Eye },
  { to: 'shortlisted', key: 's', label: 'rev.shortlist', Icon: Star },
  { to: 'offered', key: 'o', label: 'rev.offer', Icon: Send },
  { to: 'rejected', key: 'r', label: 'rev.reject', Icon: X },
]
