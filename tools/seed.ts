import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { loadConfig } from '../packages/kernel/src/config.ts'
import { openKernel, systemContext, type Kernel } from '../packages/kernel/src/kernel.ts'
import { provisionSchema } from '../packages/kernel/src/migrate.ts'
import { schemaOf } from '../packages/kernel/src/realms.ts'
import { ask } from '../packages/kernel/src/operations.ts'
import { installTemplate } from '../packages/contracts/src/templates.ts'
import type { Industry } from '../packages/contracts/src/tenants.ts'
import { hashPassword } from '../modules/auth/auth.password.ts'
import { clientFactory, sealed } from '../modules/database.ts'
import { modules, modulesUrl, registry } from '../modules/registry.ts'
import { measure, saveStats } from '../modules/tenants/tenants.repository.ts'
import { buildUsers, DEMO_PASSWORD, platformStaff } from './demo/people.ts'
import type { TenantSlug } from './demo/types.ts'
import { seedCalendar } from './seed/calendar.ts'
import { idOf } from './seed/ids.ts'
import { seedMarket } from './seed/market.ts'
import { seedPeople } from './seed/people.ts'
import { seedAllPictures, seedIndex, seedProfiles } from './seed/profiles.ts'
import { seedTalk } from './seed/talk.ts'
import { buildWorld, demoTenants } from './seed/world.ts'

// Fills the demo tenants. A tenant that is complete is left alone; one that was cut short is made anew.
const INDUSTRIES: Readonly<Record<TenantSlug, Industry>> = { fashion: 'fashion', kids: 'kids', paws: 'pets' }
const LOCALES: Readonly<Record<TenantSlug, string[]>> = { fashion: ['en', 'de'], kids: ['en', 'de'], paws: ['en'] }
const now = process.env['DEMO_NOW'] ? new Date(process.env['DEMO_NOW']) : new Date(`${new Date().toISOString().slice(0, 10)}T09:00:00.000Z`)
const started = Date.now()
const say = (text: string): void => void process.stdout.write(`${((Date.now() - started) / 1000).toFixed(1).padStart(5)} s  ${text}\n`)

async function seedTenant(kernel: Kernel, slug: TenantSlug, passwordHash: string): Promise<void> {
  const platform = systemContext(kernel, kernel.realms.platform)
  const existing = await platform.db.tenant.findUnique({ where: { slug } })
  if (existing && existing.status !== 'provisioning') return say(`${slug} is there`)
  const demo = demoTenants.find((t) => t.slug === slug)
  if (!demo) throw new Error(`there is no demo tenant ${slug}`)
  const id = idOf('2025-01-01T00:00:00Z', 'tenant', slug)
  const adminUrl = kernel.config.DATABASE_ADMIN_URL ?? kernel.config.DATABASE_URL
  if (existing) await dropSchema(kernel, adminUrl, schemaOf(id))
  else {
    await platform.db.tenant.create({
      data: {
        id,
        slug,
        name: demo.name,
        tagline: demo.tagline.en,
        about: demo.about.en,
        industry: INDUSTRIES[slug],
        status: 'provisioning',
        theme: demo.theme,
        locales: LOCALES[slug],
        currency: demo.currency,
        timezone: demo.timezone,
        unitSystem: demo.units,
        plan: 'business',
        settings: { bookoutPolicy: 'warn', optionHours: 72 },
      },
    })
  }
  await provisionSchema(adminUrl, id, modules, modulesUrl)
  await platform.db.tenant.update({ where: { id }, data: { schemaName: schemaOf(id) } })
  kernel.realms.forget()
  const realm = await kernel.realms.byId(id)
  if (!realm) throw new Error(`${slug} cannot be found`)
  const world = buildWorld(systemContext(kernel, realm, 'demo'), slug, now)
  // two were made with the first versions, so that there is something to upgrade to
  await ask(world.ctx, installTemplate, { key: INDUSTRIES[slug], version: slug === 'kids' ? null : '1.0.0' })
  await seedPeople(world, passwordHash)
  await seedProfiles(world)
  await seedMarket(world)
  await seedCalendar(world)
  await seedTalk(world)
  say(`${slug}: ${world.users.length} people, ${world.profiles.length} profiles, ${world.activity.bookings.length} calendar entries`)
  let pictures = 0
  await seedAllPictures(world, (n) => {
    pictures += n
  })
  await seedIndex(world)
  // rows were written past the counters
  await kernel.registry.schedules.find((s) => s.name === 'usage.recount')?.fn(world.ctx)
  await saveStats(platform.db, id, await measure(world.ctx.db), new Date())
  await platform.db.tenant.update({ where: { id }, data: { status: slug === 'kids' ? 'trial' : 'active' } })
  say(`${slug}: ${pictures} pictures drawn`)
}

async function dropSchema(kernel: Kernel, adminUrl: string, schema: string): Promise<void> {
  const { default: pg } = await import('pg')
  const client = new pg.Client({ connectionString: adminUrl })
  await client.connect()
  await client.query(`drop schema if exists "${schema}" cascade`)
  await client.end()
  kernel.realms.forget()
}

async function seedStaff(kernel: Kernel, passwordHash: string): Promise<void> {
  const { db } = systemContext(kernel, kernel.realms.platform)
  const ring = await kernel.keyrings.of(kernel.realms.platform.id)
  for (const s of platformStaff) {
    const id = idOf('2025-01-01T00:00:00Z', 'staff', s.email)
    await db.user.createMany({
      data: [
        {
          id,
          email: s.email,
          emailIndex: ring.index(s.email),
          passwordHash,
          firstName: s.firstName,
          lastName: s.lastName,
          locale: 'en',
          timezone: 'UTC',
          status: 'active',
          emailVerifiedAt: now,
        },
      ],
      skipDuplicates: true,
    })
    await db.userRole.createMany({ data: [{ userId: id, role: s.role }], skipDuplicates: true })
  }
}

function writeLogins(domain: string, dataDir: string): void {
  const personas = buildUsers(now)
    .filter((u) => u.persona)
    .map((u) => ({ tenant: u.tenant, host: `${u.tenant}.${domain}`, persona: u.persona, email: u.email, password: DEMO_PASSWORD }))
  const staff = platformStaff.map((s) => ({
    tenant: 'platform',
    host: domain,
    persona: s.role === 'super_admin' ? 'operator' : 'support',
    email: s.email,
    password: DEMO_PASSWORD,
  }))
  mkdirSync(dataDir, { recursive: true })
  writeFileSync(join(dataDir, 'demo-logins.json'), `${JSON.stringify([...personas, ...staff], null, 2)}\n`)
}

const config = loadConfig()
const kernel = openKernel({ config, service: 'seed', registry, clientFactory, sealed, modulesUrl })
try {
  const passwordHash = await hashPassword(DEMO_PASSWORD)
  await seedStaff(kernel, passwordHash)
  for (const slug of ['fashion', 'kids', 'paws'] as const) await seedTenant(kernel, slug, passwordHash)
  writeLogins(config.PLATFORM_DOMAIN, process.env['DATA_DIR'] ?? '.data')
  say('demo data is ready')
} finally {
  await kernel.close()
}
