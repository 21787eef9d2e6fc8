import { profileMedia, type MediaItem } from '@itellico/contracts/media'
import type * as contract from '@itellico/contracts/packages'
import { profileRefs, visibleProfiles, type ProfileRef } from '@itellico/contracts/profiles'
import type { Ctx } from '@itellico/kernel/context'
import { ask } from '@itellico/kernel/operations'
import * as repository from './packages.repository.ts'

const COVERS = 4
/** Some of the first talents may be hidden or have no picture: look at a few more than are shown. */
const LOOK_AT = 12

interface Talents {
  readonly refs: ReadonlyMap<string, ProfileRef>
  /** Those that are still published and that whoever asks may see. */
  readonly available: ReadonlySet<string>
  /** Cover pictures that members may see, of available talents only. */
  readonly covers: ReadonlyMap<string, MediaItem>
}

async function talentsOf(ctx: Ctx, profileIds: readonly string[]): Promise<Talents> {
  const ids = [...new Set(profileIds)]
  if (ids.length === 0) return { refs: new Map(), available: new Set(), covers: new Map() }
  const [profiles, visible, media] = await Promise.all([
    ask(ctx, profileRefs, { ids }),
    ask(ctx, visibleProfiles, { ids }),
    ask(ctx, profileMedia, { profileIds: ids, publicOnly: false, coversOnly: true }),
  ])
  const available = new Set(visible.map((p) => p.id))
  const covers = media.filter((m) => m.visibility === 'public' && available.has(m.profileId))
  return { refs: new Map(profiles.map((p) => [p.id, p])), available, covers: new Map(covers.map((m) => [m.profileId, m])) }
}

function firstCovers(profileIds: readonly string[], talents: Talents): MediaItem[] {
  return profileIds.flatMap((id) => talents.covers.get(id) ?? []).slice(0, COVERS)
}

type ListRow = Awaited<ReturnType<typeof repository.list>>[number]
type DetailRow = NonNullable<Awaited<ReturnType<typeof repository.find>>>

const base = (r: { id: string; name: string; note: string; updatedAt: Date; version: number }) => ({
  id: r.id,
  name: r.name,
  note: r.note,
  updatedAt: r.updatedAt.toISOString(),
  version: r.version,
})

/** Shortlists for the overview. */
export async function toShortlists(ctx: Ctx, rows: readonly ListRow[]): Promise<contract.Shortlist[]> {
  const items = rows.length
    ? await repository.firstItems(
        ctx.db,
        rows.map((r) => r.id),
        LOOK_AT,
      )
    : []
  const talents = await talentsOf(
    ctx,
    items.map((i) => i.profileId),
  )
  return rows.map((r) => ({
    ...base(r),
    itemCount: r._count.items,
    covers: firstCovers(
      items.filter((i) => i.shortlistId === r.id).map((i) => i.profileId),
      talents,
    ),
  }))
}

/** A shortlist with its talents. Hidden ones keep their place and name, without a picture. */
export async function toDetail(ctx: Ctx, row: DetailRow): Promise<contract.ShortlistDetail> {
  const ids = row.items.map((i) => i.profileId)
  const talents = await talentsOf(ctx, ids)
  const items = row.items.flatMap((i) => {
    const ref = talents.refs.get(i.profileId)
    return ref
      ? [
          {
            profileId: ref.id,
            slug: ref.slug,
            displayName: ref.displayName,
            city: ref.city,
            cover: talents.covers.get(ref.id) ?? null,
            note: i.note,
            addedAt: i.addedAt.toISOString(),
            available: talents.available.has(ref.id),
          },
        ]
      : []
  })
  return { ...base(row), itemCount: row.items.length, covers: firstCovers(ids.slice(0, LOOK_AT), talents), items }
}
