import { expect, test } from '@playwright/test'
import { api, at, signIn } from './people.ts'

interface Talent {
  id: string
  displayName: string
  isMinor: boolean
}

test('a client asks for several options at once, and sees for each talent what became of it', async ({ browser }) => {
  test.setTimeout(90_000)
  const [client, agency] = [await (await browser.newContext()).newPage(), await (await browser.newContext()).newPage()]
  await signIn(client, 'fashion', 'casting@studionord.example')
  await signIn(agency, 'fashion', 'judith.maier@fashion.example')
  const { items } = (await (await api(agency, 'fashion', 'GET', '/account/profiles?status=active&limit=50')).json()) as { items: Talent[] }
  const [one, gone, two] = ['Ivo Marinković', 'Priya Raman', 'Leila Farahani'].map((name) => items.find((p) => p.displayName === name) as Talent)
  if (!one || !gone || !two) throw new Error('a talent of the demo is missing')
  const list = await api(client, 'fashion', 'POST', '/account/shortlists', { name: `Bulk ${Date.now()}`, profileIds: [one.id, gone.id, two.id] })
  await client.goto(at('fashion', `/client/shortlists/${((await list.json()) as { id: string }).id}`))
  await client.getByRole('button', { name: 'Choose all' }).click()
  await expect(client.getByText('3 chosen')).toBeVisible()
  await client.getByRole('button', { name: 'Ask for 3 options' }).click()

  const dialog = client.getByRole('dialog', { name: 'Ask for 3 options' })
  const title = `Bulk campaign ${Date.now()}`
  const rowOf = (talent: Talent) => dialog.getByRole('listitem').filter({ hasText: talent.displayName })
  // nothing is sent before the job is described
  await dialog.getByRole('button', { name: 'Ask for 3 options' }).click()
  await expect(dialog.getByText('Fill this in').first()).toBeVisible()
  await dialog.getByRole('button', { name: /^Days/ }).click()
  const calendar = client.getByRole('grid')
  await client.getByRole('button', { name: /next month/i }).click()
  await calendar
    .getByRole('button', { name: /\b12(th)?\b/ })
    .first()
    .click()
  await client.keyboard.press('Escape')
  await dialog.getByLabel('Job').fill(title)

  // meanwhile the agency takes one of them off the public pages
  expect((await api(agency, 'fashion', 'POST', `/account/profiles/${gone.id}/hide`)).status()).toBe(200)
  try {
    await dialog.getByRole('button', { name: 'Ask for 3 options' }).click()
    await expect(dialog.getByText('2 of 3 requests were sent.', { exact: false })).toBeVisible()
    await expect(rowOf(one)).toContainText('Sent')
    await expect(rowOf(two)).toContainText('Sent')
    await expect(rowOf(gone)).toContainText('Is not published any more')
  } finally {
    expect((await api(agency, 'fashion', 'POST', `/account/profiles/${gone.id}/publish`)).status()).toBe(200)
  }
  await dialog.getByRole('button', { name: 'Send the rest again' }).click()
  await expect(client.getByText('3 requests are on their way')).toBeVisible()
  await expect(dialog).toHaveCount(0)
  await expect(client.getByText('0 chosen')).toBeVisible()

  // each talent was asked for once
  const { items: asked } = (await (await api(client, 'fashion', 'GET', '/account/bookings?status=requested&limit=60')).json()) as {
    items: { title: string; profile: { id: string } }[]
  }
  expect(
    asked
      .filter((b) => b.title === title)
      .map((b) => b.profile.id)
      .sort(),
  ).toEqual([one.id, gone.id, two.id].sort())
})
