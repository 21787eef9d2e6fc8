import { expect, test, type Page } from '@playwright/test'
import { api, at, signIn } from './people.ts'

/** Status of a talent's public page, and whether the list and a search by name lead to it, as a visitor who comes now sees it. */
async function seenByVisitors(page: Page, slug: string, name: string): Promise<[number, boolean, boolean]> {
  const read = async (path: string): Promise<{ status: number; text: string }> => {
    const answer = await page.request.get(at('fashion', path), { headers: { cookie: '' } })
    return { status: answer.status(), text: await answer.text() }
  }
  const [own, list, search] = [await read(`/talent/${slug}`), await read('/talent'), await read(`/talent?q=${encodeURIComponent(name)}`)]
  return [own.status, list.text.includes(`/talent/${slug}"`), search.text.includes(`/talent/${slug}"`)]
}

test('a talent is taken off the public pages and comes back, by hand of talent and agency', async ({ browser }) => {
  test.setTimeout(120_000)
  const [agency, talent, visitor] = [
    await (await browser.newContext()).newPage(),
    await (await browser.newContext()).newPage(),
    await (await browser.newContext()).newPage(),
  ]
  await signIn(agency, 'fashion', 'judith.maier@fashion.example')
  await signIn(talent, 'fashion', 'elias.kronberger@fashion.example')
  const [slug, name] = ['elias-kronberger', 'Elias Kronberger']
  await visitor.goto(at('fashion', `/talent/${slug}`))
  await expect(visitor.getByRole('heading', { level: 1, name })).toBeVisible()
  const shown = await seenByVisitors(visitor, slug, name)
  expect([shown[0], shown[2]]).toEqual([200, true])

  await agency.goto(at('fashion', '/desk/roster'))
  await agency.getByRole('searchbox', { name: 'Name' }).fill(name)
  await agency.getByRole('link', { name }).click()
  await agency.getByRole('button', { name: 'Take offline' }).click()
  await expect(agency.getByText(`${name} is off the public pages`)).toBeVisible()
  await expect(agency.getByRole('link', { name: 'Public page' })).toHaveCount(0)
  await expect.poll(() => seenByVisitors(visitor, slug, name), { timeout: 15_000 }).toEqual([404, false, false])
  await visitor.reload()
  await expect(visitor.getByRole('heading', { level: 1 })).toContainText('There is nothing')

  await talent.goto(at('fashion', '/me/profile'))
  await talent.getByRole('button', { name: 'Hand in for publication' }).click()
  await expect(talent.getByText(`${name} is handed in`)).toBeVisible()
  await expect(talent.getByRole('button', { name: 'Hand in for publication' })).toHaveCount(0)
  expect((await seenByVisitors(visitor, slug, name))[0]).toBe(404)

  await agency.reload()
  await agency.getByRole('button', { name: 'Publish' }).click()
  await expect(agency.getByText(`${name} is on the public pages`)).toBeVisible()
  await expect.poll(() => seenByVisitors(visitor, slug, name), { timeout: 15_000 }).toEqual(shown)
  await visitor.reload()
  await expect(visitor.getByRole('heading', { level: 1, name })).toBeVisible()
})

test('pictures are put in order by mouse and by keyboard, and the public page follows', async ({ browser }) => {
  const [talent, visitor] = [await (await browser.newContext()).newPage(), await (await browser.newContext()).newPage()]
  await signIn(talent, 'fashion', 'ottoline.fairweather@fashion.example')
  const { items: profiles } = (await (await api(talent, 'fashion', 'GET', '/user/profiles')).json()) as { items: { id: string; slug: string }[] }
  const tiles = talent.locator('[data-picture]')
  const shown = (): Promise<string[]> => tiles.evaluateAll((all) => all.map((tile) => tile.getAttribute('data-picture') ?? ''))
  const stored = async (): Promise<string[]> =>
    ((await (await api(talent, 'fashion', 'GET', `/user/profiles/${profiles[0]?.id}/media`)).json()) as { items: { id: string }[] }).items.map((i) => i.id)
  const published = async (): Promise<string[]> => {
    await visitor.goto(at('fashion', `/talent/${profiles[0]?.slug}`))
    const sources = await visitor
      .getByRole('button', { name: /^Open picture/ })
      .getByRole('img')
      .evaluateAll((all) => all.map((img) => img.getAttribute('src') ?? ''))
    return sources.map((src) => /\/media\/([0-9a-f-]{36})/.exec(src)?.[1] ?? '')
  }
  await talent.goto(at('fashion', '/me/pictures'))
  await expect(tiles.first()).toBeVisible()
  const [a = '', b = '', c = '', ...rest] = await shown()
  expect(await published()).toEqual([a, b, c, ...rest])

  await tiles.nth(0).dragTo(tiles.nth(2))
  await expect.poll(shown).toEqual([b, c, a, ...rest])
  await expect.poll(stored).toEqual([b, c, a, ...rest])

  // the button that was pressed goes along with its picture, and stays where it is at the end
  const forward = talent.locator(`[data-picture="${a}"]`).getByRole('button', { name: /^Move forward/ })
  await forward.focus()
  for (const order of [
    [b, a, c],
    [a, b, c],
    [a, b, c],
  ]) {
    await talent.keyboard.press('Enter')
    await expect.poll(shown).toEqual([...order, ...rest])
    await expect(forward).toBeFocused()
  }
  await expect(talent.getByText('Now at place 1 of', { exact: false })).toBeAttached()
  const back = talent.locator(`[data-picture="${b}"]`).getByRole('button', { name: /^Move back/ })
  await back.focus()
  await talent.keyboard.press('Space')
  await expect.poll(stored).toEqual([a, c, b, ...rest])
  await talent.reload()
  await expect(tiles.first()).toBeVisible()
  expect(await shown()).toEqual([a, c, b, ...rest])
  await expect.poll(published, { timeout: 15_000 }).toEqual([a, c, b, ...rest])
})

test('a picture is seen to go to its new place, but not by people who want nothing to move', async ({ page }) => {
  await signIn(page, 'fashion', 'ottoline.fairweather@fashion.example')
  /** Moves the first picture one place on and counts how often it is drawn on its way. */
  const drawnOnItsWay = (): Promise<number> =>
    page.evaluate(async () => {
      const tile = document.querySelector('[data-picture]')
      const moving = tile?.firstElementChild as HTMLElement
      let drawn = 0
      const observer = new MutationObserver(() => {
        if (moving.style.transform.includes('translate')) drawn++
      })
      observer.observe(moving, { attributes: true, attributeFilter: ['style'] })
      tile?.querySelector<HTMLButtonElement>('[data-way="later"]')?.click()
      for (let frame = 0; frame < 30; frame++) await new Promise(requestAnimationFrame)
      observer.disconnect()
      return drawn
    })
  await page.goto(at('fashion', '/me/pictures'), { waitUntil: 'networkidle' })
  await expect(page.locator('[data-picture]').nth(1)).toBeVisible()
  await expect.poll(drawnOnItsWay).toBeGreaterThan(2)
  await page.emulateMedia({ reducedMotion: 'reduce' })
  await page.goto(at('fashion', '/me/pictures'), { waitUntil: 'networkidle' })
  await expect(page.locator('[data-picture]').nth(1)).toBeVisible()
  // at once, without a way between
  expect(await drawnOnItsWay()).toBeLessThan(2)
})

test('moves that follow each other fast are stored in the order they were made', async ({ page }) => {
  await signIn(page, 'fashion', 'ottoline.fairweather@fashion.example')
  const { items: profiles } = (await (await api(page, 'fashion', 'GET', '/user/profiles')).json()) as { items: { id: string }[] }
  const tiles = page.locator('[data-picture]')
  const shown = (): Promise<string[]> => tiles.evaluateAll((all) => all.map((tile) => tile.getAttribute('data-picture') ?? ''))
  const stored = async (): Promise<string[]> =>
    ((await (await api(page, 'fashion', 'GET', `/user/profiles/${profiles[0]?.id}/media`)).json()) as { items: { id: string }[] }).items.map((i) => i.id)
  const gate = Promise.withResolvers<undefined>()
  let [underway, together] = [0, 0]
  await page.route(/\/media\/order/, async (route) => {
    underway += 1
    together = Math.max(together, underway)
    await gate.promise
    await route.fulfill({ response: await route.fetch() })
    underway -= 1
  })
  await page.goto(at('fashion', '/me/pictures'))
  await expect(tiles.first()).toBeVisible()
  const [a = '', b = '', c = '', ...rest] = await shown()
  const forward = page.locator(`[data-picture="${c}"]`).getByRole('button', { name: /^Move forward/ })
  for (const order of [
    [a, c, b],
    [c, a, b],
  ]) {
    await forward.click()
    await expect.poll(shown).toEqual([...order, ...rest])
  }
  await expect.poll(() => underway).toBeGreaterThan(0)
  gate.resolve(undefined)
  await expect.poll(stored).toEqual([c, a, b, ...rest])
  expect(together).toBe(1)
})
