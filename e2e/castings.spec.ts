import { expect, test } from '@playwright/test'
import { api, at, signIn } from './people.ts'

test('a talent applies, withdraws and applies again, and the client sees it come and go', async ({ browser }) => {
  test.setTimeout(90_000)
  const [client, talent] = [await (await browser.newContext()).newPage(), await (await browser.newContext()).newPage()]
  await signIn(client, 'fashion', 'studio@miralo.example')
  await signIn(talent, 'fashion', 'jana.kovac@fashion.example')
  const title = `Rain coats ${Date.now()}`
  const casting = (await (
    await api(client, 'fashion', 'POST', '/account/listings', {
      title,
      description: 'Two days outdoors.',
      roles: [{ name: 'Walk', description: 'From 175 cm', quantity: 2 }],
      publish: true,
    })
  ).json()) as { id: string; slug: string }
  await client.goto(at('fashion', `/client/castings/${casting.id}`))
  await expect(client.getByRole('heading', { name: 'Nobody has applied yet' })).toBeVisible()

  const applyFor = async (): Promise<void> => {
    await talent.goto(at('fashion', `/castings/${casting.slug}`))
    await talent.getByRole('link', { name: 'Apply: Walk' }).click()
  }
  const dialog = talent.getByRole('dialog', { name: 'Apply for Walk' })
  await applyFor()
  await dialog.getByLabel('Message to the client').fill('I like the rain.')
  await dialog.getByRole('button', { name: 'Apply' }).click()
  await expect(talent.getByText('Your application is on its way')).toBeVisible()
  const rows = talent.getByRole('main').getByRole('listitem').filter({ hasText: title })
  await expect(rows).toHaveCount(1)
  await expect(rows).toContainText('The client has not looked at it yet.')
  // the client has the page open, and need not load it again
  const tab = (name: string) => client.getByRole('main').getByRole('link', { name: new RegExp(`^${name}`) })
  await expect(tab('New')).toHaveText(/1/, { timeout: 10_000 })
  await expect(client.getByText('Jana Kovač').first()).toBeVisible()

  // not twice
  await applyFor()
  await dialog.getByRole('button', { name: 'Apply' }).click()
  await expect(dialog.getByText('This talent has applied for this role already')).toBeVisible()
  await dialog.getByRole('button', { name: 'Cancel' }).click()

  await rows.getByRole('button', { name: 'Withdraw' }).click()
  await talent.getByRole('alertdialog').getByRole('button', { name: 'Withdraw' }).click()
  await expect(rows).toContainText('You withdrew this application.')
  await expect(rows.getByRole('button', { name: 'Withdraw' })).toHaveCount(0)
  await expect(tab('Withdrawn')).toHaveText(/1/, { timeout: 10_000 })
  await expect(tab('New')).toHaveText(/0/)
  const { items: before } = (await (await api(client, 'fashion', 'GET', `/account/listings/${casting.id}/applications`)).json()) as { items: { id: string }[] }
  expect((await api(client, 'fashion', 'POST', `/account/applications/${before[0]?.id}/review`, { status: 'shortlisted' })).status()).toBe(422)

  // a new application is another one, and a rejected one cannot be withdrawn
  await applyFor()
  await dialog.getByRole('button', { name: 'Apply' }).click()
  await expect(rows).toHaveCount(2)
  await expect(tab('New')).toHaveText(/1/, { timeout: 10_000 })
  const { items: after } = (await (await api(client, 'fashion', 'GET', `/account/listings/${casting.id}/applications`)).json()) as {
    items: { id: string; status: string }[]
  }
  const open = after.find((a) => a.status === 'submitted')
  expect((await api(client, 'fashion', 'POST', `/account/applications/${open?.id}/review`, { status: 'rejected' })).status()).toBe(200)
  await expect(rows.first()).toContainText('The client chose somebody else.', { timeout: 10_000 })
  await expect(rows.getByRole('button', { name: 'Withdraw' })).toHaveCount(0)
})
