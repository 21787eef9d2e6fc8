import { env } from './env'

/** Name of the cookie that holds the session's id. */
export const sessionCookie = () => (env.cookieSecure ? '__Host-sid' : 'sid')

/** Name of the cookie by which this device is known to people who have signed in on it. */
export const deviceCookie = () => (env.cookieSecure ? '__Host-device' : 'device')

/** Name of the cookie by which a browser proves that a sign-in at a provider began in it. */
export const providerCookie = () => (env.cookieSecure ? '__Host-sso' : 'sso')

/** Name of the cookie that holds what is left to prove after a sign-in at a provider. */
export const unfinishedCookie = () => (env.cookieSecure ? '__Host-unfinished' : 'unfinished')

/** Attributes of the session cookie; `maxAge` in seconds, absent for a cookie that ends with the browser. */
export function sessionCookieOptions(maxAge?: number) {
  return { httpOnly: true, secure: env.cookieSecure, sameSite: 'lax' as const, path: '/', ...(maxAge !== undefined && { maxAge }) }
}

/** Attributes of the cookies beside it that scripts may read. */
export function hintCookieOptions(maxAge?: number) {
  return { ...sessionCookieOptions(maxAge), httpOnly: false }
}
