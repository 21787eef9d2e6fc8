import { expect, test } from '@playwright/test'
import { api, at, signIn } from './people.ts'

test('a session of one marketplace is none in another, whatever the browser claims', async ({ page }) => {
  await signIn(page, 'fashion', 'booker@fashion.example')
  const sid = (await page.context().cookies(at('fashion', '/'))).find((c) => /sid/.test(c.name))
  if (!sid) throw new Error('there is no session cookie')
  expect([sid.httpOnly, sid.sameSite]).toEqual([true, 'Lax'])
  const claims: Record<string, string>[] = [
    {},
    { 'x-tenant-slug': 'fashion' },
    { 'x-tenant-id': 'fashion' },
    { 'x-forwarded-host': new URL(at('fashion', '/')).host },
    { 'x-middleware-subrequest': 'middleware:middleware:middleware:middleware:middleware' },
  ]
  for (const headers of claims) {
    const answer = await page.request.get(at('paws', '/api/bff/user/me'), { headers: { ...headers, cookie: `${sid.name}=${sid.value}` } })
    expect(answer.status(), JSON.stringify(headers)).toBe(401)
  }
})

test('the same address is two people in two marketplaces', async ({ browser }) => {
  const [a, b] = [await browser.newPage(), await browser.newPage()]
  await signIn(a, 'fashion', 'alex@studio.example')
  await signIn(b, 'paws', 'alex@studio.example')
  const read = async (page: typeof a, tenant: 'fashion' | 'paws') =>
    (await (await api(page, tenant, 'GET', '/user/me')).json()) as { id: string; memberships: { role: string }[] }
  const [inFashion, inPaws] = [await read(a, 'fashion'), await read(b, 'paws')]
  expect(inFashion.id).not.toBe(inPaws.id)
  expect(inFashion.memberships[0]?.role).toMatch(/^client/)
  expect(inPaws.memberships[0]?.role).toMatch(/^account/)
})

test('pages of a person are never publicly cached, public ones set no cookie', async ({ page }) => {
  await signIn(page, 'fashion', 'booker@fashion.example')
  for (const path of [
    '/settings',
    '/notifications',
    '/desk/board',
    '/desk/talent',
    '/desk/talent/mira-vasilescu',
    '/api/bff/user/me',
    '/api/bff/account/talents',
  ]) {
    const cache = (await page.request.get(at('fashion', path))).headers()['cache-control'] ?? ''
    expect(cache, path).toMatch(/no-store/)
    expect(cache, path).not.toMatch(/public|s-maxage/)
  }
  for (const path of ['/', '/talent', '/castings'])
    expect((await page.request.get(at('fashion', path), { headers: { cookie: '' } })).headers()['set-cookie'], path).toBeUndefined()
})

test('changes from another site are refused', async ({ page }) => {
  await signIn(page, 'fashion', 'booker@fashion.example')
  for (const origin of ['https://evil.test', at('paws', ''), 'null']) {
    const answer = await page.request.patch(at('fashion', '/api/bff/user/me'), { data: { firstName: 'Mallory' }, headers: { origin } })
    expect(answer.status(), origin).toBe(403)
  }
})
