import { raw, type Database } from '@itellico/kernel/db'
import '../database.ts'
import type { Party } from './messaging.policy.ts'

type TimeCursor = { at: Date; id: string } | null

const olderThan = <K extends string>(key: K, after: TimeCursor) =>
  after ? { OR: [{ [key]: { lt: after.at } }, { [key]: after.at, id: { lt: after.id } }] } : {}

/** A conversation that one of the parties takes part in. */
export async function findOf(db: Database, id: string, partyIds: string[]) {
  return db.conversation.findFirst({ where: { id, parties: { some: { partyId: { in: partyIds } } } } })
}

/** A conversation by id, whoever takes part. */
export async function find(db: Database, id: string) {
  return db.conversation.findUnique({ where: { id } })
}

/** Conversations of any of the parties, last message first. */
export async function listOf(db: Database, partyIds: string[], after: TimeCursor, take: number) {
  return db.conversation.findMany({
    where: { parties: { some: { partyId: { in: partyIds } } }, ...olderThan('updatedAt', after) },
    orderBy: [{ updatedAt: 'desc' }, { id: 'desc' }],
    take,
  })
}

/** Opens the conversation with a key, or finds the one there is, also when it is being opened at this moment. Tells whether it is new. */
export async function open(
  db: Database,
  row: { id: string; subject: string; bookingId: string | null; profileId: string | null; threadKey: string; createdAt: Date },
  parties: readonly Party[],
): Promise<{ id: string; isNew: boolean }> {
  const { count } = await db.conversation.createMany({ data: [{ ...row, updatedAt: row.createdAt }], skipDuplicates: true })
  const { id } = await db.conversation.findUniqueOrThrow({ where: { threadKey: row.threadKey }, select: { id: true } })
  if (count === 1) await db.conversationParty.createMany({ data: parties.map((p) => ({ conversationId: id, partyId: p.id, kind: p.kind, side: p.side })) })
  return { id, isNew: count === 1 }
}

/** Reads a conversation and holds it until the transaction ends: messages are written one after the other. */
export async function hold(db: Database, id: string) {
  await raw(db).$queryRawUnsafe('select 1 as locked from "__tenant__"."conversation" where id = $1::uuid for update', id)
  return db.conversation.findUniqueOrThrow({ where: { id } })
}

/** Who takes part in conversations. */
export async function partiesOf(db: Database, conversationIds: string[]) {
  return db.conversationParty.findMany({
    where: { conversationId: { in: conversationIds } },
    orderBy: [{ conversationId: 'asc' }, { side: 'asc' }, { partyId: 'asc' }],
  })
}

/** Writes a message and makes its time that of the conversation. */
export async function insertMessage(
  db: Database,
  row: { id: string; conversationId: string; authorId: string; body: string; clientKey: string | null; sentAt: Date },
) {
  await db.conversation.update({ where: { id: row.conversationId }, data: { updatedAt: row.sentAt } })
  return db.message.create({ data: row })
}

/** The message that a person sent with a key. */
export async function findByClientKey(db: Database, conversationId: string, authorId: string, clientKey: string) {
  return db.message.findFirst({ where: { conversationId, authorId, clientKey } })
}

/** A message with its conversation. */
export async function findMessage(db: Database, id: string) {
  return db.message.findUnique({ where: { id }, include: { conversation: true } })
}

/** Messages of a conversation, newest first. */
export async function listMessages(db: Database, conversationId: string, after: TimeCursor, take: number) {
  return db.message.findMany({ where: { conversationId, ...olderThan('sentAt', after) }, orderBy: [{ sentAt: 'desc' }, { id: 'desc' }], take })
}

/** The newest message of each conversation. */
export async function lastMessages(db: Database, conversationIds: string[]) {
  const ids = await raw(db).$queryRawUnsafe<{ id: string }[]>(
    `select last.id::text as id from unnest($1::uuid[]) as c (id)
     cross join lateral (select m.id from "__tenant__"."message" m where m.conversation_id = c.id order by m.sent_at desc, m.id desc limit 1) last`,
    conversationIds,
  )
  return db.message.findMany({ where: { id: { in: ids.map((r) => r.id) } } })
}

/** How many messages of others a person has not read, by conversation. */
export async function countUnread(db: Database, conversationIds: string[], userId: string): Promise<Map<string, number>> {
  const rows = await raw(db).$queryRawUnsafe<{ id: string; unread: number }[]>(
    `select m.conversation_id::text as id, count(*)::int as unread from "__tenant__"."message" m
     left join "__tenant__"."conversation_reader" r on r.conversation_id = m.conversation_id and r.user_id = $2::uuid
     where m.conversation_id = any($1::uuid[]) and m.author_id <> $2::uuid and m.sent_at > coalesce(r.last_read_at, '-infinity')
     group by m.conversation_id`,
    conversationIds,
    userId,
  )
  return new Map(rows.map((r) => [r.id, r.unread]))
}

/** Notes that a person has read all there is to see now; false when there was nothing new. */
export async function markRead(db: Database, conversationId: string, userId: string): Promise<boolean> {
  const count = await raw(db).$executeRawUnsafe(
    `insert into "__tenant__"."conversation_reader" as r (conversation_id, user_id, last_read_at)
     select $1::uuid, $2::uuid, max(sent_at) from "__tenant__"."message" where conversation_id = $1::uuid having max(sent_at) is not null
     on conflict (conversation_id, user_id) do update set last_read_at = excluded.last_read_at where r.last_read_at < excluded.last_read_at`,
    conversationId,
    userId,
  )
  return count === 1
}

/** Takes all conversations of an account as read by a person who has just joined it. */
export async function markAccountRead(db: Database, accountId: string, userId: string): Promise<void> {
  await raw(db).$executeRawUnsafe(
    `insert into "__tenant__"."conversation_reader" (conversation_id, user_id, last_read_at)
     select c.id, $2::uuid, c.updated_at from "__tenant__"."conversation_party" p join "__tenant__"."conversation" c on c.id = p.conversation_id where p.party_id = $1::uuid
     on conflict (conversation_id, user_id) do nothing`,
    accountId,
    userId,
  )
}
