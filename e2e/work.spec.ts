import { expect, test } from '@playwright/test'
import sharp from 'sharp'
import { api, at, signIn } from './people.ts'

test('a talent uploads a picture and sees it become part of the book', async ({ page }) => {
  await signIn(page, 'fashion', 'talent@fashion.example')
  const { items: profiles } = (await (await api(page, 'fashion', 'GET', '/user/profiles')).json()) as { items: { id: string }[] }
  const count = async (): Promise<number> =>
    ((await (await api(page, 'fashion', 'GET', `/user/profiles/${profiles[0]?.id}/media`)).json()) as { items: { status: string }[] }).items.filter(
      (i) => i.status === 'ready',
    ).length
  const before = await count()
  await page.goto(at('fashion', '/me/pictures'))
  await expect(page.getByRole('img').first()).toBeVisible()
  const picture = await sharp({ create: { width: 900, height: 1200, channels: 3, background: '#b5532b' } })
    .jpeg()
    .toBuffer()
  await page.locator('input[type=file]').first().setInputFiles({ name: 'new.jpg', mimeType: 'image/jpeg', buffer: picture })
  await expect.poll(count, { timeout: 30_000 }).toBe(before + 1)
  await expect(page.locator('input[type=file]').first()).toBeAttached()
})

test('a talent’s form is there whichever arrives first, the fields or the profile', async ({ page }) => {
  await signIn(page, 'fashion', 'talent@fashion.example')
  const fields = page.waitForResponse(/\/user\/schemas\/profile$/)
  await page.route(/\/api\/bff\/user\/profiles$/, async (route) => {
    await (await fields).finished()
    await route.continue()
  })
  await page.goto(at('fashion', '/me/profile'))
  await expect(page.getByRole('textbox', { name: /^Name/ }).first()).toHaveValue('Mira Vasilescu')
  await expect(page.getByRole('group', { name: 'Who sees it once it is published' })).toBeVisible()
})

test('two people write to each other and see it at once', async ({ browser }) => {
  const [booker, client] = [await (await browser.newContext()).newPage(), await (await browser.newContext()).newPage()]
  await signIn(booker, 'fashion', 'booker@fashion.example')
  await signIn(client, 'fashion', 'client@fashion.example')
  const { items } = (await (await api(client, 'fashion', 'GET', '/user/conversations')).json()) as { items: { id: string; participants: { side: string }[] }[] }
  const talk = items.find((c) => c.participants.some((p) => p.side === 'agency'))
  await booker.goto(at('fashion', `/messages?c=${talk?.id}`))
  await client.goto(at('fashion', `/messages?c=${talk?.id}`))
  const words = `Call time moved to ${Date.now()}`
  await client.getByRole('textbox', { name: 'Write a message' }).fill(words)
  await client.keyboard.press('Enter')
  await expect(booker.getByText(words).last()).toBeVisible({ timeout: 10_000 })
  await booker.getByRole('textbox', { name: 'Write a message' }).fill(`Thank you, ${words}`)
  await booker.keyboard.press('Enter')
  await expect(client.getByText(`Thank you, ${words}`).last()).toBeVisible({ timeout: 10_000 })
})

test('a client posts a casting, a talent applies, the client shortlists', async ({ browser }) => {
  const [client, talent, visitor] = [
    await (await browser.newContext()).newPage(),
    await (await browser.newContext()).newPage(),
    await (await browser.newContext()).newPage(),
  ]
  await signIn(client, 'fashion', 'client@fashion.example')
  await signIn(talent, 'fashion', 'talent@fashion.example')
  const title = `Linen in the rain ${Date.now()}`
  const posted = await api(client, 'fashion', 'POST', '/account/listings', {
    title,
    description: 'Two days outdoors, warm coats between takes.',
    roles: [{ name: 'Walk', description: 'From 175 cm', quantity: 2, fee: { amountMinor: 80_000, currency: 'EUR' } }],
    publish: true,
  })
  expect(posted.status()).toBe(201)
  const casting = (await posted.json()) as { id: string; slug: string; roles: { id: string }[] }
  await visitor.goto(at('fashion', `/castings/${casting.slug}`))
  await expect(visitor.getByRole('heading', { level: 1, name: title })).toBeVisible()
  const { items: profiles } = (await (await api(talent, 'fashion', 'GET', '/user/profiles')).json()) as { items: { id: string; displayName: string }[] }
  const applied = await api(talent, 'fashion', 'POST', '/user/applications', {
    listingId: casting.id,
    roleId: casting.roles[0]?.id,
    profileId: profiles[0]?.id,
    message: 'I like rain.',
  })
  expect(applied.status()).toBe(201)
  await client.goto(at('fashion', `/client/castings/${casting.id}`))
  await expect(client.getByText(profiles[0]?.displayName ?? '').first()).toBeVisible()
  const reviewed = await api(client, 'fashion', 'POST', `/account/applications/${((await applied.json()) as { id: string }).id}/review`, {
    status: 'shortlisted',
  })
  expect(reviewed.status()).toBe(200)
  await talent.goto(at('fashion', '/me/applications'))
  await expect(talent.getByText(title).first()).toBeVisible()
  await expect(talent.getByText(/shortlist/i).first()).toBeVisible()
})

test('an admin exports the marketplace and gets the file', async ({ page }) => {
  await signIn(page, 'fashion', 'admin@fashion.example')
  await page.goto(at('fashion', '/admin/exports'))
  await page.getByRole('button', { name: 'Start the export' }).click()
  const link = page.getByRole('link', { name: 'Download' }).first()
  await expect(link).toBeVisible({ timeout: 20_000 })
  const download = page.waitForEvent('download')
  await link.click()
  const file = await download
  expect(file.suggestedFilename()).toMatch(/\.(csv|json)$/)
})

test('an operator creates a marketplace and watches it come up', async ({ page }) => {
  test.setTimeout(90_000)
  await signIn(page, null, 'operator@itellico.example')
  await page.goto(at(null, '/console/tenants/new'))
  const slug = `north-${Date.now().toString(36)}`
  await page.getByLabel('Address', { exact: true }).fill(slug)
  await page
    .getByLabel(/^Name|Marketplace name/)
    .first()
    .fill('Northern Faces')
  await page.getByLabel('First name').fill('Ida')
  await page.getByLabel('Last name').fill('Nord')
  await page.getByLabel(/E-mail/).fill(`ida@${slug}.example`)
  await page.getByRole('button', { name: 'Create tenant' }).click()
  await expect(page.getByText('Northern Faces is ready')).toBeVisible({ timeout: 45_000 })
  const home = await page.request.get(at('fashion', '/').replace('fashion.', `${slug}.`))
  expect([home.status(), (await home.text()).includes('Northern Faces')]).toEqual([200, true])
})

test('a suspended marketplace can be read but not changed', async ({ browser }) => {
  const [operator, booker] = [await (await browser.newContext()).newPage(), await (await browser.newContext()).newPage()]
  await signIn(operator, null, 'operator@itellico.example')
  await signIn(booker, 'paws', 'booker@paws.example')
  const { items } = (await (await api(operator, null, 'GET', '/platform/tenants?q=paws')).json()) as { items: { id: string }[] }
  expect((await api(operator, null, 'POST', `/platform/tenants/${items[0]?.id}/suspend`, { reason: 'unpaid invoice' })).status()).toBe(200)
  try {
    await expect.poll(async () => (await api(booker, 'paws', 'POST', '/account/profiles', { displayName: 'New dog' })).status()).toBe(403)
    expect((await api(booker, 'paws', 'GET', '/account/profiles')).status()).toBe(200)
  } finally {
    expect((await api(operator, null, 'POST', `/platform/tenants/${items[0]?.id}/reactivate`)).status()).toBe(200)
  }
})

test('an admin has the marketplace checked and reads the signed report', async ({ page }) => {
  await signIn(page, 'fashion', 'admin@fashion.example')
  await page.goto(at('fashion', '/admin/isolation'))
  await page.getByRole('button', { name: 'Run a check' }).click()
  await page
    .getByRole('link', { name: /^Report/ })
    .first()
    .click({ timeout: 60_000 })
  await expect(page.getByText('Signature valid')).toBeVisible()
  await expect(page.getByText(/\d+ passed/).first()).toBeVisible()
  await expect(page.getByText(/\d+ failed/)).toHaveCount(0)
  const group = page.getByRole('heading', { name: 'Things by their id' })
  await group.click()
  await expect(page.getByText('GET /account/bookings/{id}', { exact: true }).first()).toBeVisible()
  const download = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Download as JSON' }).click()
  expect((await download).suggestedFilename()).toMatch(/^isolation-fashion-\d{4}-\d\d-\d\d\.json$/)
})
