import { idOf } from './ids.ts'
import type { World } from './world.ts'

const LISTING: Readonly<Record<string, string>> = {
  draft: 'draft',
  pending_review: 'draft',
  published: 'published',
  paused: 'closed',
  closed: 'closed',
  filled: 'filled',
  completed: 'filled',
  cancelled: 'cancelled',
}
const APPLICATION: Readonly<Record<string, string | undefined>> = {
  submitted: 'submitted',
  viewed: 'viewed',
  shortlisted: 'shortlisted',
  callback_scheduled: 'shortlisted',
  offered: 'offered',
  accepted: 'offered',
  rejected: 'rejected',
  withdrawn: 'withdrawn',
}

/** Writes castings with roles, the applications to them, and the clients' shortlists. */
export async function seedMarket(world: World): Promise<void> {
  const { db } = world.ctx
  const { castings, applications, shortlists } = world.activity
  const createdOf = (c: (typeof castings)[number]): Date => new Date(c.publishedAt ?? world.now.getTime() - 3 * 86_400_000)
  const listingId = (slug: string): string => idOf(createdOf(castings.find((c) => c.slug === slug) as (typeof castings)[number]), world.slug, 'listing', slug)
  const roleId = (casting: string, key: string): string => idOf(world.now, world.slug, 'role', casting, key)
  await db.listing.createMany({
    data: castings.map((c) => ({
      id: listingId(c.slug),
      slug: c.slug,
      accountId: world.accountId(c.client),
      title: c.title,
      description: c.description,
      status: LISTING[c.status] ?? 'draft',
      location: c.location,
      startsOn: new Date(c.shootStart.slice(0, 10)),
      endsOn: new Date(c.shootEnd.slice(0, 10)),
      deadline: new Date(c.deadline),
      usage: c.usage,
      publishedAt: c.publishedAt ? new Date(c.publishedAt) : null,
      createdAt: createdOf(c),
    })),
  })
  await db.castingRole.createMany({
    data: castings.flatMap((c) =>
      c.roles.map((r, position) => ({
        id: roleId(c.slug, r.key),
        listingId: listingId(c.slug),
        position,
        name: r.title,
        description: r.brief,
        quantity: r.quantity,
        feeMinor: BigInt(r.feeMinor),
        currency: c.currency,
      })),
    ),
  })
  await db.application.createMany({
    data: applications.flatMap((a) => {
      const status = APPLICATION[a.status]
      const casting = castings.find((c) => c.slug === a.casting)
      const profile = world.profiles.find((p) => p.slug === a.profile)
      if (!status || !casting || !profile) return []
      const at = new Date(a.createdAt)
      return [
        {
          id: idOf(at, world.slug, 'application', a.casting, a.role, a.profile),
          listingId: listingId(a.casting),
          listingAccountId: world.accountId(casting.client),
          roleId: roleId(a.casting, a.role),
          profileId: world.profileId(a.profile),
          source: a.source,
          submittedBy: world.userId(a.submittedBy),
          submittedAccountId: a.source === 'agency' ? world.rosterOf(profile) : null,
          message: a.message,
          status,
          createdAt: at,
          updatedAt: at,
        },
      ]
    }),
    skipDuplicates: true,
  })
  for (const s of shortlists) {
    const id = idOf(world.now, world.slug, 'shortlist', s.account, s.name)
    await db.shortlist.create({ data: { id, accountId: world.accountId(s.account), name: s.name, note: s.note, createdBy: world.userId(s.owner) } })
    await db.shortlistItem.createMany({
      data: s.profiles
        .filter((slug) => world.profiles.some((p) => p.slug === slug))
        .map((slug, i) => ({
          shortlistId: id,
          profileId: world.profileId(slug),
          addedBy: world.userId(s.owner),
          addedAt: new Date(world.now.getTime() - (s.profiles.length - i) * 3_600_000),
        })),
      skipDuplicates: true,
    })
  }
}
