import { expect, test, type Page } from '@playwright/test'
import { api, at, signIn } from './people.ts'

const shown = (page: Page) => page.getByRole('link', { name: /^\p{L}[\p{L}-]* \p{L}\.$/u })

test('a verified client with an open casting finds a child, shortlists, asks for an option, and the agency sees it', async ({ browser }) => {
  const [client, agency, visitor] = [
    await (await browser.newContext()).newPage(),
    await (await browser.newContext()).newPage(),
    await (await browser.newContext()).newPage(),
  ]
  await signIn(client, 'kids', 'client@kids.example')
  await signIn(agency, 'kids', 'booker@kids.example')
  await client.goto(at('kids', '/client'))
  await client.getByRole('navigation', { name: 'Main' }).first().getByRole('link', { name: 'Find talent' }).click()
  await expect(client).toHaveURL(/\/client\/talent$/)
  await expect(client.getByText(/\d+ found/)).toBeVisible()
  // whoever is found has a given name and an initial
  const names = await client.getByRole('article').getByRole('heading').allTextContents()
  expect(names.length).toBeGreaterThan(10)
  expect(names.filter((name) => !/^[\p{L}-]+ \p{L}\.$/u.test(name))).toEqual([])
  const all = Number(/\d+/.exec((await client.getByText(/\d+ found/).textContent()) ?? '')?.[0])
  await client.getByRole('checkbox', { name: /Cardiff/ }).click()
  await expect(client).toHaveURL(/city=Cardiff/)
  await expect.poll(async () => Number(/\d+/.exec((await client.getByText(/\d+ found/).textContent()) ?? '')?.[0])).toBeLessThan(all)
  await client.getByRole('searchbox').fill('nell')
  await expect(shown(client)).toHaveText(['Nell W.'])
  await shown(client).click()
  await expect(client.getByRole('heading', { level: 1, name: 'Nell W.' })).toBeVisible()
  await expect(client.getByText(/4 years old · Cardiff/)).toBeVisible()

  // her pictures are hers: no address without a signature, and the page is nobody's but the client's
  const picture = client.getByRole('region', { name: 'Book' }).locator('img').first()
  const address = new URL((await picture.getAttribute('src')) ?? '', at('kids', '/'))
  expect((await client.request.get(address.href)).headers()['cache-control']).toMatch(/^private/)
  expect((await visitor.request.get(`${address.origin}${address.pathname}`)).status()).toBe(404)
  expect((await visitor.request.get(at('kids', '/talent/nell-w'))).status()).toBe(404)

  const list = `Wellies ${Date.now()}`
  await client.getByRole('button', { name: 'Shortlist' }).click()
  await client.getByRole('textbox', { name: 'New shortlist' }).fill(list)
  await client.keyboard.press('Enter')
  await expect(client.getByRole('checkbox', { name: new RegExp(list) })).toBeChecked()
  await client.keyboard.press('Escape')

  const title = `Puddles ${Date.now()}`
  await client.getByRole('button', { name: 'Ask for an option' }).click()
  const dialog = client.getByRole('dialog')
  await dialog.getByRole('button', { name: /^Days/ }).click()
  await client.getByRole('button', { name: /next month/i }).click()
  const day = client.getByRole('gridcell').getByRole('button', { name: /\b15/ })
  await day.click()
  await client.keyboard.press('Escape')
  await dialog.getByLabel('Job').fill(title)
  await dialog.getByRole('button', { name: 'Ask for the option' }).click()
  await expect(client.getByText('Nell W.: the agency has your request')).toBeVisible()

  await agency.goto(at('kids', '/desk/bookings?view=requests'))
  await expect(agency.getByText(title).first()).toBeVisible()
})

test('a client who is not verified is told what opens minors, and finds nothing of them by any way', async ({ page }) => {
  await signIn(page, 'kids', 'brand@bramble.example')
  await page.goto(at('kids', '/client/talent'))
  await expect(page.getByRole('heading', { name: 'Minors are shown to verified clients with an open casting' })).toBeVisible()
  await expect(page.getByText('Your account is not verified yet')).toBeVisible()
  await expect(page.getByRole('link', { name: 'Post a casting' })).toBeVisible()
  await page.goto(at('kids', '/client/talent/nell-w'))
  await expect(page.getByRole('heading', { level: 1, name: 'There is no such profile for you' })).toBeVisible()
  const { items } = (await (await api(page, 'kids', 'GET', '/account/talents')).json()) as { items: unknown[] }
  expect(items).toEqual([])
})

test('the marketplace verifies a client, who sees children from then on', async ({ browser }) => {
  const [admin, client] = [await (await browser.newContext()).newPage(), await (await browser.newContext()).newPage()]
  await signIn(admin, 'kids', 'admin@kids.example')
  await signIn(client, 'kids', 'brand@bramble.example')
  const posted = await api(client, 'kids', 'POST', '/account/listings', {
    title: `Porridge ${Date.now()}`,
    description: 'One table, one bowl.',
    roles: [{ name: 'Eats', description: '', quantity: 1 }],
    publish: true,
  })
  const casting = (await posted.json()) as { id: string }
  await admin.goto(at('kids', '/admin/accounts?q=Bramble'))
  await admin.getByRole('button', { name: 'Bramble Foods' }).click()
  await admin.getByRole('button', { name: 'Mark as verified' }).click()
  try {
    await expect(admin.getByRole('dialog').getByRole('status')).toContainText('Verified')
    await client.goto(at('kids', '/client/talent'))
    await expect(client.getByText(/\d+ found/)).toBeVisible()
  } finally {
    await admin.getByRole('button', { name: 'Take verification back' }).click()
    await admin.getByRole('alertdialog').getByRole('button', { name: 'Take verification back' }).click()
    expect((await api(client, 'kids', 'POST', `/account/listings/${casting.id}/close`, { outcome: 'cancelled' })).status()).toBe(200)
  }
  await client.reload()
  await expect(client.getByText('Your account is not verified yet')).toBeVisible()
})
