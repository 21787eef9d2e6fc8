import type * as contract from '@itellico/contracts/messaging'
import type { Ctx } from '@itellico/kernel/context'
import { userOf } from '../actor.ts'
import { namesOf, participantsOf } from './messaging.people.ts'
import * as repository from './messaging.repository.ts'

type ConversationRow = NonNullable<Awaited<ReturnType<typeof repository.find>>>
type MessageRow = Awaited<ReturnType<typeof repository.insertMessage>>

/** Messages with the names of their authors. */
export async function toMessages(ctx: Ctx, rows: readonly MessageRow[]): Promise<contract.Message[]> {
  const names = await namesOf(
    ctx,
    rows.map((m) => m.authorId),
  )
  return rows.map((m) => ({
    id: m.id,
    conversationId: m.conversationId,
    authorId: m.authorId,
    authorName: names.get(m.authorId)?.name ?? '',
    body: m.erasedAt ? '' : m.body,
    ...(m.erasedAt && { erased: true }),
    sentAt: m.sentAt.toISOString(),
    clientKey: m.clientKey,
  }))
}

/** Conversations as the signed-in person sees them. */
export async function toConversations(ctx: Ctx, rows: readonly ConversationRow[]): Promise<contract.Conversation[]> {
  if (rows.length === 0) return []
  const ids = rows.map((r) => r.id)
  const participants = await participantsOf(ctx, ids)
  const last = new Map((await toMessages(ctx, await repository.lastMessages(ctx.db, ids))).map((m) => [m.conversationId, m]))
  const unread = await repository.countUnread(ctx.db, ids, userOf(ctx).userId)
  return rows.map((r) => ({
    id: r.id,
    subject: r.subject,
    bookingId: r.bookingId,
    participants: participants.get(r.id) ?? [],
    lastMessage: last.get(r.id) ?? null,
    unread: unread.get(r.id) ?? 0,
    updatedAt: r.updatedAt.toISOString(),
  }))
}
