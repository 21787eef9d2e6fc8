import { domainChanged } from '@itellico/contracts/domains'
import { legalChanged } from '@itellico/contracts/legal'
import { listingChanged } from '@itellico/contracts/listings'
import { mediaDeleted, mediaOrdered, mediaProcessed } from '@itellico/contracts/media'
import { searchIndexed } from '@itellico/contracts/search'
import { settingsChanged } from '@itellico/contracts/tenants'
import { inTx, type Ctx, type TxCtx } from '@itellico/kernel/context'
import { enqueue } from '@itellico/kernel/events'
import { systemContext } from '@itellico/kernel/kernel'
import { defineModule, on, work } from '@itellico/kernel/module'
import { mintServiceToken } from '../service-tokens.ts'
import { refreshPages } from './pages.jobs.ts'

const TIMEOUT_MS = 5_000

/** Asks for pages of one kind to be made anew; many changes while one wish waits are one. */
async function wish(tx: TxCtx, kind: 'profiles' | 'listings' | 'all'): Promise<void> {
  if (tx.kernel.config.WEB_URL) await enqueue(tx, refreshPages, { kind }, { key: kind })
}

/** Tells the web server which cached pages of the tenant are out of date. */
async function refresh(ctx: Ctx, kind: 'profiles' | 'listings' | 'all'): Promise<void> {
  const { WEB_URL, SERVICE_KEYS_FILE } = ctx.kernel.config
  if (!WEB_URL) return
  const tag = `tenant:${ctx.realm.slug}`
  const response = await fetch(new URL('/api/revalidate', WEB_URL), {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-service-token': await mintServiceToken(SERVICE_KEYS_FILE, 'worker', 'web') },
    body: JSON.stringify({ tags: kind === 'all' ? [tag, `${tag}:profiles`, `${tag}:listings`] : [`${tag}:${kind}`] }),
    signal: AbortSignal.timeout(TIMEOUT_MS),
  })
  if (!response.ok) throw new Error(`the web server answered ${response.status}`)
}

/** Keeps the public pages, which the web server caches, in step with what they show. */
export const pages = defineModule({
  name: 'pages',
  handlers: [
    // of profiles and fields: only once the search knows of a change, lists made anew are right
    on(searchIndexed, 'pages.search', (tx) => wish(tx, 'profiles')),
    on(mediaProcessed, 'pages.media', (tx) => wish(tx, 'profiles')),
    on(mediaOrdered, 'pages.media-ordered', (tx) => wish(tx, 'profiles')),
    on(mediaDeleted, 'pages.media-deleted', (tx) => wish(tx, 'profiles')),
    on(listingChanged, 'pages.listing', (tx) => wish(tx, 'listings')),
    on(settingsChanged, 'pages.settings', (tx) => wish(tx, 'all')),
    on(legalChanged, 'pages.legal', (tx) => wish(tx, 'all')),
    // told in the platform's stream; links and addresses for search engines are in all pages of the tenant
    on(domainChanged, 'pages.domain', async (tx, { payload }) => {
      const realm = await tx.kernel.realms.byId(payload.tenantId)
      if (realm) await inTx(systemContext(tx.kernel, realm, tx.requestId), (inner) => wish(inner, 'all'))
    }),
  ],
  jobs: [work(refreshPages, (ctx, { kind }) => refresh(ctx, kind))],
})
