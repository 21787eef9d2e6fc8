import { expect, test, type Page } from '@playwright/test'
import sharp from 'sharp'
import { asOwner, schemaOf } from './database.ts'
import { at, mailTo, signIn } from './people.ts'

const OPERATOR = 'operator@itellico.example'

/** Leaves a table in the way of a tenant as soon as it is written down, as somebody does who restores half a backup by hand. */
async function leaveInTheWay(slug: string): Promise<void> {
  await asOwner(async (db) => {
    await db.query(`create or replace function control.half_restored() returns trigger language plpgsql security definer as $$
      declare home text := 't_' || replace(new.id::text, '-', '');
      begin
        execute format('create schema %I', home);
        execute format('create table %I.booking (id int)', home);
        return new;
      end $$`)
    await db.query(
      `create or replace trigger half_restored after insert on control.tenant for each row when (new.slug = '${slug}') execute function control.half_restored()`,
    )
  })
}

async function fillIn(page: Page, slug: string, name: string): Promise<void> {
  await page.goto(at(null, '/console/tenants/new'))
  await page.getByLabel('Name', { exact: true }).fill(name)
  await page.getByLabel('Address', { exact: true }).fill(slug)
  await page.getByLabel('First name').fill('Ida')
  await page.getByLabel('Last name').fill('Nord')
  await page.getByLabel(/E-mail/).fill(`ida@${slug}.example`)
  await page.getByRole('button', { name: 'Create tenant' }).click()
}

test('a provisioning that stops says where and why, and goes on once the cause is gone', async ({ page }) => {
  test.setTimeout(150_000)
  const slug = `half-${Date.now().toString(36)}`
  await leaveInTheWay(slug)
  try {
    await signIn(page, null, OPERATOR)
    await fillIn(page, slug, 'Half Restored')
    const stopped = page.getByRole('region', { name: 'Setting up Half Restored stopped' })
    await expect(stopped).toBeVisible({ timeout: 45_000 })
    await expect(stopped.getByText('It stopped here: Creating tables of bookings')).toBeVisible()
    await expect(stopped.getByText(/relation "booking" already exists/)).toBeVisible()

    await page.goto(at(null, '/console'))
    await page.getByRole('link', { name: /Half Restored could not be set up/ }).click()
    await expect(stopped.getByText('It stopped here: Creating tables of bookings')).toBeVisible()

    // the cause is still there: it stops again, and both tries are in the audit trail
    await stopped.getByRole('button', { name: 'Go on' }).click()
    await expect(page.getByText('The last try failed, it is tried again.')).toBeVisible({ timeout: 30_000 })
    await expect(stopped).toBeVisible({ timeout: 45_000 })
    await expect(page.getByText(/Setting up stopped: migration bookings/)).toHaveCount(2)

    await asOwner(async (db) => db.query(`drop table "${await schemaOf(db, slug)}".booking`))
    await stopped.getByRole('button', { name: 'Go on' }).click()
    const ready = page.getByRole('region', { name: 'Half Restored is ready' })
    await expect(ready).toBeVisible({ timeout: 45_000 })
    await expect(ready.getByRole('listitem').filter({ hasText: 'Creating tables of bookings' })).toBeVisible()
    await expect(ready.getByRole('listitem').last()).toHaveText('Ready')
    await mailTo(page, `ida@${slug}.example`, /./)
    const home = await page.request.get(at('fashion', '/').replace('fashion.', `${slug}.`))
    expect([home.status(), (await home.text()).includes('Half Restored')]).toEqual([200, true])

    await page.goto(at(null, '/console/queues'))
    await expect(page.getByRole('heading', { name: 'Queues' })).toBeVisible()
    await expect(page.getByRole('listitem').filter({ hasText: 'Half Restored' })).toHaveCount(0)
  } finally {
    await asOwner((db) => db.query('drop trigger if exists half_restored on control.tenant'))
  }
})

test('work that failed for good is listed with its reason, and is done when it is tried again', async ({ browser }) => {
  test.setTimeout(120_000)
  const [operator, talent] = [await (await browser.newContext()).newPage(), await (await browser.newContext()).newPage()]
  const file = `unlucky-${Date.now()}.jpg`
  const fault = (sql: (schema: string) => string): Promise<unknown> => asOwner(async (db) => db.query(sql(await schemaOf(db, 'fashion'))))
  await fault(
    (schema) => `create or replace function "${schema}".no_room() returns trigger language plpgsql as $$ begin raise exception 'no room on the disk'; end $$;
      create or replace trigger no_room before update on "${schema}".media for each row when (new.file_name = '${file}' and new.status = 'ready')
      execute function "${schema}".no_room()`,
  )
  try {
    await signIn(talent, 'fashion', 'adaeze.okonjo@fashion.example')
    await talent.goto(at('fashion', '/me/pictures'))
    const pictures = talent.locator('[data-picture]')
    await expect(pictures.first()).toBeVisible()
    const before = await pictures.count()
    const picture = await sharp({ create: { width: 600, height: 800, channels: 3, background: '#456' } })
      .jpeg()
      .toBuffer()
    await talent.locator('input[type=file]').first().setInputFiles({ name: file, mimeType: 'image/jpeg', buffer: picture })
    const failed = pictures.filter({ hasText: 'Something went wrong on our side' })
    await expect(failed).toBeVisible({ timeout: 30_000 })

    await signIn(operator, null, OPERATOR)
    await operator.goto(at(null, '/console/queues'))
    const letter = operator.getByRole('listitem').filter({ hasText: 'no room on the disk' })
    await expect(letter).toContainText('media.process')
    await expect(letter).toContainText('3 attempts')
    await expect(letter.getByRole('link', { name: 'Linie Neun' })).toBeVisible()

    // tried again while the cause is there, it comes back with three tries more
    await letter.getByRole('button', { name: 'Try again' }).click()
    await expect(letter).toHaveCount(0)
    await expect(letter).toContainText('6 attempts', { timeout: 45_000 })

    await fault((schema) => `drop trigger no_room on "${schema}".media`)
    await letter.getByRole('button', { name: 'Try again' }).click()
    await expect(letter).toHaveCount(0)
    // the talent, who has the page open, sees the picture come after all
    await expect(failed).toHaveCount(0, { timeout: 20_000 })
    await expect(pictures).toHaveCount(before + 1)
    await operator.reload()
    const empty = operator.getByRole('heading', { name: 'No dead letters' })
    await expect(empty.or(operator.getByRole('button', { name: 'Try again' })).first()).toBeVisible()
    await expect(letter).toHaveCount(0)
  } finally {
    await fault((schema) => `drop trigger if exists no_room on "${schema}".media`)
  }
})
