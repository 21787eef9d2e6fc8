import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { OutboundRefused, isPublicAddress, openOutbound } from './outbound.ts'

let server: Server
let base = ''
const asked: string[] = []
const shut = openOutbound(false)
const open = openOutbound(true)

beforeAll(async () => {
  server = createServer((request, response) => {
    asked.push(request.url ?? '')
    if (request.url === '/big') return response.end('x'.repeat(2 * 1024 * 1024))
    if (request.url === '/moved') return response.writeHead(302, { location: '/secret' }).end()
    return response.end('hello')
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  base = `127.0.0.1:${(server.address() as AddressInfo).port}`
})
afterAll(async () => {
  await Promise.all([shut.close(), open.close()])
  server.close()
})

const causeOf = async (work: Promise<unknown>): Promise<unknown> => work.then(() => null).catch((e: Error) => e.cause ?? e)

describe('a way to the outside', () => {
  it.each([
    ['10.1.2.3', false],
    ['127.0.0.1', false],
    ['169.254.169.254', false],
    ['172.31.0.1', false],
    ['192.168.1.1', false],
    ['100.64.0.1', false],
    ['0.0.0.0', false],
    ['224.0.0.1', false],
    ['::1', false],
    ['::ffff:127.0.0.1', false],
    ['::ffff:8.8.8.8', false],
    ['fe80::1', false],
    ['fd00::1', false],
    ['64:ff9b::7f00:1', false],
    ['2002:7f00:1::', false],
    ['not an address', false],
    ['8.8.8.8', true],
    ['2a00:1450:4001:80b::200e', true],
  ])('knows whether %s is public: %s', (address, isPublic) => {
    expect(isPublicAddress(address)).toBe(isPublic)
  })
  it.each([
    'https://127.0.0.1/',
    'https://[::1]/',
    'https://2130706433/',
    'https://0x7f.1/',
    'http://example.com/',
    'ftp://example.com/',
    'https://me:pw@example.com/',
  ])('does not call %s', async (url) => {
    expect(await causeOf(shut.fetch(url))).toBeInstanceOf(OutboundRefused)
  })
  it('does not call a name that leads to a private address', async () => {
    expect(await causeOf(shut.fetch(`https://localhost:${base.split(':')[1]}/`))).toBeInstanceOf(OutboundRefused)
    expect(asked).toEqual([])
  })
  it('calls this machine only where the configuration says so, follows no redirect and reads no more than a megabyte', async () => {
    expect(await (await open.fetch(`http://${base}/`)).text()).toBe('hello')
    expect((await open.fetch(`http://${base}/moved`)).status).toBe(302)
    expect(await causeOf(open.fetch(`http://${base}/big`).then((r) => r.text()))).toBeInstanceOf(Error)
    expect(asked).toEqual(['/', '/moved', '/big'])
  })
})
