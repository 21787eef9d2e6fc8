import type { Ctx } from '@itellico/kernel/context'
import { accounts as allAccounts } from '../demo/accounts.ts'
import { buildActivity, type DemoActivity } from '../demo/activity.ts'
import { buildUsers } from '../demo/people.ts'
import { buildProfiles } from '../demo/profiles.ts'
import { tenants } from '../demo/tenants.ts'
import type { DemoAccount, DemoProfile, DemoUser, TenantSlug } from '../demo/types.ts'
import { idOf } from './ids.ts'

/** Everything about one demo tenant that its seeding needs. */
export interface World {
  readonly ctx: Ctx
  readonly slug: TenantSlug
  readonly now: Date
  readonly accounts: readonly DemoAccount[]
  readonly users: readonly DemoUser[]
  readonly profiles: readonly DemoProfile[]
  readonly activity: DemoActivity
  accountId(slug: string): string
  userId(email: string): string
  profileId(slug: string): string
  /** The account on whose roster a profile stands: the agency that represents it, else its owner. */
  rosterOf(profile: DemoProfile): string
  nameOf(email: string): string
}

/** The age of the demo's accounts and people, before everything that happens. */
const YEAR = 365 * 86_400_000

/** Gathers the content of a tenant around a reference day. */
export function buildWorld(ctx: Ctx, slug: TenantSlug, now: Date): World {
  const founded = new Date(now.getTime() - YEAR)
  const mine = <T extends { tenant: TenantSlug }>(rows: readonly T[]): T[] => rows.filter((r) => r.tenant === slug)
  const activity = buildActivity(now)
  const users = mine(buildUsers(now))
  const accountId = (s: string): string => idOf(founded, slug, 'account', s)
  return {
    ctx,
    slug,
    now,
    users,
    accounts: mine(allAccounts),
    profiles: mine(buildProfiles(now)),
    activity: {
      castings: mine(activity.castings),
      applications: mine(activity.applications),
      bookings: mine(activity.bookings),
      conversations: mine(activity.conversations),
      shortlists: mine(activity.shortlists),
    },
    accountId,
    userId: (email) => idOf(founded, slug, 'user', email),
    profileId: (s) => idOf(founded, slug, 'profile', s),
    rosterOf: (p) => accountId(p.agency ?? p.account),
    nameOf: (email) => {
      const u = users.find((x) => x.email === email)
      return u ? `${u.firstName} ${u.lastName}` : 'System'
    },
  }
}

/** The demo's tenants. */
export const demoTenants = tenants
