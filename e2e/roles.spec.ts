import { expect, test } from '@playwright/test'
import { api, at, signIn } from './people.ts'

test('an admin makes a role, an owner gives it, and the page says why it may not confirm', async ({ browser }) => {
  test.setTimeout(120_000)
  const name = `Junior ${Date.now() % 1_000_000}`
  const [admin, booker] = [await (await browser.newContext()).newPage(), await (await browser.newContext()).newPage()]
  await signIn(admin, 'kids', 'admin@kids.example')
  await admin.goto(at('kids', '/admin/roles'))
  await admin.getByRole('button', { name: 'New role' }).click()
  const editor = admin.getByRole('dialog', { name: 'New role' })
  await editor.getByLabel('Name').fill(name)
  await editor.getByLabel('What it is for').fill('Learns the desk')
  await editor.getByLabel('Stands on').click()
  await admin.getByRole('option', { name: 'Booker', exact: true }).click()
  await editor.getByRole('group', { name: 'Confirm an option into a booking' }).getByRole('button', { name: 'Denied' }).click()
  await editor.getByRole('button', { name: 'Save' }).click()
  await expect(admin.getByText(`${name} is saved`)).toBeVisible()
  const column = admin.getByRole('columnheader', { name: new RegExp(name) })
  await expect(column).toBeVisible()
  await expect(admin.getByRole('button', { name: `Change ${name}` })).toBeVisible()

  await admin.goto(at('kids', '/desk/account'))
  await admin.getByRole('combobox', { name: 'Role of Dev Sandhu' }).click()
  await admin.getByRole('option', { name }).click()
  await expect(admin.getByText(`Dev Sandhu: ${name}`).first()).toBeVisible()

  await signIn(booker, 'kids', 'booker@kids.example')
  const me = (await (await api(booker, 'kids', 'GET', '/user/me')).json()) as { id: string; memberships: { permissions: string[] }[] }
  expect(me.memberships[0]?.permissions).toContain('account.bookings.read')
  expect(me.memberships[0]?.permissions).not.toContain('account.bookings.confirm')

  // people are searched for by the name that stands in the field; the answer comes late here, and finds nobody
  const late = Promise.withResolvers<undefined>()
  await admin.route(/tenant\/users\?.*q=/, async (route) => {
    await late.promise
    await route.fulfill({ json: { items: [], page: { nextCursor: null } } })
  })
  await admin.goto(at('kids', `/admin/roles/why?user=${me.id}&permission=account.bookings.confirm`))
  await expect(admin.getByRole('heading', { name: /may not do this/ })).toBeVisible()
  await expect(admin.getByText('A rule denies it, and that wins over all that allow it.')).toBeVisible()
  await expect(admin.getByText(`by the role ${name} → Booker`)).toBeVisible()
  await admin.getByRole('checkbox', { name: 'Marketplace manager' }).check()
  await expect(admin.getByRole('heading', { name: 'Could then' })).toBeVisible()
  await expect(admin.getByText('tenant.accounts.manage')).toBeVisible()
  late.resolve(undefined)
  await admin.waitForLoadState('networkidle')
  await expect(admin.getByRole('checkbox', { name: 'Marketplace manager' })).toBeChecked()
  await expect(admin.getByRole('heading', { name: 'Could then' })).toBeVisible()

  // nobody who comes later finds another house than before
  await admin.goto(at('kids', '/desk/account'))
  await admin.getByRole('combobox', { name: 'Role of Dev Sandhu' }).click()
  await admin.getByRole('option', { name: 'Booker', exact: true }).click()
  await expect.poll(async () => (await api(admin, 'kids', 'GET', `/tenant/users?id=${me.id}`)).text()).toContain('account_booker')
})
