import { accountNames } from '@itellico/contracts/accounts'
import type * as contract from '@itellico/contracts/applications'
import { listingRefs } from '@itellico/contracts/listings'
import { profileMedia } from '@itellico/contracts/media'
import { profileRefs } from '@itellico/contracts/profiles'
import type { Ctx } from '@itellico/kernel/context'
import { ask } from '@itellico/kernel/operations'
import type * as repository from './applications.repository.ts'

/** An application as it is kept. */
export type Row = NonNullable<Awaited<ReturnType<typeof repository.find>>>

const unique = (ids: readonly string[]): string[] => [...new Set(ids)]

/** Applications as one side sees them: the note belongs to the client, private pictures to the talent. */
export async function toApplications(ctx: Ctx, rows: readonly Row[], side: 'talent' | 'client'): Promise<contract.Application[]> {
  if (rows.length === 0) return []
  const profileIds = unique(rows.map((r) => r.profileId))
  const [castings, talents, media] = await Promise.all([
    ask(ctx, listingRefs, { ids: unique(rows.map((r) => r.listingId)) }),
    ask(ctx, profileRefs, { ids: profileIds }),
    ask(ctx, profileMedia, { profileIds, publicOnly: false, coversOnly: true }),
  ])
  const castingOf = new Map(castings.map((l) => [l.id, l]))
  const talentOf = new Map(talents.map((p) => [p.id, p]))
  const coverOf = new Map(media.filter((m) => side === 'talent' || m.visibility === 'public').map((m) => [m.profileId, m]))
  const accountFor = (r: Row): string => r.submittedAccountId ?? talentOf.get(r.profileId)?.accountId ?? ''
  const accounts = new Map((await ask(ctx, accountNames, { ids: unique(rows.map(accountFor).filter(Boolean)) })).map((a) => [a.id, a]))
  return rows.flatMap((r) => {
    const casting = castingOf.get(r.listingId)
    const talent = talentOf.get(r.profileId)
    if (!casting || !talent) return []
    const account = accounts.get(accountFor(r))
    return [
      {
        id: r.id,
        status: r.status as contract.ApplicationStatus,
        source: r.source as contract.Application['source'],
        message: r.message,
        listing: { id: casting.id, slug: casting.slug, title: casting.title },
        role: { id: r.roleId, name: casting.roles.find((role) => role.id === r.roleId)?.name ?? '' },
        profile: { id: talent.id, slug: talent.slug, displayName: talent.displayName, city: talent.city, cover: coverOf.get(talent.id) ?? null },
        agencyName: account?.type === 'agency' ? account.name : null,
        note: side === 'client' ? r.note : null,
        createdAt: r.createdAt.toISOString(),
        updatedAt: r.updatedAt.toISOString(),
        version: r.version,
      },
    ]
  })
}
