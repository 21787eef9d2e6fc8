import AxeBuilder from '@axe-core/playwright'
import { expect, test, type Page } from '@playwright/test'
import { CLIENT, startProvider } from '../modules/testing/oidc.ts'
import { startSamlProvider } from '../modules/testing/saml.ts'
import { api, at, signIn } from './people.ts'

const ADMIN = 'admin@paws.example'
const RUN = Date.now().toString(36)
const NORD = `Nord ${RUN}`
const WORKS = `Works ${RUN}`

async function addProvider(page: Page, kind: string, name: string, fields: Readonly<Record<string, string>>): Promise<void> {
  await page.getByRole('button', { name: 'Add provider' }).click()
  const dialog = page.getByRole('dialog', { name: 'Add provider' })
  await dialog.getByLabel('Kind').click()
  await page.getByRole('option', { name: kind }).click()
  await dialog.getByLabel('Name on the button').fill(name)
  for (const [label, value] of Object.entries(fields)) await dialog.getByLabel(label).fill(value)
  await dialog.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByText(`${name} is saved`)).toBeVisible()
}

async function removeProvider(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name: `Remove ${name}` }).click()
  await page.getByRole('alertdialog').getByRole('button', { name: 'Remove' }).click()
  await expect(page.getByText(`${name} is removed`)).toBeVisible()
}

test('a provider is set up, tested and switched on, and people sign in through it', async ({ page, browser }) => {
  test.setTimeout(120_000)
  const callback = at('paws', '/api/auth/sso/callback')
  const provider = await startProvider([callback])
  try {
    provider.person = { sub: 'nora-1', email: `nora-${Date.now()}@agency.example`, email_verified: true, given_name: 'Nora', family_name: 'Nord' }
    await signIn(page, 'paws', ADMIN)
    await page.goto(at('paws', '/admin/sso'))
    await addProvider(page, 'OpenID Connect', NORD, {
      'Issuer address': provider.issuer,
      'Client id': CLIENT.clientId,
      'Client secret': CLIENT.clientSecret,
    })
    const card = page.getByRole('region', { name: NORD })
    await expect(card.getByText(callback)).toBeVisible()
    await card.getByRole('button', { name: `Test ${NORD}` }).click()
    await expect(card.getByText('It works')).toBeVisible()
    await expect(card.getByText('Nora Nord')).toBeVisible()
    const { violations } = await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa']).analyze()
    expect(violations.map((v) => v.id)).toEqual([])
    await card.getByRole('checkbox', { name: 'Newcomers get a login at their first sign-in' }).click()
    await expect(card.getByRole('checkbox', { name: 'Newcomers get a login at their first sign-in' })).toBeChecked()
    await card.getByRole('button', { name: `Switch ${NORD} on` }).click()
    await expect(card.getByRole('button', { name: `Switch ${NORD} off` })).toBeVisible()

    const visitor = await browser.newPage()
    await visitor.goto(at('paws', `/login?next=${encodeURIComponent('/settings')}`))
    await visitor.getByRole('button', { name: `Sign in with ${NORD}` }).click()
    await expect(visitor).toHaveURL(at('paws', '/settings'))
    await visitor.getByRole('button', { name: `Unlink ${NORD}` }).click()
    await visitor.getByRole('alertdialog').getByRole('button', { name: 'Unlink' }).click()
    await expect(visitor.getByText('This is your only way to sign in: set a password first')).toBeVisible()

    // a role by a group, which must have a second step here
    await card.getByLabel('Group', { exact: true }).fill('office')
    await card.getByRole('button', { name: 'Add rule' }).click()
    await expect(card.getByText('office → Marketplace manager')).toBeVisible()
    await card.getByLabel('Group', { exact: true }).fill('bookers')
    await card.getByRole('combobox', { name: 'Account (empty: the whole marketplace)' }).fill('Fetchw')
    await page.getByRole('option', { name: 'Fetchwood' }).click()
    await card.getByRole('combobox', { name: 'Role' }).click()
    await page.getByRole('option', { name: 'Booker' }).click()
    await card.getByRole('button', { name: 'Add rule' }).click()
    await expect(card.getByText('bookers → Booker · Fetchwood')).toBeVisible()
    const policy = async (roles: string[]) => (await api(page, 'paws', 'PUT', '/tenant/second-factor-policy', { roles })).status()
    expect(await policy(['tenant_manager'])).toBe(200)
    provider.person = { ...provider.person, groups: ['office'] }
    const manager = await browser.newPage()
    await manager.goto(at('paws', '/login'))
    await manager.getByRole('button', { name: `Sign in with ${NORD}` }).click()
    await expect(manager.getByRole('heading', { name: 'One more step to protect your role' })).toBeVisible()
    await manager.goto(at('paws', '/settings'))
    await expect(manager).toHaveURL(/\/login/)
    expect(await policy([])).toBe(200)

    const stranger = await browser.newPage()
    await stranger.goto(`${callback}?code=somebody-elses-code-here&state=${'s'.repeat(43)}`)
    await expect(stranger).toHaveURL(/\/login\?sso=sso\.state_invalid$/)
    await expect(stranger.getByRole('main').getByRole('alert')).toContainText('began in another browser')
    await stranger.goto(at('paws', '/login?sso=<b>free-text</b>'))
    await expect(stranger.getByRole('main').getByRole('alert')).toContainText('Signing in through the provider did not work')
    await expect(stranger.getByText('free-text')).toHaveCount(0)
    await Promise.all([visitor.close(), manager.close(), stranger.close()])
    await removeProvider(page, NORD)
  } finally {
    await provider.close()
  }
})

test('a SAML provider is read from its metadata, and its answers are taken from the browser that asked', async ({ page, browser }) => {
  test.setTimeout(120_000)
  const provider = await startSamlProvider()
  try {
    provider.person = { id: 'wim-1', claims: { email: 'wim@works.example', givenName: 'Wim', sn: 'Works', groups: ['Office'] } }
    await signIn(page, 'paws', ADMIN)
    await page.goto(at('paws', '/admin/sso'))
    await addProvider(page, 'SAML 2.0', WORKS, { 'Metadata of the provider': provider.metadataUrl })
    const card = page.getByRole('region', { name: WORKS })
    await expect(card.getByText(at('paws', '/api/auth/sso/saml'))).toBeVisible()
    await card.getByRole('button', { name: `Test ${WORKS}` }).click()
    await expect(card.getByText('It works')).toBeVisible()
    await expect(card.getByText('wim@works.example (not confirmed: it links and makes no login)')).toBeVisible()

    await card.getByRole('button', { name: `Switch ${WORKS} on` }).click()
    const visitor = await browser.newPage()
    await visitor.goto(at('paws', '/login'))
    await visitor.getByRole('button', { name: `Sign in with ${WORKS}` }).click()
    await expect(visitor.getByRole('main').getByRole('alert')).toContainText('Sign in first in another way')
    await visitor.close()
    await removeProvider(page, WORKS)
  } finally {
    await provider.close()
  }
})
