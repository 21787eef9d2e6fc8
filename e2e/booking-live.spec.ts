import { expect, test, type Page } from '@playwright/test'
import { api, at, mailTo, signIn } from './people.ts'

const DAY = 86_400_000

interface Item {
  id: string
  displayName: string
}

/** Talents of the demo agency that are free on a day far ahead. */
async function talents(page: Page): Promise<Item[]> {
  const { items } = (await (await api(page, 'fashion', 'GET', '/account/profiles?limit=20&status=active')).json()) as { items: Item[] }
  return items
}

test('a booking confirmed by the agency appears at the client within a second, with notice and mail', async ({ browser }) => {
  const [agency, client] = [await (await browser.newContext()).newPage(), await (await browser.newContext()).newPage()]
  await signIn(agency, 'fashion', 'booker@fashion.example')
  await signIn(client, 'fashion', 'client@fashion.example')
  const talent = (await talents(agency))[3] as Item
  const start = new Date(Math.ceil(Date.now() / DAY) * DAY + 200 * DAY + 8 * 3_600_000)
  const request = await api(client, 'fashion', 'POST', '/account/option-requests', {
    profileId: talent.id,
    title: `Live ${Date.now()}`,
    startsAt: start.toISOString(),
    endsAt: new Date(start.getTime() + 36_000_000).toISOString(),
    timezone: 'Europe/Vienna',
  })
  expect(request.status()).toBe(201)
  const booking = (await request.json()) as { id: string; title: string }

  await client.goto(at('fashion', `/client/bookings/${booking.id}`))
  await expect(client.getByText(booking.title).first()).toBeVisible()
  await agency.goto(at('fashion', `/desk/bookings/${booking.id}`))
  await agency.getByRole('button', { name: 'Accept as option' }).click()
  await agency.getByRole('alertdialog').getByRole('button', { name: 'Accept as option' }).click()
  await expect(client.getByText(/Option 1|Option, rank 1|1st option/i).first()).toBeVisible()

  await agency.getByRole('button', { name: 'Confirm booking' }).click()
  const at0 = Date.now()
  await agency.getByRole('alertdialog').getByRole('button', { name: 'Confirm booking' }).click()
  await expect(client.getByText('Confirmed').first()).toBeVisible({ timeout: 5_000 })
  test.info().annotations.push({ type: 'seen by the client after', description: `${Date.now() - at0} ms` })

  // this client reads German
  await mailTo(client, 'client@fashion.example', new RegExp(`Buchung bestätigt: ${talent.displayName}`))
  const notices = (await (await api(client, 'fashion', 'GET', '/user/notifications')).json()) as { items: { title: string }[] }
  expect(notices.items.some((n) => n.title === `Buchung bestätigt: ${talent.displayName}`)).toBe(true)
})

test('the chart board shows the roster, and two bookers see each other’s options', async ({ browser }) => {
  const [one, two] = [await (await browser.newContext()).newPage(), await (await browser.newContext()).newPage()]
  await signIn(one, 'fashion', 'booker@fashion.example')
  await signIn(two, 'fashion', 'admin@fashion.example')
  await one.goto(at('fashion', '/desk/board'))
  await expect(one.getByRole('heading', { name: 'Chart board' })).toBeVisible()
  const start = new Date(Math.floor(Date.now() / DAY) * DAY + 3 * DAY + 9 * 3_600_000)
  const clientName = `Studio ${Date.now()}`
  await expect(one.locator('[data-bar]').first()).toBeVisible()
  // whoever of the roster is not booked on that day
  let status = 409
  for (const talent of await talents(two)) {
    if (status === 201) break
    status = (
      await api(two, 'fashion', 'POST', '/account/bookings', {
        profileId: talent.id,
        kind: 'option',
        clientName,
        title: 'Fitting',
        startsAt: start.toISOString(),
        endsAt: new Date(start.getTime() + 7_200_000).toISOString(),
        timezone: 'Europe/Vienna',
        acknowledgeBookout: true,
      })
    ).status()
  }
  expect(status).toBe(201)
  await expect(one.getByRole('button', { name: new RegExp(clientName) }).first()).toBeAttached({ timeout: 5_000 })
})
