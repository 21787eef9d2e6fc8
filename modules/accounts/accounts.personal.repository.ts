import type { Database } from '@itellico/kernel/db'
import { pseudonym } from '@itellico/kernel/personal'
import '../database.ts'

const same = (a: string, b: string): boolean => a.trim().toLowerCase() === b.trim().toLowerCase()
const BATCH = 500

/** Ids of invitations to an address, which is kept sealed: they are looked through one by one. */
async function invitationsTo(db: Database, email: string): Promise<string[]> {
  const found: string[] = []
  for (let after: string | null = null; ;) {
    const rows: { id: string; email: string }[] = await db.invitation.findMany({
      where: { ...(after && { id: { gt: after } }) },
      select: { id: true, email: true },
      orderBy: { id: 'asc' },
      take: BATCH,
    })
    found.push(...rows.filter((r) => same(r.email, email)).map((r) => r.id))
    if (rows.length < BATCH) return found
    after = rows.at(-1)?.id ?? null
  }
}

/** Accounts that a person is in, and invitations to their address. */
export async function collect(db: Database, userId: string, email: string | null) {
  const ids = email ? await invitationsTo(db, email) : []
  return {
    memberships: await db.accountMember.findMany({ where: { userId }, include: { account: true } }),
    invitations: await db.invitation.findMany({ where: { id: { in: ids } }, omit: { tokenHash: true } }),
  }
}

/** Takes a person out of all accounts, closes those that nobody else is in, and forgets invitations to their address. */
export async function erase(db: Database, person: { userId: string; email: string | null; accountIds: readonly string[] }): Promise<void> {
  const ids = person.email ? await invitationsTo(db, person.email) : []
  await db.invitation.deleteMany({ where: { OR: [{ id: { in: ids } }, { accountId: { in: [...person.accountIds] } }] } })
  await db.accountMember.deleteMany({ where: { userId: person.userId } })
  for (const id of person.accountIds)
    await db.account.updateMany({
      where: { id },
      data: {
        name: pseudonym('Erased account', id),
        slug: `erased-${id.slice(-12)}`,
        city: null,
        country: null,
        website: null,
        about: null,
        status: 'suspended',
        version: { increment: 1 },
      },
    })
}
