import { createHmac } from 'node:crypto'
import { expect, test, type Page } from '@playwright/test'
import { PASSWORD, at, signIn } from './people.ts'

/** The code of an app (RFC 6238) for a key in base 32. */
function codeOf(key: string, offset = 0): string {
  const bits = [...key.replace(/\s/g, '')].map((c) => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(c).toString(2).padStart(5, '0')).join('')
  const secret = Buffer.from((bits.match(/.{8}/g) ?? []).map((b) => parseInt(b, 2)))
  const counter = Buffer.alloc(8)
  counter.writeBigUInt64BE(BigInt(Math.floor(Date.now() / 30_000) + offset))
  const mac = createHmac('sha1', secret).update(counter).digest()
  const at = (mac.at(-1) ?? 0) & 15
  return String((mac.readUInt32BE(at) & 0x7fffffff) % 1_000_000).padStart(6, '0')
}

async function typeSignIn(page: Page, email: string): Promise<void> {
  await page.goto(at('fashion', '/login'))
  await page.getByLabel(/E-mail/).fill(email)
  await page.getByLabel('Password', { exact: true }).fill(PASSWORD)
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
}

/** A platform authenticator of the browser that checks who holds it. */
async function authenticator(page: Page): Promise<void> {
  const devtools = await page.context().newCDPSession(page)
  await devtools.send('WebAuthn.enable')
  await devtools.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  })
}

const security = (page: Page) => page.getByRole('region', { name: 'Second step' })

/** Signs out behind the back of a page that is left first: an open one would go to the sign-in page by itself. */
async function leave(page: Page): Promise<void> {
  await page.goto('about:blank')
  await page.request.post(at('fashion', '/api/auth/logout'), { headers: { origin: at('fashion', '') } })
}

test('somebody sets up an app, signs in with it, with a backup code, and confirms a sensitive step', async ({ page, browser }) => {
  const email = 'hanna.lehner@fashion.example'
  await signIn(page, 'fashion', email)
  await page.goto(at('fashion', '/settings'))
  await security(page).getByRole('button', { name: 'Set up an app' }).click()
  await expect(page.getByRole('img', { name: /QR code/ })).toBeVisible()
  const key = (await page.locator('[data-totp-key]').textContent()) ?? ''
  await page.getByLabel('Code that the app shows now').fill('000000')
  await page.getByRole('button', { name: 'Confirm the app' }).click()
  await expect(page.getByText('This code is not right')).toBeVisible()
  await page.getByLabel('Code that the app shows now').fill(codeOf(key, -1))
  await page.getByRole('button', { name: 'Confirm the app' }).click()
  const codes = page.getByRole('list', { name: 'Backup codes' }).getByRole('listitem')
  await expect(codes).toHaveCount(10)
  const [backup = ''] = await codes.allTextContents()
  await page.getByRole('button', { name: 'I have kept them' }).click()
  await expect(security(page).getByText('10 of 10 left')).toBeVisible()

  // a password alone is no session any more, for scripts either
  const other = await browser.newPage()
  const alone = await other.request.post(at('fashion', '/api/auth/login'), { data: { email, password: PASSWORD }, headers: { origin: at('fashion', '') } })
  expect([alone.status(), ((await alone.json()) as { code: string }).code]).toEqual([401, 'auth.second_factor_required'])

  await typeSignIn(other, email)
  await expect(other.getByRole('heading', { name: 'Confirm that it is you' })).toBeVisible()
  await other.getByLabel('Code', { exact: true }).fill('000000')
  await other.getByRole('button', { name: 'Confirm', exact: true }).click()
  await expect(other.getByText('This code is not right')).toBeVisible()
  await other.getByLabel('Code', { exact: true }).fill(codeOf(key))
  await other.getByRole('checkbox', { name: /Do not ask again/ }).check()
  await other.getByRole('button', { name: 'Confirm', exact: true }).click()
  await expect(other).toHaveURL(/\/(me|desk|client)/)

  // on this device the password is enough from now on, but not for what is sensitive
  await other.request.post(at('fashion', '/api/auth/logout'), { headers: { origin: at('fashion', '') } })
  await typeSignIn(other, email)
  await expect(other).toHaveURL(/\/(me|desk|client)/)
  await other.goto(at('fashion', '/settings'))
  await expect(security(other).getByText(/Not asked until/)).toBeVisible()
  await security(other).getByRole('button', { name: 'Make new ones' }).click()
  await other.getByRole('alertdialog').getByRole('button', { name: 'Make new ones' }).click()
  const dialog = other.getByRole('dialog', { name: 'Is it still you?' })
  await dialog.getByRole('button', { name: 'Use a backup code' }).click()
  await dialog.getByLabel('Backup code').fill(backup)
  await dialog.getByRole('button', { name: 'Confirm', exact: true }).click()
  const renewed = other.getByRole('list', { name: 'Backup codes' }).getByRole('listitem')
  await expect(renewed).toHaveCount(10)
  const [next = ''] = await renewed.allTextContents()
  await other.getByRole('button', { name: 'I have kept them' }).click()

  // the old codes are over, a new one signs in where the app is not at hand
  const third = await (await browser.newContext()).newPage()
  await typeSignIn(third, email)
  await third.getByRole('button', { name: 'Use a backup code' }).click()
  await third.getByLabel('Backup code').fill(backup)
  await third.getByRole('button', { name: 'Confirm', exact: true }).click()
  await expect(third.getByText('This code is not right')).toBeVisible()
  await third.getByLabel('Backup code').fill(next)
  await third.getByRole('button', { name: 'Confirm', exact: true }).click()
  await expect(third).toHaveURL(/\/(me|desk|client)/)

  // and everything is undone, for whoever comes next
  await third.goto(at('fashion', '/settings'))
  await security(third).getByRole('button', { name: 'Remove' }).click()
  await third.getByRole('alertdialog').getByRole('button', { name: 'Remove' }).click()
  await expect(security(third).getByText('Not set up')).toBeVisible()
})

test('somebody makes a passkey, signs in with it alone, renames and removes it', async ({ browser }) => {
  const page = await (await browser.newContext()).newPage()
  await authenticator(page)
  await signIn(page, 'fashion', 'einkauf@feldundfaden.example')
  await page.goto(at('fashion', '/settings'))
  await security(page).getByRole('button', { name: 'Add a passkey' }).click()
  await expect(page.getByRole('list', { name: 'Backup codes' }).getByRole('listitem')).toHaveCount(10)
  await page.getByRole('button', { name: 'I have kept them' }).click()
  await security(page).getByRole('button', { name: 'Rename' }).click()
  await page.getByLabel('Name of the passkey').fill('Laptop in the office')
  await security(page).getByRole('button', { name: 'Save', exact: true }).click()
  await expect(security(page).getByText('Laptop in the office')).toBeVisible()

  await leave(page)
  await page.goto(at('fashion', '/login'))
  const button = page.getByRole('button', { name: 'Sign in with a passkey' })
  // the suggestion of the address field may already have been taken by the virtual authenticator
  await Promise.race([button.click().catch(() => undefined), page.waitForURL(/\/(me|desk|client)/)])
  await expect(page).toHaveURL(/\/(me|desk|client)/)

  // as a second step after the password
  await leave(page)
  const refused = await page.request.post(at('fashion', '/api/auth/login'), {
    data: { email: 'einkauf@feldundfaden.example', password: PASSWORD },
    headers: { origin: at('fashion', '') },
  })
  expect(((await refused.json()) as { context: { methods: string[] } }).context.methods).toEqual(['passkey', 'backup'])
  await page.goto(at('fashion', '/login'))
  await Promise.race([button.click().catch(() => undefined), page.waitForURL(/\/(me|desk|client)/)])
  await expect(page).toHaveURL(/\/(me|desk|client)/)
  await page.goto(at('fashion', '/settings'))
  await security(page).getByRole('button', { name: 'Remove' }).click()
  await page.getByRole('alertdialog').getByRole('button', { name: 'Remove' }).click()
  await expect(security(page).getByText('Laptop in the office')).toBeHidden()
})

test('an admin asks managers for a second step, and one of them is led to it', async ({ browser }) => {
  const admin = await (await browser.newContext()).newPage()
  await signIn(admin, 'kids', 'admin@kids.example')
  await admin.goto(at('kids', '/admin/security'))
  await admin.getByRole('checkbox', { name: 'Marketplace manager' }).check()
  await admin.getByRole('button', { name: 'Save the rules' }).click()
  await expect(admin.getByText('The rules are saved')).toBeVisible()
  try {
    const manager = await (await browser.newContext()).newPage()
    await manager.goto(at('kids', '/login'))
    await manager.getByLabel(/E-mail/).fill('licensing@kids.example')
    await manager.getByLabel('Password', { exact: true }).fill(PASSWORD)
    await manager.getByRole('button', { name: 'Sign in', exact: true }).click()
    await expect(manager.getByRole('heading', { name: 'One more step to protect your role' })).toBeVisible()
    await manager.getByRole('button', { name: /An app for codes/ }).click()
    const key = (await manager.locator('[data-totp-key]').textContent()) ?? ''
    await manager.getByLabel('Code that the app shows now').fill(codeOf(key))
    await manager.getByRole('button', { name: 'Confirm the app' }).click()
    await expect(manager.getByRole('list', { name: 'Backup codes' }).getByRole('listitem')).toHaveCount(10)
    await manager.getByRole('button', { name: 'I have kept them, go on' }).click()
    await expect(manager).toHaveURL(/\/(desk|admin)/)
    await manager.goto(at('kids', '/settings'))
    await expect(security(manager).getByText('Your role needs a second step to sign in.')).toBeVisible()
  } finally {
    await admin.getByRole('checkbox', { name: 'Marketplace manager' }).uncheck()
    await admin.getByRole('button', { name: 'Save the rules' }).click()
    await expect(admin.getByText('The rules are saved').first()).toBeVisible()
  }
})
