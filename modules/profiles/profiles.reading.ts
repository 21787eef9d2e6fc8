import { accountNames, accountStanding } from '@itellico/contracts/accounts'
import { hasOpenListing } from '@itellico/contracts/listings'
import { profileMedia } from '@itellico/contracts/media'
import type { FieldValues } from '@itellico/contracts/model-schema'
import { minorVisibility } from '@itellico/contracts/policies'
import type * as contract from '@itellico/contracts/profiles'
import type { Ctx } from '@itellico/kernel/context'
import { ask } from '@itellico/kernel/operations'
import { found, userOf } from '../actor.ts'
import { ageOn } from '../time.ts'
import { maskedName, maskedPlace, maskedText } from './profiles.masking.ts'
import { openDefinition, openValues, visibility, type Audience } from './profiles.policy.ts'
import * as repository from './profiles.repository.ts'
import { current } from './profiles.schemas.ts'

type Row = NonNullable<Awaited<ReturnType<typeof repository.find>>>

/** What somebody may see beyond the public pages: a client sees minors once it is verified and looks for somebody. */
export async function readerOf(ctx: Ctx, scope: 'account' | 'tenant'): Promise<contract.Reader> {
  if (scope === 'tenant') return { userId: null, accountId: null, members: true, minors: true, access: null }
  const { userId, account } = userOf(ctx)
  if (!account) return { userId, accountId: null, members: false, minors: false, access: null }
  const { accountId } = account
  const standing = await ask(ctx, accountStanding, { id: accountId })
  const access = standing?.type === 'client' ? { verified: standing.verified, openCasting: await ask(ctx, hasOpenListing, { accountId }) } : null
  const reader = access ? ('client' as const) : ('member' as const)
  const refused = minorVisibility.decide({ minor: true, reader, verified: access?.verified ?? false, openListing: access?.openCasting ?? false })
  return { userId, accountId, members: true, minors: refused === null, access }
}

/** What others than the house read of a profile's head; minors are masked. */
function headOf(row: Row): Pick<contract.PublicProfile, 'id' | 'slug' | 'displayName' | 'city' | 'country' | 'bio' | 'categories'> {
  const { id, slug, displayName, city, country, bio, categories } = row
  if (!row.isMinor) return { id, slug, displayName, city, country, bio, categories }
  return { id, slug, displayName: maskedName(displayName), city: maskedPlace(city), country, bio: bio && maskedText(bio, displayName), categories }
}

async function shownTo(ctx: Ctx, row: Row, to: Audience): Promise<contract.PublicProfile> {
  const { definition } = await current(ctx)
  const [media, accounts] = await Promise.all([
    ask(ctx, profileMedia, { profileIds: [row.id], publicOnly: true, coversOnly: false, signed: visibility(row) !== 'public' }),
    ask(ctx, accountNames, { ids: [row.accountId] }),
  ])
  const agency = accounts.find((a) => a.type === 'agency')
  return {
    ...headOf(row),
    status: 'active',
    cover: media.find((m) => m.isCover) ?? media[0] ?? null,
    media,
    values: openValues(definition, row.values as FieldValues, to, row.isMinor),
    schema: openDefinition(definition, to, row.isMinor),
    agency: agency ? { id: agency.id, name: agency.name, slug: agency.slug } : null,
  }
}

/** The page of an adult that everybody may see. Whatever else there is answers as if it did not exist. */
export async function getPublic(ctx: Ctx, slug: string): Promise<contract.PublicProfile> {
  const row = await repository.find(ctx.db, { slug })
  return shownTo(ctx, found(row && visibility(row) === 'public' ? row : null), 'public')
}

/** A published profile for somebody who is signed in. What they may not see answers as if it did not exist. */
export async function getForReader(ctx: Ctx, slug: string, scope: 'account' | 'tenant'): Promise<contract.MemberProfile> {
  const [any] = await repository.findVisible(ctx.db, await readerOf(ctx, scope), { slug })
  const row = found(any)
  return {
    ...(await shownTo(ctx, row, 'members')),
    visibility: visibility(row) === 'public' ? 'public' : 'members',
    isMinor: row.isMinor,
    age: row.isMinor && row.dateOfBirth ? ageOn(row.dateOfBirth, ctx.now()) : null,
  }
}

/** A profile as the search index keeps it. */
export async function documentOf(ctx: Ctx, id: string) {
  const row = await repository.find(ctx.db, { id })
  if (!row) return null
  const { definition } = await current(ctx)
  const values = row.values as FieldValues
  return {
    ...headOf(row),
    publicValues: openValues(definition, values, 'public', row.isMinor),
    memberValues: openValues(definition, values, 'members', row.isMinor),
    definition,
    visible: visibility(row),
    isMinor: row.isMinor,
    accountId: row.accountId,
    managingUserId: row.managingUserId,
    updatedAt: row.updatedAt.toISOString(),
  }
}
