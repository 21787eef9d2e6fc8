import { accountNames } from '@itellico/contracts/accounts'
import { profileMedia, type MediaItem } from '@itellico/contracts/media'
import { completeness, fieldsOf, localText, type Definition, type Field, type FieldValues } from '@itellico/contracts/model-schema'
import type * as contract from '@itellico/contracts/profiles'
import type { Ctx } from '@itellico/kernel/context'
import { ask } from '@itellico/kernel/operations'
import { isOfHouse } from '../actor.ts'
import { dateOnly } from '../time.ts'
import { maskedName, maskedPlace } from './profiles.masking.ts'
import { sharedValues, visibility } from './profiles.policy.ts'
import * as repository from './profiles.repository.ts'
import { current } from './profiles.schemas.ts'

type Row = NonNullable<Awaited<ReturnType<typeof repository.find>>>

/** Cover pictures by profile id. */
export async function coversOf(ctx: Ctx, ids: string[], publicOnly: boolean): Promise<Map<string, MediaItem>> {
  const items = ids.length ? await ask(ctx, profileMedia, { profileIds: ids, publicOnly, coversOnly: true }) : []
  return new Map(items.map((m) => [m.profileId, m]))
}

const base = (r: Row, cover: MediaItem | undefined) => ({
  id: r.id,
  slug: r.slug,
  displayName: r.displayName,
  status: r.status as contract.ProfileStatus,
  city: r.city,
  country: r.country,
  bio: r.bio,
  categories: r.categories,
  cover: cover ?? null,
})

/** A profile for other modules. Whoever is not of its house reads of a minor neither surname nor exact place. */
export function toRef(ctx: Ctx, row: Row): contract.ProfileRef {
  const masked = row.isMinor && !isOfHouse(ctx, row)
  return {
    id: row.id,
    slug: row.slug,
    displayName: masked ? maskedName(row.displayName) : row.displayName,
    accountId: row.accountId,
    managingUserId: row.managingUserId,
    status: row.status as contract.ProfileStatus,
    isMinor: row.isMinor,
    visible: visibility(row),
    city: masked ? maskedPlace(row.city) : row.city,
  }
}

/** A profile as its owner or agency sees it. */
export async function toProfiles(ctx: Ctx, rows: Row[], definition: Definition): Promise<contract.Profile[]> {
  const covers = await coversOf(
    ctx,
    rows.map((r) => r.id),
    false,
  )
  const names = new Map((await ask(ctx, accountNames, { ids: [...new Set(rows.map((r) => r.accountId))] })).map((a) => [a.id, a.name]))
  return rows.map((r) => ({
    ...base(r, covers.get(r.id)),
    visibility: r.isMinor ? 'members' : (r.visibility as contract.Visibility),
    values: r.values as FieldValues,
    isMinor: r.isMinor,
    dateOfBirth: dateOnly(r.dateOfBirth),
    completeness: completeness(definition, r.values as FieldValues),
    accountId: r.accountId,
    accountName: names.get(r.accountId) ?? '',
    managingUserId: r.managingUserId,
    schemaVersion: r.schemaVersion,
    updatedAt: r.updatedAt.toISOString(),
    version: r.version,
  }))
}

/** Profiles as rows of the roster. */
export async function toSummaries(ctx: Ctx, rows: Row[], definition: Definition, wanted?: string): Promise<contract.ProfileSummary[]> {
  const covers = await coversOf(
    ctx,
    rows.map((r) => r.id),
    false,
  )
  const locale = wanted ?? ctx.realm.locales[0] ?? 'en'
  const fields = fieldsOf(definition).filter((f) => f.highlight && !f.deprecated)
  return rows.map((r) => ({
    ...base(r, covers.get(r.id)),
    isMinor: r.isMinor,
    completeness: completeness(definition, r.values as FieldValues),
    updatedAt: r.updatedAt.toISOString(),
    highlights: fields.flatMap((f) => {
      const value = valueText(f, (r.values as FieldValues)[f.key], locale)
      return value === null ? [] : [{ key: f.key, label: localText(f.label, locale), value }]
    }),
  }))
}

/** A value in words, in canonical units; null when there is none. */
export function valueText(field: Field, value: FieldValues[string] | undefined, locale: string): string | null {
  if (value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0)) return null
  const choice = (v: unknown): string => {
    const option = field.options?.find((o) => o.value === v)
    return option ? localText(option.label, locale) : String(v)
  }
  if (Array.isArray(value)) return value.map(choice).join(', ')
  if (field.type === 'select') return choice(value)
  if (field.type === 'measurement') return field.unit === 'cm' || field.unit === 'kg' ? `${String(value)} ${field.unit}` : String(value)
  return String(value)
}

/** Profiles as rows of an export; without private values and birthdays when they are not of one account alone. */
export async function listRows(ctx: Ctx, accountId: string | null, after: string | null, limit: number): Promise<contract.ProfileRow[]> {
  const rows = await repository.pageById(ctx.db, accountId, after, limit)
  const { definition } = await current(ctx)
  const names = new Map((await ask(ctx, accountNames, { ids: [...new Set(rows.map((r) => r.accountId))] })).map((a) => [a.id, a.name]))
  return rows.map((r) => ({
    id: r.id,
    slug: r.slug,
    displayName: r.displayName,
    status: r.status as contract.ProfileStatus,
    account: names.get(r.accountId) ?? '',
    city: r.city ?? '',
    country: r.country ?? '',
    categories: r.categories,
    isMinor: r.isMinor,
    dateOfBirth: accountId ? dateOnly(r.dateOfBirth) : null,
    bio: r.bio ?? '',
    createdAt: r.createdAt.toISOString(),
    updatedAt: r.updatedAt.toISOString(),
    values: accountId ? (r.values as FieldValues) : sharedValues(definition, r.values as FieldValues),
  }))
}
