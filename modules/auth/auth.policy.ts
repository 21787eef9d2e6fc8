export { normalised as normaliseEmail } from '@itellico/kernel/sealing'

const COMMON = new Set([
  'password',
  'passwort',
  'qwertyuiop',
  'letmein',
  'iloveyou',
  'welcome',
  'administrator',
  'changeme',
  'football',
  'princess',
  'sunshine',
  'superman',
  'trustno1',
  'whatever',
])

/** Why a password is too easy to guess, or null when it is not. */
export function passwordWeakness(password: string, about: readonly string[]): 'passwordRepeats' | 'passwordCommon' | 'passwordPersonal' | null {
  const lower = password.toLowerCase()
  const letters = lower.replace(/[^\p{L}]/gu, '')
  if (new Set(lower).size < 5) return 'passwordRepeats'
  if (COMMON.has(letters) || /^(?:0123456789|1234567890|qwertzuiop|qwertyuiop)/.test(lower)) return 'passwordCommon'
  for (const word of about) {
    const w = word.toLowerCase()
    if (w.length >= 4 && lower.includes(w) && lower.length - w.length < 6) return 'passwordPersonal'
  }
  return null
}

/** Seconds for which the refresh token that was just exchanged may be exchanged again, for a reply that got lost. */
export const REFRESH_GRACE_SECONDS = 10
/** Seconds of life of an access token. */
export const ACCESS_SECONDS = 15 * 60

/** When a session ends: after a day, or after thirty days when it is to be remembered. */
export function sessionEnd(now: Date, remember: boolean): Date {
  return new Date(now.getTime() + (remember ? 30 : 1) * 86_400_000)
}

/** What to do with a refresh token that is presented again. */
export function refreshVerdict(
  token: { rotatedAt: Date | null },
  session: { revokedAt: Date | null; expiresAt: Date },
  now: Date,
): 'rotate' | 'repeat' | 'reuse' | 'ended' {
  if (session.revokedAt || session.expiresAt <= now) return 'ended'
  if (!token.rotatedAt) return 'rotate'
  return now.getTime() - token.rotatedAt.getTime() <= REFRESH_GRACE_SECONDS * 1000 ? 'repeat' : 'reuse'
}
