import { once } from 'node:events'
import { createReadStream, createWriteStream } from 'node:fs'
import { mkdir, rename, rm, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { Readable } from 'node:stream'
import { finished } from 'node:stream/promises'

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
    if (
      !key.startsWith('tenants/') ||
      key
        .split('/')
        .slice(1)
        .some((p) => !SAFE_PART.test(p))
    )
      throw new Error(`not a storage key: ${JSON.stringify(key)}`)
    return join(root, key)
  }
  let counter = 0
  return {
    async write(key, data, limit = Infinity) {
      const path = pathOf(key)
      await mkdir(dirname(path), { recursive: true })
      const partial = `${path}.${process.pid}-${++counter}.partial`
      const out = createWriteStream(partial)
      let size = 0
      try {
        // what is left unread of a source that is too large stays with its owner, who can still answer
        for await (const chunk of Buffer.isBuffer(data) ? [data] : (data.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>)) {
          size += chunk.length
          if (size > limit) throw new TooLarge()
          if (!out.write(chunk)) await once(out, 'drain')
        }
        out.end()
        await finished(out)
        await rename(partial, path)
      } catch (e) {
        out.destroy()
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
