import { recordAudit } from '@itellico/contracts/audit'
import * as contract from '@itellico/contracts/messaging'
import { inTx, type Ctx, type TxCtx } from '@itellico/kernel/context'
import { emit } from '@itellico/kernel/events'
import { newId } from '@itellico/kernel/ids'
import { ask } from '@itellico/kernel/operations'
import { decodeTimeCursor, toTimePage } from '@itellico/kernel/paging'
import { push } from '@itellico/kernel/realtime'
import { found, userOf } from '../actor.ts'
import { namesOf, participantsOf } from './messaging.people.ts'
import * as policy from './messaging.policy.ts'
import * as repository from './messaging.repository.ts'
import { toConversations, toMessages } from './messaging.view.ts'

/** As whom the person can take part: as themselves, and as a member of the accounts they belong to right now. */
function ownParties(ctx: Ctx): string[] {
  const { userId, accounts } = userOf(ctx)
  return [userId, ...accounts.map((a) => a.accountId)]
}

/** A conversation that the person takes part in; others do not exist. */
async function reach(ctx: Ctx, id: string) {
  return found(await repository.findOf(ctx.db, id, ownParties(ctx)))
}

/** Own conversations, last message first. */
export async function list(ctx: Ctx, query: { cursor?: string; limit?: number }) {
  const limit = query.limit ?? 20
  const rows = await repository.listOf(ctx.db, ownParties(ctx), decodeTimeCursor(query.cursor), limit + 1)
  const { items, page } = toTimePage(rows, limit, (r) => r.updatedAt)
  return { items: await toConversations(ctx, items), page }
}

/** One conversation. */
export async function get(ctx: Ctx, id: string): Promise<contract.Conversation> {
  const [conversation] = await toConversations(ctx, [await reach(ctx, id)])
  return found(conversation)
}

/** Messages of a conversation, newest first. */
export async function listMessages(ctx: Ctx, id: string, query: { cursor?: string; limit?: number }) {
  await reach(ctx, id)
  const limit = query.limit ?? 20
  const rows = await repository.listMessages(ctx.db, id, decodeTimeCursor(query.cursor), limit + 1)
  const { items, page } = toTimePage(rows, limit, (m) => m.sentAt)
  return { items: await toMessages(ctx, items), page }
}

/** Writes a message. The same key of the same person again is the message that is there. */
export async function send(ctx: Ctx, id: string, input: { body: string; clientKey?: string }): Promise<contract.Message> {
  return inTx(ctx, async (tx) => {
    await reach(tx, id)
    const [message] = await toMessages(tx, [await write(tx, id, input.body, input.clientKey || null)])
    return found(message)
  })
}

/** Writes a message into a conversation and tells everybody in it. */
export async function write(tx: TxCtx, conversationId: string, body: string, clientKey: string | null) {
  const { userId } = userOf(tx)
  const conversation = await repository.hold(tx.db, conversationId)
  const known = clientKey && (await repository.findByClientKey(tx.db, conversationId, userId, clientKey))
  if (known) return known
  const message = await repository.insertMessage(tx.db, {
    id: newId(),
    conversationId,
    authorId: userId,
    body: body.trim(),
    clientKey,
    sentAt: policy.sentAfter(conversation.updatedAt, tx.now()),
  })
  await emit(tx, contract.messageSent, `conversation:${conversationId}`, { messageId: message.id, conversationId, authorId: userId })
  await ask(tx, recordAudit, { action: 'messaging.sent', entity: 'conversation', entityId: conversationId })
  push(tx, { users: await userIdsOf(tx, conversationId) }, contract.messageCreated, { conversationId, messageId: message.id, authorId: userId })
  return message
}

async function userIdsOf(ctx: Ctx, conversationId: string): Promise<string[]> {
  return ((await participantsOf(ctx, [conversationId])).get(conversationId) ?? []).map((p) => p.userId)
}

/** Notes that the person has read everything so far. */
export async function markRead(ctx: Ctx, id: string): Promise<void> {
  const { userId } = userOf(ctx)
  await inTx(ctx, async (tx) => {
    await reach(tx, id)
    if (!(await repository.markRead(tx.db, id, userId))) return
    push(tx, { users: await userIdsOf(tx, id) }, contract.conversationRead, { conversationId: id, userId })
  })
}

/** A message with those who should hear of it; null when it does not exist. */
export async function findFacts(ctx: Ctx, messageId: string) {
  const message = await repository.findMessage(ctx.db, messageId)
  if (!message) return null
  const { conversationId, authorId, conversation } = message
  const author = (await namesOf(ctx, [authorId])).get(authorId)
  const readerIds = (await userIdsOf(ctx, conversationId)).filter((id) => id !== authorId)
  return { conversationId, subject: conversation.subject, authorId, authorName: author?.name ?? '', excerpt: policy.excerptOf(message.body), readerIds }
}

/** The others in a conversation; null when the person is not in it. */
export async function findPeers(ctx: Ctx, conversationId: string, userId: string): Promise<string[] | null> {
  const ids = await userIdsOf(ctx, conversationId)
  return ids.includes(userId) ? ids.filter((id) => id !== userId) : null
}

/** Somebody who joins an account finds its old conversations, but not as unread. */
export async function welcome(tx: TxCtx, accountId: string, userId: string): Promise<void> {
  await repository.markAccountRead(tx.db, accountId, userId)
}
