import type { Kernel } from '@itellico/kernel/kernel'

const DEFAULT_PORT: Readonly<Record<string, string>> = { 'http:': '80', 'https:': '443' }

/** Whether an origin is a page of ours: of the platform, of a sub-domain, or of an active domain of a marketplace. */
export async function isOwnOrigin(kernel: Kernel, origin: string): Promise<boolean> {
  const { PLATFORM_DOMAIN, PUBLIC_WEB_PORT } = kernel.config
  const url = URL.parse(origin)
  const ports = url && DEFAULT_PORT[url.protocol]
  if (!ports || url.username || url.pathname !== '/') return false
  const port = url.port || ports
  if (port !== (PUBLIC_WEB_PORT ?? ports)) return false
  if (url.hostname === PLATFORM_DOMAIN) return true
  const label = url.hostname.endsWith(`.${PLATFORM_DOMAIN}`) ? url.hostname.slice(0, -PLATFORM_DOMAIN.length - 1) : null
  return label === null ? (await kernel.realms.byHost(url.hostname)) !== null : /^[a-z0-9-]+$/.test(label)
}
