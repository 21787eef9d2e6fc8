import { accountRows } from '@itellico/contracts/accounts'
import { bookingRows } from '@itellico/contracts/bookings'
import type { ExportJob } from '@itellico/contracts/exports'
import { fieldsOf } from '@itellico/contracts/model-schema'
import { currentDefinition, profileRows, type ProfileRow } from '@itellico/contracts/profiles'
import type { Ctx } from '@itellico/kernel/context'
import { ask } from '@itellico/kernel/operations'
import type { Cell } from './exports.policy.ts'

const PAGE = 500

/** What an export holds: the names of its columns, and its rows page by page. */
export interface Dataset {
  readonly columns: readonly string[]
  pages(): AsyncGenerator<readonly (readonly Cell[])[]>
}

/** How the value of each column is read from a row. */
type Columns<Row> = Readonly<Record<string, (row: Row) => Cell>>

function define<Row extends { id: string }>(read: (after: string | null) => Promise<readonly Row[]>, columns: Columns<Row>): Dataset {
  const readers = Object.values(columns)
  return {
    columns: Object.keys(columns),
    async *pages() {
      for (let after: string | null = null; ;) {
        const rows: readonly Row[] = await read(after)
        if (rows.length > 0) yield rows.map((row) => readers.map((cell) => cell(row)))
        if (rows.length < PAGE) return
        after = rows.at(-1)?.id ?? null
      }
    },
  }
}

function bookings(ctx: Ctx, accountId: string | null): Dataset {
  return define((after) => ask(ctx, bookingRows, { accountId, after, limit: PAGE }), {
    id: (r) => r.id,
    status: (r) => r.status,
    rank: (r) => r.rank,
    talent: (r) => r.talent,
    client: (r) => r.client,
    agency: (r) => r.agency,
    title: (r) => r.title,
    location: (r) => r.location,
    startsAt: (r) => r.startsAt,
    endsAt: (r) => r.endsAt,
    timezone: (r) => r.timezone,
    feeMinor: (r) => r.feeMinor,
    currency: (r) => r.currency,
  })
}

function accounts(ctx: Ctx): Dataset {
  return define((after) => ask(ctx, accountRows, { after, limit: PAGE }), {
    id: (r) => r.id,
    name: (r) => r.name,
    slug: (r) => r.slug,
    type: (r) => r.type,
    status: (r) => r.status,
    city: (r) => r.city,
    country: (r) => r.country,
    website: (r) => r.website,
    memberCount: (r) => r.memberCount,
    createdAt: (r) => r.createdAt,
  })
}

/** Profiles have a column for each field. An account sees all of its own; the marketplace no private ones and no birthdays. */
async function profiles(ctx: Ctx, accountId: string | null): Promise<Dataset> {
  const { definition } = await ask(ctx, currentDefinition, {})
  const fields = fieldsOf(definition).filter((f) => !f.deprecated && (accountId !== null || f.privacy !== 'private'))
  const birthday: Columns<ProfileRow> = accountId === null ? {} : { dateOfBirth: (r) => r.dateOfBirth }
  return define<ProfileRow>((after) => ask(ctx, profileRows, { accountId, after, limit: PAGE }), {
    id: (r) => r.id,
    slug: (r) => r.slug,
    displayName: (r) => r.displayName,
    status: (r) => r.status,
    account: (r) => r.account,
    city: (r) => r.city,
    country: (r) => r.country,
    categories: (r) => r.categories,
    isMinor: (r) => r.isMinor,
    ...birthday,
    bio: (r) => r.bio,
    createdAt: (r) => r.createdAt,
    updatedAt: (r) => r.updatedAt,
    ...Object.fromEntries(fields.map((f) => [`values.${f.key}`, ({ values }: ProfileRow) => (Object.hasOwn(values, f.key) ? (values[f.key] ?? null) : null)])),
  })
}

/** The rows and columns of an export: those of one account, or of the marketplace when it is null. */
export async function openDataset(ctx: Ctx, dataset: ExportJob['dataset'], accountId: string | null): Promise<Dataset> {
  if (dataset === 'bookings') return bookings(ctx, accountId)
  if (dataset === 'profiles') return profiles(ctx, accountId)
  // accounts are of the marketplace as a whole; an account never gets those of others
  if (accountId !== null) throw new Error('an account has no export of accounts')
  return accounts(ctx)
}
