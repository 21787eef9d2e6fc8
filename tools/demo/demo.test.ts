import { describe, expect, it } from 'vitest'
import { templateOf } from '../../modules/templates/templates.catalogue.ts'
import { accounts } from './accounts.ts'
import { buildActivity } from './activity.ts'
import { buildUsers } from './people.ts'
import { pictureOf, renderPicture } from './pictures.ts'
import { buildProfiles } from './profiles.ts'
import { schemas } from './schemas.ts'
import type { TenantSlug } from './types.ts'

const INDUSTRIES = { fashion: 'fashion', kids: 'kids', paws: 'pets' } as const
const FIRM = ['confirmed', 'completed', 'no_show']

describe.each(['2026-11-20T09:00:00Z', '2027-03-20T09:00:00Z', '2027-07-01T09:00:00Z'])('demo data of %s', (day) => {
  const now = new Date(day)
  const profiles = buildProfiles(now)
  const users = buildUsers(now)
  const activity = buildActivity(now)
  const isProfile = (tenant: TenantSlug, slug: string): boolean => profiles.some((p) => p.tenant === tenant && p.slug === slug)
  const isAccount = (tenant: TenantSlug, slug: string): boolean => accounts.some((a) => a.tenant === tenant && a.slug === slug)
  const isUser = (tenant: TenantSlug, email: string): boolean => users.some((u) => u.tenant === tenant && u.email === email)

  it('is the same each time it is built', () => {
    expect(buildActivity(now)).toEqual(activity)
  })

  it('fills every schema with values that the schema allows', () => {
    const problems: string[] = []
    for (const profile of profiles) {
      const schema = schemas.find((s) => s.tenant === profile.tenant && s.key === profile.schema)
      const fields = schema?.sections.flatMap((s) => s.fields) ?? []
      for (const key of Object.keys(profile.data)) {
        if (!fields.some((f) => f.key === key)) problems.push(`${profile.slug}: ${key} is not in the schema`)
      }
      for (const field of fields) {
        const value = profile.data[field.key]
        if (value === undefined && field.required) problems.push(`${profile.slug}: ${field.key} is missing`)
        if (typeof value === 'number' && (value < (field.min ?? -Infinity) || value > (field.max ?? Infinity)))
          problems.push(`${profile.slug}: ${field.key} is ${value}`)
        for (const chosen of field.options && value !== undefined ? [value].flat() : [])
          if (!field.options!.some((o) => o.value === chosen)) problems.push(`${profile.slug}: ${field.key} has no option ${chosen}`)
      }
      const categories = templateOf(INDUSTRIES[profile.tenant], '1.0.0')?.definition.categories?.map((c) => c.value) ?? []
      for (const category of profile.categories) if (!categories.includes(category)) problems.push(category)
    }
    expect(problems).toEqual([])
  })

  it('refers only to accounts, people and profiles of the same tenant', () => {
    const missing: string[] = []
    const need = (found: boolean, what: string): void => void (found || missing.push(what))
    for (const p of profiles) for (const a of [p.account, p.agency ?? p.account]) need(isAccount(p.tenant, a), `${p.slug} ${a}`)
    for (const u of users) {
      for (const m of u.memberships) need(!m.account || isAccount(u.tenant, m.account), `${u.email} ${m.account}`)
      for (const slug of u.profiles ?? []) need(isProfile(u.tenant, slug), `${u.email} ${slug}`)
    }
    for (const a of activity.applications) need(isUser(a.tenant, a.submittedBy) && isProfile(a.tenant, a.profile), a.submittedBy)
    for (const b of activity.bookings) need(isProfile(b.tenant, b.profile) && (!b.client || isAccount(b.tenant, b.client)), b.key)
    for (const c of activity.conversations) need(c.participants.every((e) => isUser(c.tenant, e)) && (!c.profile || isProfile(c.tenant, c.profile)), c.subject)
    for (const s of activity.shortlists) need(isUser(s.tenant, s.owner) && isAccount(s.tenant, s.account), s.name)
    for (const s of activity.shortlists) for (const slug of s.profiles) need(isProfile(s.tenant, slug), slug)
    expect(missing).toEqual([])
  })

  it('lets the client of the child marketplace see the children: checked, and with a casting that stays open for weeks', () => {
    const client = users.find((u) => u.tenant === 'kids' && u.persona === 'client')
    const account = client?.memberships[0]?.account
    expect(accounts.find((a) => a.tenant === 'kids' && a.slug === account)?.verified).toBe(true)
    const inThreeWeeks = new Date(now.getTime() + 21 * 86_400_000).toISOString()
    expect(activity.castings.some((c) => c.tenant === 'kids' && c.client === account && c.status === 'published' && c.deadline > inThreeWeeks)).toBe(true)
  })

  it('writes no surname of a minor, neither in a name nor in an address', () => {
    for (const p of profiles.filter((x) => x.isMinor)) expect(`${p.displayName} ${p.slug}`).toMatch(/^[\p{L}-]+ \p{L}\. [a-z-]+-[a-z]$/u)
  })

  it('never gives a minor a login and keeps addresses and slugs unique per tenant', () => {
    const minors = profiles.filter((p) => p.isMinor)
    const responsible = users.filter((u) => minors.some((m) => m.tenant === u.tenant && u.profiles?.includes(m.slug)))
    expect(responsible.filter((u) => !u.memberships.some((m) => m.role === 'guardian'))).toEqual([])
    expect(new Set(users.map((u) => `${u.tenant} ${u.email}`)).size).toBe(users.length)
    expect(new Set(profiles.map((p) => `${p.tenant} ${p.slug}`)).size).toBe(profiles.length)
    expect(new Set(accounts.map((a) => `${a.tenant} ${a.slug}`)).size).toBe(accounts.length)
  })

  it('never books a talent twice at the same time', () => {
    const firm = activity.bookings.filter((b) => FIRM.includes(b.status) || b.kind === 'bookout')
    const clashes = firm.flatMap((a, i) =>
      firm
        .slice(i + 1)
        .filter((b) => a.tenant === b.tenant && a.profile === b.profile && a.start < b.end && b.start < a.end)
        .map((b) => `${a.key} ${b.key}`),
    )
    expect(clashes).toEqual([])
    expect(activity.bookings.every((b) => b.start < b.end)).toBe(true)
  })

  it('keeps messages in order, in the past, and three to twelve per conversation', () => {
    for (const c of activity.conversations) {
      const times = c.messages.map((m) => m.at)
      expect(times).toEqual([...new Set(times)].sort())
      expect(times.at(-1)! < now.toISOString()).toBe(true)
      expect(c.messages.every((m) => c.participants.includes(m.from))).toBe(true)
      expect(c.messages.length).toBeGreaterThanOrEqual(3)
      expect(c.messages.length).toBeLessThanOrEqual(12)
    }
  })
})

describe('artwork', () => {
  const [person, ...rest] = buildProfiles(new Date('2026-11-20T09:00:00Z'))
  const animal = rest.find((p) => p.art.kind === 'pet')!

  it('draws the same picture for the same profile', () => {
    expect(pictureOf(person!, 0)).toBe(pictureOf(person!, 0))
    expect(pictureOf(person!, 0)).not.toBe(pictureOf(person!, 1))
  })

  it('renders people and animals at 960 by 1280', async () => {
    for (const profile of [person!, animal]) {
      expect(await renderPicture(pictureOf(profile, 0))).toMatchObject({ width: 960, height: 1280 })
    }
  })
})
