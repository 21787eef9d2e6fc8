import { fileURLToPath } from 'node:url'
import type { NextConfig } from 'next'
import { PHASE_DEVELOPMENT_SERVER } from 'next/constants'

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url))
const root = here('../../')

const securityHeaders = [
  { key: 'X-Content-Type-Options', value: 'nosniff' },
  { key: 'Referrer-Policy', value: 'strict-origin-when-cross-origin' },
  { key: 'X-Frame-Options', value: 'DENY' },
  { key: 'Cross-Origin-Opener-Policy', value: 'same-origin' },
  { key: 'Permissions-Policy', value: 'camera=(), microphone=(), geolocation=(), payment=(), usb=()' },
  ...(process.env.COOKIE_SECURE === '1' ? [{ key: 'Strict-Transport-Security', value: 'max-age=31536000; includeSubDomains' }] : []),
]

// Instances share their caches. In development there is one, and its checks of a page take a cache that does not answer at once for none.
const sharedCaches: NextConfig = {
  cacheHandlers: { default: here('./cache-handlers/use-cache.mjs'), remote: here('./cache-handlers/use-cache.mjs') },
  cacheHandler: here('./cache-handlers/pages.mjs'),
  cacheMaxMemorySize: 0,
}

const config: NextConfig = {
  output: 'standalone',
  outputFileTracingRoot: root,
  turbopack: { root },
  transpilePackages: ['@itellico/contracts'],
  cacheComponents: true,
  partialPrefetching: true,
  // The proxy hides the /t/[tenant]/[locale] prefix: typed routes would refuse href="/login".
  typedRoutes: false,
  poweredByHeader: false,
  // Otherwise Next writes `localhost` into the proxy's rewrites and then takes them for another site when it listens on 127.0.0.1.
  skipProxyUrlNormalize: true,
  ...(process.env.DEPLOYMENT_ID && { deploymentId: process.env.DEPLOYMENT_ID }),
  cacheLife: {
    // What a shell shows may be in it only when browsers may keep it for five minutes: name, languages and looks of the marketplace are.
    tenant: { stale: 300, revalidate: 60, expire: 3600 },
    catalog: { stale: 30, revalidate: 30, expire: 3600 },
  },
  allowedDevOrigins: ['*.localhost'],
  typescript: { ignoreBuildErrors: process.env.SKIP_TYPECHECK === '1' },
  experimental: {
    turbopackFileSystemCacheForBuild: process.env.CI !== 'true',
    // With it, a file that changed between two runs of `npm run dev` makes every page reload for ever.
    turbopackFileSystemCacheForDev: false,
    optimizePackageImports: ['lucide-react', 'recharts', 'date-fns', '@base-ui/react'],
  },
  headers: async () => [
    { source: '/:path*', headers: securityHeaders },
    { source: '/_next/static/:path*', headers: [{ key: 'Cross-Origin-Resource-Policy', value: 'same-origin' }] },
  ],
}

/** Next's settings, by what it is about to do. */
export default function configOf(phase: string): NextConfig {
  return phase === PHASE_DEVELOPMENT_SERVER ? config : { ...config, ...sharedCaches }
}
