import { raw, type Database } from '@itellico/kernel/db'
import type { Person, PersonalBinding } from '@itellico/kernel/personal'
import '../database.ts'

const BATCH = 500

/** Ids of messages to an address that name no person; addresses are kept sealed, so they are looked through one by one. */
async function mailTo(db: Database, email: string): Promise<string[]> {
  const found: string[] = []
  for (let after: string | null = null; ;) {
    const rows: { id: string; recipient: string }[] = await db.mailDelivery.findMany({
      where: { userId: null, ...(after && { id: { gt: after } }) },
      select: { id: true, recipient: true },
      orderBy: { id: 'asc' },
      take: BATCH,
    })
    found.push(...rows.filter((r) => r.recipient.trim().toLowerCase() === email.trim().toLowerCase()).map((r) => r.id))
    if (rows.length < BATCH) return found
    after = rows.at(-1)?.id ?? null
  }
}

/** What a person was told, in the product and by mail, and what others were told of what they did. */
export const personalOfNotification: PersonalBinding = {
  tables: ['notification', 'mail_delivery'],
  collect: async ({ db }, { userId }) => ({
    notifications: await db.notification.findMany({ where: { userId }, orderBy: { id: 'asc' } }),
    mails: await db.mailDelivery.findMany({ where: { userId }, omit: { data: true }, orderBy: { id: 'asc' } }),
  }),
  erase: ({ db }, person) => erase(db, person),
}

async function erase(db: Database, { userId, email, profileIds }: Person): Promise<void> {
  await db.notification.deleteMany({ where: { userId } })
  await raw(db).$executeRawUnsafe(
    `delete from "__tenant__"."notification" n using "__tenant__"."event" e
     where n.dedupe_key = 'event:' || e.id::text and (e.actor_id = $1::uuid or e.payload->>'profileId' = any($2::text[]))`,
    userId,
    [...profileIds],
  )
  await db.mailDelivery.deleteMany({ where: { OR: [{ userId }, { id: { in: email ? await mailTo(db, email) : [] } }] } })
}
