import * as contract from '@itellico/contracts/legal'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { startApi, type Caller, type TestApi, type TestTenant } from '../testing/harness.ts'

let api: TestApi
let tenant: TestTenant
let admin: Caller
beforeAll(async () => void (api = await startApi()))
afterAll(() => api.close())
beforeEach(async () => {
  tenant = await api.tenant()
  admin = (await tenant.user({ roles: ['tenant_admin'] })).caller
})

const text = (title: string, body = `# ${title}`): contract.LegalTexts[string] => ({ title, body })
const create = (slug: string, texts: contract.LegalTexts = { en: text(slug) }): Promise<contract.LegalPage> =>
  admin.ok(contract.createLegalPage, { body: { slug, texts } })
const read = (slug: string, locale?: string) => tenant.guest.ok(contract.getPublicPage, { params: { slug }, query: locale ? { locale } : {} })

describe('a page', () => {
  it('is read by nobody before it is published, nor after it is withdrawn', async () => {
    const page = await create('imprint')
    expect([page.kind, page.state]).toEqual(['imprint', 'draft'])
    expect(await tenant.guest.problem(contract.getPublicPage, { params: { slug: 'imprint' } })).toBe('404 access.not_found')
    expect((await admin.ok(contract.listLegalPages, {})).missing).toEqual(['imprint', 'privacy', 'terms'])
    expect((await admin.ok(contract.publishLegalPage, { params: { id: page.id } })).state).toBe('published')
    expect(await read('imprint')).toMatchObject({ title: 'imprint', body: '# imprint', locale: 'en' })
    expect((await admin.ok(contract.listLegalPages, {})).missing).toEqual(['privacy', 'terms'])
    expect((await admin.ok(contract.withdrawLegalPage, { params: { id: page.id } })).state).toBe('draft')
    expect(await tenant.guest.problem(contract.getPublicPage, { params: { slug: 'imprint' } })).toBe('404 access.not_found')
  })
  it('keeps what readers see while its draft is worked on', async () => {
    const page = await create('terms', { en: text('Terms', 'old') })
    await admin.ok(contract.publishLegalPage, { params: { id: page.id } })
    const changed = await admin.ok(contract.updateLegalPage, { params: { id: page.id }, body: { texts: { en: text('Terms', 'new') } } })
    expect(changed.state).toBe('changed')
    expect((await read('terms')).body).toBe('old')
    await admin.ok(contract.publishLegalPage, { params: { id: page.id }, ifMatch: changed.version })
    expect((await read('terms')).body).toBe('new')
  })
  it('is not published in another state than it was looked at, nor empty', async () => {
    const page = await create('privacy', { en: text('Privacy', ' ') })
    expect(await admin.problem(contract.publishLegalPage, { params: { id: page.id } })).toBe('422 legal.empty')
    await admin.ok(contract.updateLegalPage, { params: { id: page.id }, body: { texts: { en: text('Privacy') } }, ifMatch: page.version })
    expect(await admin.problem(contract.publishLegalPage, { params: { id: page.id }, ifMatch: page.version })).toBe('412 request.stale_version')
    expect(await admin.problem(contract.updateLegalPage, { params: { id: page.id }, body: { texts: { en: text('x') } }, ifMatch: page.version })).toBe(
      '412 request.stale_version',
    )
  })
  it('is read in the wanted language, else in the nearest', async () => {
    const page = await create('house-rules', { de: text('Hausordnung'), en: text('House rules'), fr: text('Règlement', '') })
    await admin.ok(contract.publishLegalPage, { params: { id: page.id } })
    const titles = await Promise.all([undefined, 'de', 'de-AT', 'fr', 'it'].map(async (l) => (await read('house-rules', l)).title))
    expect(titles).toEqual(['House rules', 'Hausordnung', 'Hausordnung', 'House rules', 'House rules'])
    const foot = await tenant.guest.ok(contract.listPublicPages, { query: { locale: 'de' } })
    expect(foot.items).toEqual([{ slug: 'house-rules', kind: 'free', locale: 'de', title: 'Hausordnung' }])
  })
  it('of which there are enough, or one already, is refused', async () => {
    const first = await create('page-0')
    expect(await admin.problem(contract.createLegalPage, { body: { slug: 'page-0', texts: { en: text('x') } } })).toBe('409 legal.slug_taken')
    const answers = await Promise.all(
      Array.from({ length: 12 }, (_, i) => admin.call(contract.createLegalPage, { body: { slug: `page-${i + 1}`, texts: { en: text('x') } } })),
    )
    expect(answers.filter((a) => a.status === 201)).toHaveLength(contract.MAX_FREE_PAGES - 1)
    await create('imprint')
    await admin.ok(contract.deleteLegalPage, { params: { id: first.id } })
    await create('page-again')
  })
})
