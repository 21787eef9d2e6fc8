import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { env } from '@/lib/env'
import { PLATFORM_REALM } from '@/lib/session-store'
import { privateHeaders, scopeOf } from '@/lib/request-guard'

interface DemoLogin {
  readonly tenant: string
  readonly persona: string
  readonly email: string
  readonly password: string
}

/** Logins of the demo data for this host; nothing at all where there is no demo. */
export async function GET(request: Request): Promise<Response> {
  if (!env.demoLogins || !env.dataDir) return Response.json({ items: [] }, { headers: privateHeaders })
  const { realm } = scopeOf(request)
  const wanted = realm === PLATFORM_REALM ? 'platform' : realm
  const all = JSON.parse(await readFile(join(env.dataDir, 'demo-logins.json'), 'utf8').catch(() => '[]')) as DemoLogin[]
  const items = all.filter((l) => l.tenant === wanted).map(({ persona, email, password }) => ({ persona, email, password }))
  return Response.json({ items }, { headers: privateHeaders })
}
