import * as contract from '@itellico/contracts/media'
import { hideRosterProfile } from '@itellico/contracts/profiles'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import sharp from 'sharp'
import { revive } from '@itellico/kernel/tasks'
import { runTask } from '../../apps/worker/src/consume.ts'
import { startApi, type Caller, type TestApi, type TestTenant } from '../testing/harness.ts'

let api: TestApi
let tenant: TestTenant
let agency: { caller: Caller; accountId: string }
let rival: { caller: Caller }
let profile: { id: string }

beforeAll(async () => {
  api = await startApi()
  tenant = await api.tenant()
  agency = await tenant.party('agency')
  rival = await tenant.party('agency')
  profile = await tenant.profile(agency.accountId)
})
afterAll(() => api.close())

const picture = (width = 600, height = 800): Promise<Buffer> =>
  sharp({ create: { width, height, channels: 3, background: '#a05' } })
    .withExif({ IFD0: { Copyright: 'secret place' } })
    .jpeg()
    .toBuffer()

/** PUTs bytes to a signed address as a browser does. */
async function put(url: string, bytes: Buffer, type = 'image/jpeg'): Promise<number> {
  const { pathname } = new URL(url)
  return (await api.app.inject({ method: 'PUT', url: pathname, headers: { host: tenant.host, 'content-type': type }, payload: bytes })).statusCode
}

async function upload(bytes: Buffer, size = bytes.length, mimeType: 'image/jpeg' | 'image/png' = 'image/jpeg'): Promise<contract.MediaItem> {
  const { media, upload: slot } = await agency.caller.ok(contract.reserveUpload, { body: { profileId: profile.id, fileName: 'a.jpg', mimeType, size } })
  expect(await put(slot.url, bytes, mimeType)).toBe(204)
  await agency.caller.ok(contract.completeUpload, { params: { id: media.id } })
  await api.work()
  const { items } = await agency.caller.ok(contract.listMedia, { params: { id: profile.id } })
  return items.find((i) => i.id === media.id) as contract.MediaItem
}

/** Fetches a picture by the address that a page would use. */
async function fetchPicture(url: string, variant = 'large') {
  const path = url.replace('{variant}', variant).replace(/^\/media\//, '/api/v1/public/media/')
  return api.app.inject({ url: path, headers: { host: tenant.host } })
}

describe('an upload', () => {
  it('becomes variants without what the camera wrote into it', async () => {
    const item = await upload(await picture())
    expect([item.status, item.width, item.height, item.isCover]).toEqual(['ready', 600, 800, true])
    expect(item.placeholder).toMatch(/^data:image\/webp;base64,/)
    const file = await fetchPicture(item.url ?? '', 'card')
    const meta = await sharp(file.rawPayload).metadata()
    expect([file.statusCode, file.headers['content-type'], file.headers['x-content-type-options'], meta.format, meta.width, meta.exif]).toEqual([
      200,
      'image/webp',
      'nosniff',
      'webp',
      600,
      undefined,
    ])
  })

  it('cannot bring more than was reserved, come late, or come twice', async () => {
    const bytes = await picture()
    const { media, upload: slot } = await agency.caller.ok(contract.reserveUpload, {
      body: { profileId: profile.id, fileName: 'a.jpg', mimeType: 'image/jpeg', size: 1000 },
    })
    expect(await put(slot.url, bytes)).toBe(413)
    expect(await agency.caller.problem(contract.completeUpload, { params: { id: media.id } })).toBe('422 media.not_uploaded')
    expect(await put(slot.url.slice(0, -3) + 'xyz', bytes)).toBe(410)
    const full = await upload(bytes)
    const [, token] = slot.url.split('/uploads/')
    expect(await put(slot.url.replace(token ?? '', (token ?? '').replace(media.id, full.id)), bytes)).toBe(410)
    expect(
      await agency.caller.problem(contract.reserveUpload, {
        body: { profileId: profile.id, fileName: 'a.jpg', mimeType: 'image/jpeg', size: 30 * 1024 * 1024 },
      }),
    ).toBe('413 media.too_large')
    expect(
      await agency.caller.problem(contract.reserveUpload, { body: { profileId: profile.id, fileName: 'a.svg', mimeType: 'image/svg+xml' as never, size: 10 } }),
    ).toBe('400 request.invalid')
  })

  it.each([
    ['a page that calls itself a picture', Buffer.from('<html><script>alert(1)</script></html>')],
    ['an SVG that calls itself a JPEG', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="900" height="900" onload="alert(1)"/>')],
    ['noise', Buffer.alloc(4000, 7)],
  ])('of %s fails with a reason and shows nothing', async (_what, bytes) => {
    const item = await upload(bytes)
    expect([item.status, item.url]).toEqual(['failed', null])
    expect(item.failure).toBe('kind')
  })

  it('that could not be worked on is ready once it is put back in line', async () => {
    const bytes = await picture()
    const { media, upload: slot } = await agency.caller.ok(contract.reserveUpload, {
      body: { profileId: profile.id, fileName: 'late.jpg', mimeType: 'image/jpeg', size: bytes.length },
    })
    await put(slot.url, bytes)
    await agency.caller.ok(contract.completeUpload, { params: { id: media.id } })
    const state = async () => {
      const item = (await agency.caller.ok(contract.listMedia, { params: { id: profile.id } })).items.find((i) => i.id === media.id)
      return [item?.status, item?.failure]
    }
    const { pool } = api.kernel.shards.main
    const { rows } = await pool.query<{ id: string }>(`select id from relay.task where name = 'media.process' and input->>'mediaId' = $1`, [media.id])
    const task = rows[0]?.id ?? ''
    // nothing can be written for a while
    const { write } = api.kernel.storage
    api.kernel.storage.write = () => Promise.reject(new Error('no space left'))
    await expect(runTask(api.kernel, { taskId: task, realm: tenant.id }, 3, 3)).rejects.toThrow('no space left')
    api.kernel.storage.write = write
    expect(await state()).toEqual(['failed', 'internal'])
    await revive(pool, task)
    await api.work()
    expect(await state()).toEqual(['ready', null])
  })

  it('that is too small says so', async () => {
    expect((await upload(await picture(100, 100))).failure).toBe('small')
  })
})

describe('pictures', () => {
  it('are ordered, made the cover, and deleted with their files', async () => {
    const [a, b] = [await upload(await picture()), await upload(await picture(700, 700))]
    await agency.caller.ok(contract.updateMedia, { params: { id: b.id }, body: { isCover: true, alt: 'In red' } })
    const { items } = await agency.caller.ok(contract.orderMedia, { params: { id: profile.id }, body: { ids: [b.id, a.id] } })
    expect(items.slice(0, 2).map((i) => [i.id, i.isCover])).toEqual([
      [b.id, true],
      [a.id, false],
    ])
    await agency.caller.ok(contract.deleteMedia, { params: { id: b.id } })
    await api.work()
    expect((await fetchPicture(b.url ?? '')).statusCode).toBe(404)
    expect((await agency.caller.ok(contract.listMedia, { params: { id: profile.id } })).items.some((i) => i.isCover)).toBe(true)
  })

  it('belong to who may change the profile', async () => {
    const item = await upload(await picture())
    expect(await rival.caller.problem(contract.listMedia, { params: { id: profile.id } })).toBe('404 access.not_found')
    expect(await rival.caller.problem(contract.deleteMedia, { params: { id: item.id } })).toBe('404 access.not_found')
    expect(await rival.caller.problem(contract.reserveUpload, { body: { profileId: profile.id, fileName: 'a', mimeType: 'image/png', size: 10 } })).toBe(
      '404 access.not_found',
    )
  })

  it('are open to everybody while public, and need a signature that ends when not', async () => {
    const item = await upload(await picture())
    const open = `/media/${item.id}/{variant}`
    expect([(await fetchPicture(open)).statusCode, (await fetchPicture(open)).headers['cache-control']]).toEqual([
      200,
      'public, max-age=300, stale-while-revalidate=3600',
    ])
    await agency.caller.ok(contract.updateMedia, { params: { id: item.id }, body: { visibility: 'private' } })
    expect((await fetchPicture(open)).statusCode).toBe(404)
    expect((await fetchPicture(item.url ?? '')).statusCode).toBe(200)
    expect((await fetchPicture((item.url ?? '').replace(/e=\d+/, 'e=9999999999'))).statusCode).toBe(404)
    await agency.caller.ok(contract.updateMedia, { params: { id: item.id }, body: { visibility: 'public' } })
    await agency.caller.ok(hideRosterProfile, { params: { id: profile.id } })
    expect((await fetchPicture(open)).statusCode).toBe(404)
  })
})
