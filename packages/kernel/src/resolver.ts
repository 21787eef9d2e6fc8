import { Resolver as DnsResolver } from 'node:dns/promises'

/** Reads what the owners of domains write into the DNS. */
export interface Resolver {
  /** Texts of a name, each put together from its parts; none when the name is not there. Throws when nobody could answer. */
  texts(name: string): Promise<string[]>
}

const ABSENT = new Set(['ENOTFOUND', 'ENODATA'])
const TIMEOUT_MS = 3_000
const TRIES = 2

/** Asks the given DNS servers, or those of the machine when there are none. */
export function openResolver(servers: readonly string[]): Resolver {
  const dns = new DnsResolver({ timeout: TIMEOUT_MS, tries: TRIES })
  if (servers.length) dns.setServers(servers)
  return {
    async texts(name) {
      try {
        return (await dns.resolveTxt(name)).map((parts) => parts.join(''))
      } catch (e) {
        if (ABSENT.has((e as { code?: string }).code ?? '')) return []
        throw e
      }
    },
  }
}
