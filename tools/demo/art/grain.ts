import { deflateSync, crc32 } from 'node:zlib'
import { createRng } from './rng.ts'

const SIZE = 256

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const head = Buffer.alloc(4)
  head.writeUInt32BE(data.length)
  const tail = Buffer.alloc(4)
  tail.writeUInt32BE(crc32(body))
  return Buffer.concat([head, body, tail])
}

function encode(): string {
  const rng = createRng('paper grain')
  const rows = Buffer.alloc(SIZE * (1 + SIZE * 2))
  for (let y = 0; y < SIZE; y++) {
    for (let x = 0; x < SIZE; x++) {
      const value = rng.next() + rng.next() - 1
      const offset = y * (1 + SIZE * 2) + 1 + x * 2
      rows[offset] = value > 0 ? 255 : 20
      rows[offset + 1] = Math.round(Math.abs(value) ** 1.5 * (value > 0 ? 34 : 44))
    }
  }
  const header = Buffer.alloc(13)
  header.writeUInt32BE(SIZE, 0)
  header.writeUInt32BE(SIZE, 4)
  header.set([8, 4, 0, 0, 0], 8)
  const signature = Buffer.from([137, 80, 78, 71, 13, 10, 26, 10])
  const png = Buffer.concat([signature, chunk('IHDR', header), chunk('IDAT', deflateSync(rows)), chunk('IEND', Buffer.alloc(0))])
  return `data:image/png;base64,${png.toString('base64')}`
}

/** A tile of paper grain as a data URL; a small bitmap because a noise filter at full size is far slower. */
export const GRAIN_TILE: string = encode()
