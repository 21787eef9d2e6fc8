import { createReadStream, createWriteStream } from 'node:fs'
import { mkdir, rename, rm, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { Transform, type Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'

const SAFE_PART = /^[A-Za-z0-9_-]+(?:\.[A-Za-z0-9]+)?$/

/** A file's key: always under the folder of its realm. */
export function storageKey(realmId: string, ...parts: readonly string[]): string {
  for (const part of [realmId, ...parts]) if (!SAFE_PART.test(part)) throw new Error(`unsafe file name: ${JSON.stringify(part)}`)
  return ['tenants', realmId, ...parts].join('/')
}

/** A stream brought more bytes than allowed. */
export class TooLarge extends Error {}

/** Keeps files by key. */
export interface Storage {
  /** Writes a whole file; readers see the old one or the new one, never half. Throws {@link TooLarge} past `limit` bytes. */
  write(key: string, data: Readable | Buffer, limit?: number): Promise<number>
  /** Opens a file, or null when there is none. */
  read(key: string): Promise<{ stream: Readable; size: number; path: string } | null>
  remove(key: string): Promise<void>
}

/** Files in a local folder. */
export function openStorage(root: string): Storage {
  const pathOf = (key: string): string => {
    if (!key.startsWith('tenants/') || key.split('/').slice(1).some((p) => !SAFE_PART.test(p))) throw new Error(`not a storage key: ${JSON.stringify(key)}`)
    return join(root, key)
  }
  let counter = 0
  return {
    async write(key, data, limit = Infinity) {
      const path = pathOf(key)
      await mkdir(dirname(path), { recursive: true })
      const partial = `${path}.${process.pid}-${++counter}.partial`
      let size = 0
      const count = new Transform({
        transform(chunk: Buffer, _encoding, done) {
          size += chunk.length
          if (size > limit) done(new TooLarge())
          else done(null, chunk)
        },
      })
      try {
        if (Buffer.isBuffer(data)) {
          count.end(data)
          await pipeline(count, createWriteStream(partial))
        } else await pipeline(data, count, createWriteStream(partial))
        await rename(partial, path)
      } catch (e) {
        await rm(partial, { force: true })
        throw e
      }
      return size
    },
    async read(key) {
      const path = pathOf(key)
      const info = await stat(path).catch(() => null)
      return info?.isFile() ? { stream: createReadStream(path), size: info.size, path } : null
    },
    async remove(key) {
      await rm(pathOf(key), { force: true })
    },
  }
}
