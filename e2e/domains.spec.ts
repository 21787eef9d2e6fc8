import { expect, test, type Page } from '@playwright/test'
import sharp from 'sharp'
import { startDns } from '../modules/testing/dns.ts'
import { api, at, linkIn, mailTo, PASSWORD, signIn } from './people.ts'

const DNS_PORT = Number((process.env.DNS_SERVERS ?? '').split(':')[1])

/** A marketplace of its own with its admin signed in; gives where it is. */
async function newMarketplace(page: Page, slug: string): Promise<string> {
  await signIn(page, null, 'operator@itellico.example')
  const admin = `admin@${slug}.example`
  const made = await api(page, null, 'POST', '/platform/tenants', {
    slug,
    name: 'Nord Faces',
    industry: 'fashion',
    adminEmail: admin,
    adminFirstName: 'Ida',
    adminLastName: 'Nord',
    currency: 'EUR',
    timezone: 'Europe/Berlin',
    locale: 'en',
  })
  expect(made.status(), await made.text()).toBe(202)
  const link = new URL(linkIn(await mailTo(page, admin, /is ready/)))
  const token = link.searchParams.get('token')
  const headers = { origin: link.origin }
  // the web server asks again who a host belongs to after some seconds
  await expect
    .poll(
      async () => (await page.request.post(`${link.origin}/api/bff/public/auth/reset-password`, { data: { token, password: PASSWORD }, headers })).status(),
      {
        timeout: 20_000,
      },
    )
    .toBe(204)
  const answer = await page.request.post(`${link.origin}/api/auth/login`, { data: { email: admin, password: PASSWORD }, headers })
  expect(answer.status(), await answer.text()).toBe(200)
  return link.origin
}

test('a marketplace is found under its own domain, with its logo and imprint', async ({ page, browser }) => {
  test.setTimeout(150_000)
  const dns = await startDns(DNS_PORT)
  try {
    const slug = `nord-${Date.now().toString(36)}`
    const home = await newMarketplace(page, slug)
    const host = `${slug}.journey.example`

    await page.goto(`${home}/admin/domains`)
    await page.getByRole('button', { name: 'Add domain' }).click()
    await page.getByRole('textbox', { name: 'Domain' }).fill(`https://${host.toUpperCase()}/`)
    await page.getByRole('dialog').getByRole('button', { name: 'Add domain' }).click()
    const dialog = page.getByRole('dialog', { name: `Prove that ${host} is yours` })
    const record = (await dialog.getByText(/^itellico-verify=/).textContent()) ?? ''
    await dialog.getByRole('button', { name: 'Check now' }).click()
    await expect(page.getByText(`${host} is not proven yet`)).toBeVisible()
    dns.set((await dialog.getByText(/^_itellico\./).textContent()) ?? '', record)
    await dialog.getByRole('button', { name: 'Check now' }).click()
    await expect(page.getByText(`${host} is proven and serves your marketplace`)).toBeVisible()
    await expect(dialog).toBeHidden()
    await page.getByRole('button', { name: `Make ${host} the main domain` }).click()
    await page.getByRole('alertdialog').getByRole('button', { name: 'Make main' }).click()
    await expect(page.getByRole('row', { name: host }).getByText('Main')).toBeVisible()

    await page.goto(`${home}/admin/branding`)
    const picture = await sharp({ create: { width: 320, height: 80, channels: 4, background: '#b3324a' } })
      .png()
      .toBuffer()
    await page.getByLabel('Upload: On light ground').and(page.locator('input')).setInputFiles({ name: 'logo.png', mimeType: 'image/png', buffer: picture })
    await expect(page.getByText('Logo saved')).toBeVisible()

    await page.goto(`${home}/admin`)
    await expect(page.getByText('Nobody can read your imprint yet')).toBeVisible()
    await page.goto(`${home}/admin/pages`)
    await page.getByRole('button', { name: 'Write: Imprint' }).click()
    await page.getByRole('textbox', { name: 'Text in Markdown' }).fill('## Nord Faces GmbH\n\n<b>Torstraße 1</b>, Berlin. **Ida Nord**')
    await expect(page.getByRole('region', { name: 'Preview' }).getByRole('heading', { name: 'Nord Faces GmbH' })).toBeVisible()
    await page.getByRole('button', { name: 'Publish' }).click()
    await expect(page.getByText('Imprint is published')).toBeVisible()

    const visitor = await browser.newPage()
    const site = `${new URL(home).protocol}//${host}:${new URL(home).port}`
    await expect(async () => {
      await visitor.goto(site)
      await expect(visitor.getByRole('banner').getByRole('img', { name: 'Nord Faces' })).toBeVisible({ timeout: 1_000 })
    }).toPass({ timeout: 60_000 })
    const width = await visitor
      .getByRole('banner')
      .getByRole('img', { name: 'Nord Faces' })
      .evaluate((img: HTMLImageElement) => img.naturalWidth)
    expect(width).toBe(320)
    await visitor.getByRole('contentinfo').getByRole('link', { name: 'Imprint' }).click()
    await expect(visitor).toHaveURL(`${site}/legal/imprint`)
    await expect(visitor.getByRole('heading', { level: 1, name: 'Imprint' })).toBeVisible()
    await expect(visitor.getByText('<b>Torstraße 1</b>, Berlin.')).toBeVisible()
    await expect(visitor.locator('link[rel=canonical]')).toHaveAttribute('href', `${site}/legal/imprint`)

    // visitors of the sub-domain are led to the main one, once the web server has asked again
    await expect(async () => {
      await visitor.goto(`${home}/legal/imprint`)
      expect(visitor.url()).toBe(`${site}/legal/imprint`)
    }).toPass({ timeout: 45_000 })
    await visitor.goto(`${site}/sitemap.xml`)
    expect(await visitor.content()).toContain(`${site}/legal/imprint`)
    await visitor.goto(`${site}/login`)
    await visitor.getByLabel(/E-mail/).fill(`admin@${slug}.example`)
    await visitor.getByLabel('Password', { exact: true }).fill(PASSWORD)
    await visitor.getByRole('button', { name: 'Sign in' }).click()
    await expect(visitor).toHaveURL(`${site}/admin`)
    await visitor.close()
  } finally {
    await dns.close()
  }
})

test('a marketplace’s address cannot be claimed by a header', async ({ page }) => {
  for (const name of ['x-forwarded-host', 'x-tenant-host', 'x-tenant-slug']) {
    const answer = await page.request.get(at('fashion', '/robots.txt'), { headers: { [name]: 'evil.test' } })
    expect(await answer.text(), name).toContain(`Sitemap: ${at('fashion', '/sitemap.xml')}`)
  }
})
