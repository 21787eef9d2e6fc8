import { createServer, type Server, type Socket } from 'node:net'
import { once } from 'node:events'
import { forgotPassword } from '@itellico/contracts/auth'
import * as contract from '@itellico/contracts/branding'
import { addDomain, checkDomain, removeDomain } from '@itellico/contracts/domains'
import { getPublicTenant, getTenantProfile, updateTenantProfile } from '@itellico/contracts/tenants'
import sharp from 'sharp'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { startDns, type TestDns } from '../testing/dns.ts'
import { startApi, type Answer, type Caller, type TestApi, type TestTenant } from '../testing/harness.ts'

/** A mail server that keeps what it is sent, headers and all. */
async function startSmtp(): Promise<{ url: string; mails: string[]; server: Server }> {
  const mails: string[] = []
  const talk = (socket: Socket): void => {
    let body: string | null = null
    socket.setEncoding('utf8').write('220 test\r\n')
    socket.on('error', () => undefined)
    socket.on('data', (chunk: string) => {
      if (body !== null) {
        body += chunk
        if (!body.endsWith('\r\n.\r\n')) return
        mails.push(body)
        body = null
        socket.write('250 kept\r\n')
      } else if (/^DATA/i.test(chunk)) {
        body = ''
        socket.write('354 go on\r\n')
      } else if (/^QUIT/i.test(chunk)) socket.end('221 bye\r\n')
      else socket.write('250 ok\r\n')
    })
  }
  const server = createServer(talk).listen(0, '127.0.0.1')
  await once(server, 'listening')
  return { url: `smtp://127.0.0.1:${(server.address() as { port: number }).port}`, mails, server }
}

let smtp: Awaited<ReturnType<typeof startSmtp>>
let dns: TestDns
let api: TestApi
let tenant: TestTenant
let admin: Caller
beforeAll(async () => {
  smtp = await startSmtp()
  dns = await startDns()
  api = await startApi({ SMTP_URL: smtp.url, DNS_SERVERS: dns.address, MAIL_FROM: 'no-reply@platform.example' })
})
afterAll(async () => {
  await api.close()
  await dns.close()
  smtp.server.close()
})
beforeEach(async () => {
  smtp.mails.length = 0
  tenant = await api.tenant()
  admin = (await tenant.user({ roles: ['tenant_admin'] })).caller
})

const picture = (width: number, height: number, type: 'png' | 'webp' | 'jpeg' | 'gif' = 'png'): Promise<Buffer> =>
  sharp({ create: { width, height, channels: 4, background: { r: 200, g: 30, b: 60, alpha: 0.5 } } })
    .toFormat(type)
    .toBuffer()
const send = (slot: contract.LogoSlot, bytes: Buffer, type = 'image/png'): Promise<Answer> =>
  admin.call(contract.uploadLogo, { query: { slot }, body: bytes as never }, { 'content-type': type })
const file = (slot: contract.LogoSlot, variant: contract.LogoVariant, v?: string): Promise<Answer> =>
  tenant.guest.call(contract.getLogo, { query: { slot, variant, ...(v && { v }) } })

describe('a logo', () => {
  it('is made into sizes that everybody can see, and is named in the marketplace’s facts', async () => {
    for (const [slot, type] of [
      ['light', 'png'],
      ['dark', 'webp'],
      ['icon', 'jpeg'],
    ] as const)
      expect((await send(slot, await picture(900, slot === 'icon' ? 900 : 300, type), `image/${type}`)).status).toBe(200)
    const { logos } = await tenant.guest.ok(getPublicTenant, {})
    expect(logos.light).toMatchObject({ width: 360, height: 120 })
    const sizes = async (slot: contract.LogoSlot, variant: contract.LogoVariant): Promise<unknown[]> => {
      const answer = await file(slot, variant, logos[slot]?.hash)
      expect(answer.headers['cache-control']).toContain('immutable')
      const { format, width, height } = await sharp(answer.body as Buffer).metadata()
      return [format, width, height]
    }
    expect(await sizes('light', 'header')).toEqual(['webp', 360, 120])
    expect(await sizes('light', 'mail')).toEqual(['png', 240, 80])
    expect(await sizes('dark', 'header')).toEqual(['webp', 360, 120])
    expect(await sizes('icon', 'touch')).toEqual(['png', 180, 180])
    expect(await sizes('icon', 'tab')).toEqual(['png', 48, 48])
    expect((await file('dark', 'mail')).status).toBe(404)
  })
  it('is judged by its content, whatever it calls itself', async () => {
    const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="300" height="100"><script>alert(1)</script></svg>')
    const bad: [Buffer, string][] = [
      [svg, 'image/svg+xml'],
      [svg, 'image/png'],
      [await picture(300, 100, 'gif'), 'image/png'],
      [Buffer.from('not a picture'), 'image/png'],
      [(await picture(300, 100)).subarray(0, 60), 'image/png'],
      [await picture(300, 10), 'image/png'],
      [Buffer.alloc(0), 'image/png'],
    ]
    for (const [bytes, type] of bad) {
      const answer = await send('light', bytes, type)
      expect([answer.status, (answer.body as { code: string }).code]).toEqual([415, 'branding.logo_unusable'])
    }
    expect((await send('light', Buffer.alloc(contract.MAX_LOGO_BYTES + 1))).status).toBe(413)
    expect((await tenant.guest.ok(getPublicTenant, {})).logos.light).toBeNull()
  })
  it('that is replaced or removed leaves no file behind', async () => {
    const keys = async (): Promise<string[]> => {
      const all: string[] = []
      for await (const key of api.kernel.storage.list(tenant.id)) if (key.includes('/branding/')) all.push(key)
      return all
    }
    await send('light', await picture(300, 100))
    const first = await keys()
    await send('light', await picture(400, 100))
    const second = await keys()
    expect([first.length, second.length]).toEqual([2, 2])
    expect(second.some((k) => first.includes(k))).toBe(false)
    await admin.ok(contract.removeLogo, { query: { slot: 'light' } })
    expect(await keys()).toEqual([])
    expect((await file('light', 'header')).status).toBe(404)
  })
})

describe('a message', () => {
  async function lastMail(): Promise<string> {
    const { email } = await tenant.user()
    await tenant.guest.ok(forgotPassword, { body: { email } })
    await api.work()
    return (smtp.mails.at(-1) ?? '').replace(/=\r\n/g, '').replaceAll('=3D', '=')
  }
  it('comes from the platform’s address under the marketplace’s name, with its colour', async () => {
    const mail = await lastMail()
    expect(mail).toMatch(/^From: Market \w+ <no-reply@platform\.example>\r$/m)
    expect(mail).not.toMatch(/^Reply-To:/m)
    expect(mail).toMatch(/border-top:3px solid #[0-9a-f]{6}/)
    expect(mail).not.toContain('<img')
  })
  it('carries name, answer address, logo and an own address for as long as its domain is active', async () => {
    const host = `agency-${Date.now()}.example`
    const own = `hello@${host.toUpperCase()}`
    expect(await admin.problem(contract.updateSender, { body: { senderAddress: own } })).toBe('422 branding.sender_foreign')
    const domain = await admin.ok(addDomain, { body: { host } })
    expect(await admin.problem(contract.updateSender, { body: { senderAddress: own } })).toBe('422 branding.sender_foreign')
    dns.set(domain.record.name, domain.record.value)
    await admin.ok(checkDomain, { params: { id: domain.id } })
    await admin.ok(contract.updateSender, { body: { senderAddress: own, senderName: 'Nord Faces', replyTo: 'desk@nord.example' }, ifMatch: 0 })
    expect(await admin.problem(contract.updateSender, { body: { senderName: 'Other' }, ifMatch: 0 })).toBe('412 request.stale_version')
    await send('light', await picture(600, 100))
    const mail = await lastMail()
    expect(mail).toMatch(new RegExp(`^From: Nord Faces <hello@${host}>\\r$`, 'im'))
    expect(mail).toMatch(/^Reply-To: desk@nord\.example\r$/m)
    expect(mail).toMatch(new RegExp(`<img src="http://${tenant.host}[^"]*brand[^"]*light[^"]*mail`.replaceAll('/', '(?:/|&#47;)')))
    await admin.ok(removeDomain, { params: { id: domain.id } })
    expect(await lastMail()).toMatch(/^From: Nord Faces <no-reply@platform\.example>\r$/m)
  })
  it('takes no name that would break out of its header', async () => {
    for (const senderName of ['a\r\nBcc: x@evil.test', 'a <x@evil.test>', '', 'x'.repeat(81)])
      expect((await admin.call(contract.updateSender, { body: { senderName } })).status).toBe(400)
  })
})

it('languages are chosen among those the product speaks, in the wished order', async () => {
  const { version } = await admin.ok(getTenantProfile, {})
  expect((await admin.ok(updateTenantProfile, { body: { locales: ['de', 'en-GB'] }, ifMatch: version })).locales).toEqual(['de', 'en-GB'])
  expect(await tenant.guest.ok(getPublicTenant, {})).toMatchObject({ locales: ['de', 'en-GB'], defaultLocale: 'de' })
  for (const locales of [[], ['fr'], ['de', 'de']]) expect((await admin.call(updateTenantProfile, { body: { locales: locales as never } })).status).toBe(400)
})
