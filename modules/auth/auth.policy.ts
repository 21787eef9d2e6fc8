import { isSequence, isStolen } from './auth.common.ts'

export { normalised as normaliseEmail } from '@itellico/kernel/sealing'

/** What a password must not be made of: words about the person, and about the place. */
export interface PasswordContext {
  readonly about: readonly string[]
  readonly place: readonly string[]
}

/** Why a password is refused. */
export type Weakness = 'passwordRepeats' | 'passwordSequence' | 'passwordCommon' | 'passwordPersonal' | 'passwordPlace'

/** Why a password is too easy to guess, or null when it is not. Knows what was stolen before without asking anybody. */
export function passwordWeakness(password: string, { about, place }: PasswordContext): Weakness | null {
  const lower = password.normalize('NFKC').toLowerCase()
  if (new Set(lower).size < 5 || /^(.{1,4})\1+.{0,2}$/u.test(lower)) return 'passwordRepeats'
  if (isSequence(lower)) return 'passwordSequence'
  if (isStolen(lower)) return 'passwordCommon'
  if (holds(lower, about)) return 'passwordPersonal'
  return holds(lower, place) ? 'passwordPlace' : null
}

/** Whether little is left of a password without one of the words, blanks and hyphens aside. */
function holds(lower: string, words: readonly string[]): boolean {
  const squeeze = (text: string): string => text.replace(/[\s._-]/g, '')
  return words.some((word) => {
    const [w, text] = [squeeze(word.normalize('NFKC').toLowerCase()), squeeze(lower)]
    return w.length >= 4 && text.includes(w) && text.length - w.length < 6
  })
}

/** How many tries there are in a window before one has to wait. */
export const ATTEMPTS = { windowMs: 15 * 60_000, ofPeer: 5, ofDevice: 10, ofAll: 20, longestPauseMs: 5 * 60_000 } as const
/** Seconds in which a sign-in must be finished. */
export const PENDING_SECONDS = 300
/** Wrong codes that end a sign-in which waits for the second factor. */
export const PENDING_TRIES = 5
/** Days for which a device is not asked for a second factor again. */
export const REMEMBER_DEVICE_DAYS = 30

/** Whether a person with these roles must have a second factor. */
export function needsFactor(wanted: readonly string[], roles: readonly string[]): boolean {
  return roles.some((role) => wanted.includes(role))
}

/** Seconds for which the refresh token that was just exchanged may be exchanged again, for a reply that got lost. */
export const REFRESH_GRACE_SECONDS = 10
/** Seconds of life of an access token. */
export const ACCESS_SECONDS = 15 * 60

/** When a session ends: after a day, or after thirty days when it is to be remembered. */
export function sessionEnd(now: Date, remember: boolean): Date {
  return new Date(now.getTime() + (remember ? 30 : 1) * 86_400_000)
}

/** Hours after which a session ends that nobody uses: a working day, or two weeks when it is to be remembered. */
export const IDLE_HOURS = { short: 8, remembered: 14 * 24 } as const

/** What to do with a refresh token that is presented again. */
export function refreshVerdict(
  token: { rotatedAt: Date | null },
  session: { revokedAt: Date | null; expiresAt: Date; lastSeenAt: Date; remember: boolean },
  now: Date,
): 'rotate' | 'repeat' | 'reuse' | 'ended' {
  const idle = now.getTime() - session.lastSeenAt.getTime()
  const longest = (session.remember ? IDLE_HOURS.remembered : IDLE_HOURS.short) * 3_600_000
  if (session.revokedAt || session.expiresAt <= now || idle >= longest) return 'ended'
  if (!token.rotatedAt) return 'rotate'
  return now.getTime() - token.rotatedAt.getTime() <= REFRESH_GRACE_SECONDS * 1000 ? 'repeat' : 'reuse'
}
