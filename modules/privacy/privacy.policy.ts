import { LEAVING_DAYS, PERSON_EXPORT_DAYS } from '@itellico/contracts/privacy'

const DAY = 86_400_000
const LINK_SECONDS = 15 * 60

/** When somebody who asks now is erased. */
export const dueAfter = (now: Date): Date => new Date(now.getTime() + LEAVING_DAYS * DAY)

/** When the archive of a person's data that is made now goes. */
export const archiveEnd = (now: Date): Date => new Date(now.getTime() + PERSON_EXPORT_DAYS * DAY)

/** When a link made now ends, in seconds since 1970, and never after the file itself. */
export const linkEnd = (now: Date, expiresAt: Date): number => Math.min(Math.floor(now.getTime() / 1000) + LINK_SECONDS, Math.floor(expiresAt.getTime() / 1000))

/** Before when something must have been asked for to count as lost when it is not done. */
export const lostBefore = (now: Date): Date => new Date(now.getTime() - DAY)

/** A member of an account. */
interface Seat {
  readonly accountId: string
  readonly userId: string
  readonly role: string
}

const LEADS = new Set(['account_owner', 'client_owner', 'guardian'])

/** Accounts that a person is alone in, and those that others would be left in without anybody who runs them. */
export function seatsOf(userId: string, seats: readonly Seat[]): { alone: string[]; leaderless: string[] } {
  const byAccount = [...Map.groupBy(seats, (s) => s.accountId)].filter(([, members]) => members.some((m) => m.userId === userId))
  const leads = (members: readonly Seat[]) => members.filter((m) => LEADS.has(m.role))
  return {
    alone: byAccount.filter(([, members]) => members.length === 1).map(([id]) => id),
    leaderless: byAccount
      .filter(([, members]) => members.length > 1 && leads(members).length > 0 && leads(members).every((m) => m.userId === userId))
      .map(([id]) => id),
  }
}
