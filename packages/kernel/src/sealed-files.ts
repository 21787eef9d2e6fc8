import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'
import type { Keyring } from './keyrings.ts'

// A sealed file is a header (magic, key version, random prefix) and chunks of 64 KiB, each sealed with AES-256-GCM under the nonce
// prefix + counter + whether it is the last one: the STREAM construction (Hoang, Reyhanitabar, Rogaway, Vizár 2015), so that chunks
// can be neither swapped nor cut off. The file's key is bound to every chunk: a file moved to another key does not open.
const MAGIC = Buffer.from('ITE1')
const CHUNK = 65_536
const TAG = 16
const PREFIX = 7
/** Length of the header in bytes. */
export const HEADER = MAGIC.length + 4 + PREFIX + 1

const nonceOf = (prefix: Buffer, counter: number, last: boolean): Buffer => {
  const nonce = Buffer.alloc(12)
  prefix.copy(nonce)
  nonce.writeUInt32BE(counter, PREFIX)
  nonce[11] = last ? 1 : 0
  return nonce
}

/** Size of the content of a sealed file, from its size on disk. */
export function sizeOf(onDisk: number): number {
  const body = onDisk - HEADER
  return body - TAG * Math.max(1, Math.ceil(body / (CHUNK + TAG)))
}

/** Reads the header of a sealed file. */
export function readHeader(header: Buffer): { version: number; prefix: Buffer } {
  if (header.length < HEADER || !header.subarray(0, 4).equals(MAGIC)) throw new Error('not a sealed file')
  return { version: header.readUInt32BE(4), prefix: Buffer.from(header.subarray(8, 8 + PREFIX)) }
}

/** Gathers a stream into pieces of a size, the last one shorter; tells which one is last. */
async function* pieces(source: AsyncIterable<Buffer>, size: number): AsyncGenerator<{ piece: Buffer; last: boolean }> {
  let parts: Buffer[] = []
  let have = 0
  for await (const part of source) {
    parts.push(part)
    have += part.length
    // a full piece is only given on when more follows: it might be the last one
    while (have > size) {
      const all = parts.length === 1 ? (parts[0] as Buffer) : Buffer.concat(parts)
      yield { piece: all.subarray(0, size), last: false }
      parts = [all.subarray(size)]
      have -= size
    }
  }
  yield { piece: Buffer.concat(parts), last: true }
}

/** Seals a stream with the newest key of a realm. */
export async function* sealFile(source: AsyncIterable<Buffer>, ring: Keyring, key: string): AsyncGenerator<Buffer> {
  const prefix = randomBytes(PREFIX)
  const header = Buffer.alloc(HEADER)
  MAGIC.copy(header)
  header.writeUInt32BE(ring.version, 4)
  prefix.copy(header, 8)
  yield header
  let counter = 0
  for await (const { piece, last } of pieces(source, CHUNK)) {
    const cipher = createCipheriv('aes-256-gcm', ring.key(ring.version), nonceOf(prefix, counter++, last)).setAAD(Buffer.from(key))
    yield Buffer.concat([cipher.update(piece), cipher.final(), cipher.getAuthTag()])
  }
}

/** Opens a sealed stream; throws when anything in it was changed, moved or cut off. */
export async function* openFile(source: AsyncIterable<Buffer>, ring: Keyring, key: string): AsyncGenerator<Buffer> {
  let head: { version: number; prefix: Buffer } | null = null
  let counter = 0
  async function* body(): AsyncGenerator<Buffer> {
    let start = Buffer.alloc(0)
    for await (const part of source) {
      if (head) {
        yield part
        continue
      }
      start = Buffer.concat([start, part])
      if (start.length < HEADER) continue
      head = readHeader(start)
      yield start.subarray(HEADER)
    }
  }
  for await (const { piece, last } of pieces(body(), CHUNK + TAG)) {
    const { version, prefix } = head ?? readHeader(Buffer.alloc(0))
    const decipher = createDecipheriv('aes-256-gcm', ring.key(version), nonceOf(prefix, counter++, last)).setAAD(Buffer.from(key))
    decipher.setAuthTag(piece.subarray(-TAG))
    yield Buffer.concat([decipher.update(piece.subarray(0, -TAG)), decipher.final()])
  }
}
