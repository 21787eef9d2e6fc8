import { writeFileSync } from 'node:fs'
import { performance } from 'node:perf_hooks'
import pg from 'pg'
import { loadConfig } from '../../packages/kernel/src/config.ts'
import { raw } from '../../packages/kernel/src/db.ts'
import { migrateFleet } from '../../packages/kernel/src/fleet.ts'
import { newId } from '../../packages/kernel/src/ids.ts'
import { openKernel } from '../../packages/kernel/src/kernel.ts'
import { openLanes } from '../../packages/kernel/src/lanes.ts'
import { schemaOf } from '../../packages/kernel/src/realms.ts'
import { accounts } from '../../modules/accounts/accounts.module.ts'
import { clientFactory, sealed } from '../../modules/database.ts'
import { modulesUrl, registry } from '../../modules/registry.ts'
import { load, sideBySide, type Measured } from './measure.ts'

// One number of tenants: their tables, the same queries through the data layer and on plain pg, memory, and floods.
const [count = 1, seconds = 3, rounds = 3] = process.argv.slice(2, 5).map(Number)
const file = process.argv[5] ?? ''
const CLIENTS = 16
const POOL = 10
const SLOW_MS = 50

const name = `bench_${count}`
const adminUrl = process.env['DATABASE_ADMIN_URL'] ?? ''
const at = (url: string): string => Object.assign(new URL(url), { pathname: `/${name}` }).href
const server = new pg.Client({ connectionString: adminUrl })
await server.connect()
await server.query(`create database ${name}`)
await server.end()
const admin = new pg.Pool({ connectionString: at(adminUrl), max: 4 })
const fleet = (): ReturnType<typeof migrateFleet> =>
  migrateFleet({ servers: [{ name: 'main', adminUrl: at(adminUrl) }], modules: [accounts], modulesUrl, appPassword: null, parallel: 2 })
const timed = async <T>(work: () => Promise<T>): Promise<[T, number]> => {
  const begun = performance.now()
  return [await work(), (performance.now() - begun) / 1000]
}
const say = (text: string): void => void process.stdout.write(`${text}\n`)
const shown = (m: Measured): string => `${Math.round(m.perSecond).toString().padStart(6)}/s  p50 ${m.p50.toFixed(1)}  p99 ${m.p99.toFixed(1)} ms`

say(`\n${count} tenants`)
await fleet()
const ids = Array.from({ length: count }, () => newId())
for (let i = 0; i < count; i += 1000)
  await admin.query(
    `insert into control.tenant (id, slug, name, industry, status, theme, locales, currency, timezone, schema_name)
     select id, 'b' || right(replace(id::text, '-', ''), 24), 'Bench', 'fashion', 'active', '{}', '{en}', 'EUR', 'UTC', 't_' || replace(id::text, '-', '') from unnest($1::uuid[]) id`,
    [ids.slice(i, i + 1000)],
  )
const [, made] = await timed(fleet)
const [, noop] = await timed(fleet)
say(`  tables made in ${made.toFixed(1)} s; a run with nothing to do takes ${noop.toFixed(2)} s`)
const rowId = newId()
for (const id of ids)
  await admin.query(
    `insert into "${schemaOf(id)}".account (id, slug, name, type, status) select case when n = 1 then $1::uuid else gen_random_uuid() end, 'a' || n, 'Account ' || n, 'agency', 'active' from generate_series(1, 20) n`,
    [rowId],
  )
await admin.query('checkpoint')

const config = loadConfig({
  ...process.env,
  DATABASE_URL: at(process.env['DATABASE_URL'] ?? ''),
  DATABASE_ADMIN_URL: at(adminUrl),
  LOG_LEVEL: 'silent',
  DATABASE_POOL: String(POOL),
  DATABASE_VIEWS: '20000',
})
const kernel = openKernel({ config, service: 'bench', registry, clientFactory, sealed, modulesUrl })
const { main } = kernel.shards
const schemas = ids.map(schemaOf)
const schema = (n: number): string => schemas[n % count] as string
const heap = (): number => {
  global.gc?.()
  return process.memoryUsage().heapUsed
}

const plain = new pg.Pool({ connectionString: config.DATABASE_URL, max: POOL })
let tenant = ''
const limits = { lanes: POOL, perTenant: POOL, queuePerTenant: 10_000, queue: 10_000, patienceMs: 60_000 }
const affine = openLanes({ connectionString: config.DATABASE_URL }, limits, () => tenant)
const strangers = openLanes({ connectionString: config.DATABASE_URL }, limits, () => String(Math.random()))
const one = (n: number) => ({
  text: `select id, slug, name, type, status, city, country, website, about, created_at, updated_at, version from "${schema(n)}".account where id = $1`,
  values: [rowId],
})
const many = (n: number) => ({
  text: `select id, slug, name, type, status, city, country, website, about, created_at, updated_at, version from "${schema(n)}".account where status = $1 order by name limit 20`,
  values: ['active'],
})
const on = (lanes: typeof affine, query: pg.QueryConfig, n: number): Promise<unknown> => {
  tenant = schema(n)
  return lanes.query(query)
}

// every view once, to see what one costs
await main.view(schema(0)).account.count()
const before = heap()
const [, firstTouch] = await timed(async () => {
  for (const s of schemas) main.view(s)
})
const perView = count > 1 ? (heap() - before) / 1024 / count : 0
const single = await sideBySide(rounds, {
  plain: () => load(CLIENTS, seconds, (n) => plain.query(one(n))),
  'lanes, any': () => load(CLIENTS, seconds, (n) => on(strangers, one(n), n)),
  'lanes, own': () => load(CLIENTS, seconds, (n) => on(affine, one(n), n)),
  'data layer': () => load(CLIENTS, seconds, (n) => main.view(schema(n)).account.findFirst({ where: { id: rowId } })),
})
const list = await sideBySide(rounds, {
  plain: () => load(CLIENTS, seconds, (n) => plain.query(many(n))),
  'lanes, own': () => load(CLIENTS, seconds, (n) => on(affine, many(n), n)),
  'data layer': () => load(CLIENTS, seconds, (n) => main.view(schema(n)).account.findMany({ where: { status: 'active' }, orderBy: { name: 'asc' }, take: 20 })),
})
const heapPerTenant = count > 1 ? (heap() - before) / 1024 / count : 0
const ratio = (results: Record<string, Measured>, way: string): number => (results[way]?.perSecond ?? 0) / (results['plain']?.perSecond ?? 1)
for (const [what, results] of [
  ['one row', single],
  ['list of 20', list],
] as const) {
  say(`  ${what}`)
  for (const [way, m] of Object.entries(results)) say(`    ${way.padEnd(12)} ${shown(m)}  ${ratio(results, way).toFixed(2)} of plain`)
}
const connections = main.lanes.state.connections + main.pool.totalCount
const rss = process.memoryUsage().rss / 1024 / 1024
say(
  `  ${heapPerTenant.toFixed(1)} KB of heap per tenant (${perView.toFixed(1)} KB for its view alone), ${Math.round(rss)} MB resident, ${connections} connections; views made in ${firstTouch.toFixed(2)} s`,
)

/** A quiet tenant asks for something small while others ask for slow things, all at once. */
async function flood(noisy: number, each: number, slow: (n: number) => Promise<unknown>, quiet: () => Promise<unknown>): Promise<Measured> {
  let going = true
  const floods = Array.from({ length: noisy * each }, async (_, i) => {
    while (going) await slow(i % noisy).catch(() => new Promise((r) => setTimeout(r, 20)))
  })
  const measured = await load(1, seconds, quiet)
  going = false
  await Promise.all(floods)
  return measured
}
const floods: Record<string, Record<string, Measured>> = {}
if (count >= 100) {
  const victim = schemas[count - 1] as string
  const sleep = `select pg_sleep(${SLOW_MS / 1000})::text`
  const gated = {
    slow: (n: number) => raw(main.view(schema(n))).$queryRawUnsafe(sleep),
    quiet: () => main.view(victim).account.findFirst({ where: { id: rowId } }),
  }
  const free = { slow: () => plain.query(sleep), quiet: () => plain.query({ text: `select id from "${victim}".account where id = $1`, values: [rowId] }) }
  for (const [noisy, each] of [
    [1, 200],
    [20, 10],
  ] as const) {
    const results = await sideBySide(rounds, {
      'without bound': () => flood(noisy, each, free.slow, free.quiet),
      'with bound': () => flood(noisy, each, gated.slow, gated.quiet),
    })
    floods[`${noisy} x ${each}`] = results
    say(`  ${noisy} tenants with ${each} requests of ${SLOW_MS} ms each at once; a quiet one meanwhile`)
    for (const [way, m] of Object.entries(results)) say(`    ${way.padEnd(14)} p50 ${m.p50.toFixed(1)}  p99 ${m.p99.toFixed(1)} ms`)
  }
}

// a new column everywhere, as a release brings it
const [, altered] = await timed(async () => {
  const todo = [...schemas]
  await Promise.all(
    [0, 1].map(async () => {
      for (let s = todo.shift(); s; s = todo.shift()) await admin.query(`set lock_timeout = '2s'; alter table "${s}".account add column bench_note text`)
    }),
  )
})
say(`  one more column in every tenant: ${altered.toFixed(1)} s`)
writeFileSync(file, JSON.stringify({ tenants: count, single, list, heapPerTenant, perView, rss, connections, made, noop, altered, floods }))
await Promise.all([affine.end(), strangers.end(), plain.end(), admin.end(), kernel.close()])
