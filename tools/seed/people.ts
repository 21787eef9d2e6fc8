import { normaliseEmail } from '../../modules/auth/auth.policy.ts'
import type { World } from './world.ts'

const ACCOUNT_TYPES: Readonly<Record<string, string>> = {
  agency: 'agency',
  client: 'client',
  guardian: 'guardian',
  individual: 'individual',
  professional: 'individual',
  vendor: 'client',
}
const CHECKED_DAYS_AGO = 240
const TENANT_ROLES: Readonly<Record<string, string>> = { tenant_admin: 'tenant_admin', tenant_moderator: 'tenant_manager', tenant_finance: 'tenant_manager' }

/** Writes accounts, people, memberships and roles of a tenant. */
export async function seedPeople(world: World, passwordHash: string): Promise<void> {
  const { db } = world.ctx
  const typeOf = (slug: string): string => ACCOUNT_TYPES[world.accounts.find((a) => a.slug === slug)?.type ?? 'client'] ?? 'client'
  await db.account.createMany({
    data: world.accounts.map((a) => ({
      id: world.accountId(a.slug),
      slug: a.slug,
      name: a.name,
      type: typeOf(a.slug),
      status: 'active',
      city: a.city,
      country: a.country,
      about: a.about,
      verifiedAt: a.verified ? new Date(world.now.getTime() - CHECKED_DAYS_AGO * 86_400_000) : null,
    })),
  })
  const ring = await world.ctx.kernel.keyrings.of(world.ctx.realm.id)
  await db.user.createMany({
    data: world.users.map((u) => ({
      id: world.userId(u.email),
      email: u.email,
      emailIndex: ring.index(normaliseEmail(u.email)),
      passwordHash,
      firstName: u.firstName,
      lastName: u.lastName,
      locale: u.locale,
      timezone: world.ctx.realm.timezone,
      status: 'active',
      emailVerifiedAt: world.now,
    })),
  })
  const members = new Map<string, { accountId: string; userId: string; role: string }>()
  for (const u of world.users) {
    for (const m of u.memberships) {
      if (!m.account || m.role === 'user') continue
      const client = typeOf(m.account) === 'client'
      const role = client ? (m.role === 'account_owner' ? 'client_owner' : 'client_booker') : m.role === 'client_booker' ? 'account_booker' : m.role
      const key = `${m.account}/${u.email}`
      // of two roles in one account the stronger one counts
      if (members.get(key)?.role.endsWith('owner')) continue
      members.set(key, { accountId: world.accountId(m.account), userId: world.userId(u.email), role })
    }
  }
  await db.accountMember.createMany({ data: [...members.values()] })
  const roles = world.users.flatMap((u) =>
    u.memberships.flatMap((m) =>
      !m.account && TENANT_ROLES[m.role]
        ? [{ userId: world.userId(u.email), role: TENANT_ROLES[m.role] as string, expiresAt: m.expiresAt ? new Date(m.expiresAt) : null }]
        : [],
    ),
  )
  await db.userRole.createMany({ data: roles, skipDuplicates: true })
}
