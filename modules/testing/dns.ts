import { createSocket } from 'node:dgram'
import { once } from 'node:events'

/** A DNS server of a test that knows the TXT records it is told. */
export interface TestDns {
  /** `address:port`, as `DNS_SERVERS` takes it. */
  readonly address: string
  /** Sets the texts of a name; none removes it. */
  set(name: string, ...texts: string[]): void
  /** While broken it answers that it cannot answer. */
  broken: boolean
  close(): Promise<void>
}

const NOERROR = 0
const SERVFAIL = 2
const NXDOMAIN = 3

function nameIn(query: Buffer): { name: string; end: number } {
  const labels: string[] = []
  let at = 12
  for (let length = query[at] ?? 0; length > 0; length = query[at] ?? 0) {
    labels.push(query.toString('latin1', at + 1, at + 1 + length))
    at += length + 1
  }
  return { name: labels.join('.').toLowerCase(), end: at + 1 + 4 }
}

function answerTo(query: Buffer, rcode: number, texts: readonly string[], end: number): Buffer {
  const header = Buffer.alloc(12)
  query.copy(header, 0, 0, 2)
  header.writeUInt16BE(0x8580 | rcode, 2)
  header.writeUInt16BE(1, 4)
  header.writeUInt16BE(texts.length, 6)
  const records = texts.map((text) => {
    const data = Buffer.from(text)
    // name is the question's; TXT, IN, no caching
    const fixed = Buffer.from([0xc0, 0x0c, 0, 16, 0, 1, 0, 0, 0, 0, 0, 0, data.length])
    fixed.writeUInt16BE(data.length + 1, 10)
    return Buffer.concat([fixed, data])
  })
  return Buffer.concat([header, query.subarray(12, end), ...records])
}

/** Starts a DNS server on a port of its own. */
export async function startDns(port = 0): Promise<TestDns> {
  const known = new Map<string, readonly string[]>()
  const socket = createSocket('udp4')
  socket.on('message', (query, from) => {
    const { name, end } = nameIn(query)
    const texts = known.get(name) ?? []
    const rcode = dns.broken ? SERVFAIL : texts.length ? NOERROR : NXDOMAIN
    socket.send(answerTo(query, rcode, dns.broken ? [] : texts, end), from.port, from.address)
  })
  socket.bind(port, '127.0.0.1')
  await once(socket, 'listening')
  const dns: TestDns = {
    address: `127.0.0.1:${socket.address().port}`,
    broken: false,
    set: (name, ...texts) => void (texts.length ? known.set(name.toLowerCase(), texts) : known.delete(name.toLowerCase())),
    close: () => new Promise((done) => socket.close(done)),
  }
  return dns
}
