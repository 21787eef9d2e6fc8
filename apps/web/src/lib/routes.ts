/** First path segments of a tenant's pages that need a sign-in. */
export const PRIVATE_SEGMENTS = ['desk', 'client', 'me', 'messages', 'admin', 'settings', 'notifications', 'no-access'] as const

/** First path segments of a tenant's public pages; the empty one is the home page. */
export const PUBLIC_SEGMENTS = [
  '',
  'talent',
  'castings',
  'about',
  'legal',
  'login',
  'register',
  'verify-email',
  'forgot-password',
  'reset-password',
  'invitations',
  'robots.txt',
  'sitemap.xml',
] as const

/** Of those the ones that everybody reads: they belong to the main host, signing in is possible on every host. */
const CONTENT_SEGMENTS = new Set<string>(['', 'talent', 'castings', 'about', 'legal', 'robots.txt', 'sitemap.xml'])

/** Where the proxy sends addresses that no page has; one address, so that random ones cannot fill the page cache. */
export const MISSING_PATH = '/missing/page'

const known = new Set<string>([...PRIVATE_SEGMENTS, ...PUBLIC_SEGMENTS])
const secret = new Set<string>(PRIVATE_SEGMENTS)

/** First segment of a path, without slashes. */
export const firstSegment = (pathname: string) => pathname.split('/')[1] ?? ''
/** Whether a tenant has pages below this path. */
export const isKnownPath = (pathname: string) => known.has(firstSegment(pathname))
/** Whether what is below this path belongs to the main host of a marketplace. */
export const isContentPath = (pathname: string) => CONTENT_SEGMENTS.has(firstSegment(pathname))
/** Whether pages below this path need a sign-in. */
export const isPrivatePath = (pathname: string) => secret.has(firstSegment(pathname))
/** Whether admins of a closed marketplace still need pages below this path. */
export const isOpenToAdmins = (pathname: string) =>
  ['login', 'forgot-password', 'reset-password', 'admin', 'settings', 'no-access', 'api', '_next'].includes(firstSegment(pathname))
/** A path to return to after sign-in, or null when it points elsewhere. */
export function safeNext(next: string | null | undefined): string | null {
  return next && /^\/(?![/\\])[^\s\\]*$/.test(next) ? next : null
}
