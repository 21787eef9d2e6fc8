import { once } from 'node:events'
import { createReadStream, createWriteStream } from 'node:fs'
import { mkdir, open, rename, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { Readable } from 'node:stream'
import { finished } from 'node:stream/promises'
import type { Keyrings } from './keyrings.ts'
import { openFile, readHeader, HEADER, sealFile, sizeOf } from './sealed-files.ts'

const SAFE_PART = /^[A-Za-z0-9_-]+(?:\.[A-Za-z0-9]+)?$/

/** A file's key: always under the folder of its realm. */
export function storageKey(realmId: string, ...parts: readonly string[]): string {
  for (const part of [realmId, ...parts]) if (!SAFE_PART.test(part)) throw new Error(`unsafe file name: ${JSON.stringify(part)}`)
  return ['tenants', realmId, ...parts].join('/')
}

/** A stream brought more bytes than allowed. */
export class TooLarge extends Error {}

/** Keeps files by key, sealed with the keys of their realm. */
export interface Storage {
  /** Writes a whole file; readers see the old one or the new one, never half. Throws {@link TooLarge} past `limit` bytes. Gives its size. */
  write(key: string, data: Readable | Buffer, limit?: number): Promise<number>
  /** Opens a file, or null when there is none. */
  read(key: string): Promise<{ stream: Readable; size: number } | null>
  /** Whether the beginning of a file opens with the keys of a realm, whichever that is. */
  opensWith(key: string, realmId: string): Promise<boolean>
  remove(key: string): Promise<void>
  /** Removes every file of a realm. */
  removeRealm(realmId: string): Promise<void>
  /** Keys of all files of a realm. */
  list(realmId: string): AsyncIterable<string>
  /** Seals a file anew when its key is not the realm's newest; true when it was. */
  reseal(key: string): Promise<boolean>
}

/** Files in a local folder. */
export function openStorage(root: string, keyrings: Pick<Keyrings, 'of'>): Storage {
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
  const realmOf = (key: string): string => key.split('/')[1] ?? ''
  const folderOf = (realmId: string): string => join(root, dirname(storageKey(realmId, 'x')))
  let counter = 0

  const storage: Storage = {
    async write(key, data, limit = Infinity) {
      const path = pathOf(key)
      const ring = await keyrings.of(realmOf(key))
      await mkdir(dirname(path), { recursive: true })
      const partial = `${path}.${process.pid}-${++counter}.partial`
      const out = createWriteStream(partial)
      let size = 0
      async function* counted(): AsyncGenerator<Buffer> {
        // what is left unread of a source that is too large stays with its owner, who can still answer
        for await (const chunk of Buffer.isBuffer(data) ? [data] : (data.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>)) {
          size += chunk.length
          if (size > limit) throw new TooLarge()
          yield chunk
        }
      }
      try {
        for await (const chunk of sealFile(counted(), ring, key)) if (!out.write(chunk)) await once(out, 'drain')
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
      const head = await headerOf(path)
      if (!head) return null
      const ring = await keyrings.of(realmOf(key))
      return { size: sizeOf(head.size), stream: Readable.from(openFile(createReadStream(path), ring, key), { objectMode: false }) }
    },
    async opensWith(key, realmId) {
      try {
        for await (const _ of openFile(createReadStream(pathOf(key)), await keyrings.of(realmId), key)) return true
        return false
      } catch {
        return false
      }
    },
    async remove(key) {
      await rm(pathOf(key), { force: true })
    },
    async removeRealm(realmId) {
      await rm(folderOf(realmId), { recursive: true, force: true })
    },
    async *list(realmId) {
      const { glob } = await import('node:fs/promises')
      for await (const path of glob('**/*', { cwd: folderOf(realmId), withFileTypes: true })) {
        if (!path.isFile() || path.name.endsWith('.partial')) continue
        yield join(path.parentPath, path.name).slice(root.endsWith('/') ? root.length : root.length + 1)
      }
    },
    async reseal(key) {
      const head = await headerOf(pathOf(key))
      if (!head || head.version === (await keyrings.of(realmOf(key))).version) return false
      const file = await storage.read(key)
      if (!file) return false
      await storage.write(key, file.stream)
      return true
    },
  }
  return storage
}

/** Key version and size on disk of a file, or null when there is none. */
async function headerOf(path: string): Promise<{ version: number; size: number } | null> {
  const file = await open(path).catch((e: NodeJS.ErrnoException) => {
    if (e.code === 'ENOENT' || e.code === 'ENOTDIR') return null
    throw e
  })
  if (!file) return null
  try {
    const info = await file.stat()
    if (!info.isFile()) return null
    const { buffer } = await file.read(Buffer.alloc(HEADER), 0, HEADER, 0)
    return { version: readHeader(buffer).version, size: info.size }
  } finally {
    await file.close()
  }
}
