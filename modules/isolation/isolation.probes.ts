import { randomUUID } from 'node:crypto'
import { exportLink } from '@itellico/contracts/exports'
import { mediaLinks, uploadFile } from '@itellico/contracts/media'
import { searchProfiles, suggestProfiles } from '@itellico/contracts/search'
import { loadMigrations, markOf } from '@itellico/kernel/migrate'
import { ask } from '@itellico/kernel/operations'
import { askApi, pathOf, wordsOf, type Reply } from './isolation.caller.ts'
import { kinds } from './isolation.kinds.ts'
import * as repository from './isolation.repository.ts'
import { failed, limited, passed, type Outcome, type Plan, type Scene } from './isolation.scene.ts'

const FILES = 3

/** Words of the tenant, looked for at the visitor's: no hit, no facet, no suggestion comes of them. */
export function searchPlans(scene: Scene): Plan[] {
  return [searchProfiles, suggestProfiles].map((c) => ({
    group: 'search',
    name: `GET ${c.path} with words of this marketplace`,
    expected: 'nothing of this marketplace',
    async run() {
      if (scene.words.length === 0) return { outcome: 'skipped', got: 'the marketplace has no talents and no castings' }
      for (const q of scene.words) {
        const reply = await askApi(scene.config, { host: scene.visitor.ctx.realm.host, method: 'GET', path: pathOf(c, {}, { q: q.slice(0, 100) }) })
        if (limited(reply)) return { outcome: 'skipped', got: 'the limit of requests was reached' }
        if (reply.status !== 200) return failed(wordsOf(reply))
        if (scene.holdsOurs(reply.text)) return failed('something of this marketplace')
      }
      return passed(`200, nothing of this marketplace for ${scene.words.length} words`)
    },
  }))
}

/** Links that we signed for files of the tenant, followed at the visitor's host. */
export async function linkPlans(scene: Scene): Promise<Plan[]> {
  const { ctx, config, visitor } = scene
  const [mediaId, exportId] = [scene.samples.get('media')?.['id'] ?? randomUUID(), scene.samples.get('export')?.['id'] ?? randomUUID()]
  const { view, upload } = await ask(ctx, mediaLinks, { mediaId })
  const { path } = await ask(ctx, exportLink, { exportId })
  const follow = (target: string, method = 'GET'): Promise<Reply> => askApi(config, { host: visitor.ctx.realm.host, method, path: target })
  const forged = (target: string): string => target.replace(/[\w-]{43}$/, 'A'.repeat(43))
  const put = (token: string): string => pathOf(uploadFile, { token })
  const compare = (name: string, target: string, method: string, changes = false): Plan => ({
    group: 'links',
    name,
    expected: 'the answer for a forged link',
    changes,
    async run(): Promise<Outcome> {
      const [own, wrong] = [await follow(target, method), await follow(forged(target), method)]
      if (limited(own, wrong)) return { outcome: 'skipped', got: 'the limit of requests was reached' }
      return own.status === wrong.status && own.text === wrong.text && own.status >= 400 && own.status < 500 ? passed(wordsOf(own)) : failed(wordsOf(own))
    },
  })
  return [
    compare('the signed link of a picture, on another host', view, 'GET'),
    compare('the signed link of an export, on another host', path, 'GET'),
    compare('the signed address of an upload, on another host', put(upload), 'PUT', true),
  ]
}

/** The database: the application's role reads no table that is not named with its schema, and the visitor's schema holds no id of the tenant. */
export function databasePlans(scene: Scene): Plan[] {
  const { ctx, visitor, samples } = scene
  const tables = [...new Set(kinds.map((k) => k.table))]
  return tables.map((table) => ({
    group: 'database',
    name: `table ${table}`,
    expected: 'not readable without its schema, nothing of this marketplace in another schema',
    async run() {
      const { pool } = ctx.kernel.shards.of(ctx.realm)
      if (await repository.readsUnqualified(pool, table)) return failed('readable without its schema')
      const kind = kinds.find((k) => k.table === table && k.columns['id'] === 'id')
      const id = kind && samples.get(kind.name)?.['id']
      if (id && (await repository.countIds(visitor.ctx.db, table, id)) > 0) return failed('an id of this marketplace in another schema')
      return passed('not readable without its schema')
    },
  }))
}

/** Files of the tenant: its own keys open them, the visitor's do not. */
export async function filePlans(scene: Scene): Promise<Plan[]> {
  const { storage } = scene.ctx.kernel
  const files: string[] = []
  for await (const key of storage.list(scene.tenant.id)) if (files.push(key) >= FILES) break
  return [
    {
      group: 'files',
      name: 'sealed files with the keys of another marketplace',
      expected: 'open with the own keys only',
      async run() {
        if (files.length === 0) return { outcome: 'skipped', got: 'the marketplace has no files' }
        for (const key of files) {
          if (await storage.opensWith(key, scene.visitor.ctx.realm.id)) return failed('a file opens with the keys of another marketplace')
          if (!(await storage.opensWith(key, scene.tenant.id))) return failed('a file does not open with the own keys')
        }
        return passed(`${files.length} files open with the own keys only`)
      },
    },
  ]
}

/** The mark of the tenant's schema: its tables are those of this version of the software. */
export function schemaPlans(scene: Scene): Plan[] {
  const { kernel } = scene.ctx
  return [
    {
      group: 'schema',
      name: 'the mark of the schema',
      expected: 'that of this version',
      async run() {
        const want = markOf(await loadMigrations('tenant', kernel.registry.modules, kernel.modulesUrl))
        const have = await repository.markOfSchema(kernel.shards.of(scene.tenant).pool, scene.tenant.schema)
        return have === want ? passed('that of this version') : failed('another one')
      },
    },
  ]
}
