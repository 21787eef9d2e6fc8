import { expect, test } from '@playwright/test'
import { api, at, signIn } from './people.ts'

interface Fields {
  current: { version: number; definition: { sections: { fields: { key: string; label: Record<string, string> }[] }[] } }
}

test('an admin looks at a newer template, chooses where both changed the same, and takes it over', async ({ page }) => {
  await signIn(page, 'paws', 'admin@paws.example')
  const { current } = (await (await api(page, 'paws', 'GET', '/tenant/schemas/profile')).json()) as Fields
  for (const field of current.definition.sections.flatMap((s) => s.fields)) if (field.key === 'max_duration') field.label = { en: 'Hours at most' }
  const published = await api(page, 'paws', 'PUT', '/tenant/schemas/profile', { baseVersion: current.version, definition: current.definition })
  expect(published.status()).toBe(200)

  await page.goto(at('paws', '/admin/fields'))
  await page.getByRole('link', { name: 'Template', exact: true }).click()
  await expect(page.getByRole('heading', { name: 'Your choice' })).toBeVisible()
  const upgrade = page.getByRole('button', { name: 'Upgrade to 1.1.0' })
  await expect(upgrade).toBeDisabled()
  await page
    .getByRole('group', { name: /Hours at most|Longest time on set/ })
    .getByRole('button', { name: 'Keep ours' })
    .click()
  await expect(upgrade).toBeEnabled()
  await upgrade.click()
  await expect(page.getByRole('heading', { name: 'You have the newest version' })).toBeVisible()

  const after = (await (await api(page, 'paws', 'GET', '/tenant/schemas/profile')).json()) as Fields
  const fields = new Map(after.current.definition.sections.flatMap((s) => s.fields).map((f) => [f.key, f]))
  expect(after.current.version).toBe(current.version + 2)
  expect(fields.get('max_duration')?.label['en']).toBe('Hours at most')
  expect(fields.has('coat_pattern')).toBe(true)
})
