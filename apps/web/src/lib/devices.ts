import 'server-only'
import type { cookies } from 'next/headers'
import { deviceCookie, sessionCookieOptions } from './cookies'

type Jar = Pick<Awaited<ReturnType<typeof cookies>>, 'get' | 'set'>

const MOST = 5
const SECONDS = 180 * 86_400

/** Tokens of the people who have signed in on this device, as the API wants them. */
export const devicesIn = (jar: Pick<Jar, 'get'>): string => (jar.get(deviceCookie())?.value ?? '').replaceAll('|', ' ')

/** Keeps the token of whoever has just signed in, the newest first: a device can have several people. */
export function keepDevice(jar: Jar, token: string): void {
  const person = (t: string) => t.split('.')[1]
  const others = devicesIn(jar)
    .split(' ')
    .filter((t) => t !== '' && person(t) !== person(token))
  jar.set(deviceCookie(), [token, ...others].slice(0, MOST).join('|'), sessionCookieOptions(SECONDS))
}
