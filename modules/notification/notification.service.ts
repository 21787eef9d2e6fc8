import { userRecords } from '@itellico/contracts/auth'
import { mailIdentity } from '@itellico/contracts/branding'
import * as contract from '@itellico/contracts/notification'
import { inTx, type Ctx, type TxCtx } from '@itellico/kernel/context'
import { enqueue } from '@itellico/kernel/events'
import { newId } from '@itellico/kernel/ids'
import { webUrl } from '@itellico/kernel/kernel'
import type { JobRun } from '@itellico/kernel/module'
import { ask } from '@itellico/kernel/operations'
import { decodeIdCursor, toPage } from '@itellico/kernel/paging'
import { push } from '@itellico/kernel/realtime'
import { userOf } from '../actor.ts'
import { deliverMail } from './notification.jobs.ts'
import * as repository from './notification.repository.ts'
import { layOut, renderText } from './notification.templates.ts'
import { languageOf, type Language, type NoticeText } from './notification.words.ts'

/** Something people should know. `key` makes a repeat harmless. */
export interface Notice {
  readonly kind: string
  readonly key: string
  readonly text: (language: Language) => NoticeText
  readonly mail: boolean
  /** Whom to tell, and where each of them looks. */
  readonly readers: readonly { readonly userId: string; readonly link: string | null }[]
}

/** Writes a notice for its readers, each in their language, pushes it to their browsers and mails it where wanted. */
export async function notify(tx: TxCtx, notice: Notice): Promise<void> {
  const links = new Map(notice.readers.map((r) => [r.userId, r.link]))
  if (links.size === 0) return
  const users = new Map((await ask(tx, userRecords, { ids: [...links.keys()] })).filter((u) => u.status === 'active').map((u) => [u.id, u]))
  const createdAt = tx.now()
  const wanted = [...users.values()].map((u) => ({
    id: newId(),
    userId: u.id,
    kind: notice.kind,
    ...notice.text(languageOf(u.locale)),
    link: links.get(u.id) ?? null,
    dedupeKey: notice.key,
    createdAt,
  }))
  for (const row of await repository.insert(tx.db, wanted)) {
    push(tx, { users: [row.userId] }, contract.notificationCreated, { id: row.id, title: row.title, link: row.link })
    const user = users.get(row.userId)
    if (!notice.mail || !user?.emailVerified) continue
    await queueMail(tx, {
      template: 'notice',
      to: user.email,
      userId: user.id,
      locale: user.locale,
      data: { firstName: user.firstName, title: row.title, body: row.body, link: row.link ? webUrl(tx.kernel.config, tx.realm, row.link) : '' },
    })
  }
}

/** Queues a message by e-mail in the transaction. */
export async function queueMail(
  ctx: Ctx,
  mail: { template: string; to: string; userId: string | null; locale: string; data: Record<string, string> },
): Promise<void> {
  await inTx(ctx, async (tx) => {
    const id = newId()
    await repository.insertMail(tx.db, { id, template: mail.template, userId: mail.userId, recipient: mail.to, data: { ...mail.data, locale: mail.locale } })
    await enqueue(tx, deliverMail, { mailId: id }, { key: id })
  })
}

/** Sends a queued message. Its id is in the Message-ID, so that a repeat after a crash can be recognised. */
export async function deliver(ctx: Ctx, mailId: string, run: JobRun): Promise<void> {
  const mail = await repository.findMail(ctx.db, mailId)
  if (!mail || mail.status === 'sent') return
  await repository.markSending(ctx.db, mailId)
  const { locale = 'en', ...data } = mail.data as Record<string, string>
  const text = renderText(mail.template, locale, data, ctx.realm.name)
  const brand = ctx.realm.kind === 'tenant' ? await ask(ctx, mailIdentity, {}) : null
  try {
    await ctx.kernel.mailer.send({
      to: mail.recipient,
      fromName: brand?.senderName ?? ctx.realm.name,
      fromAddress: brand?.senderAddress ?? null,
      replyTo: brand?.replyTo ?? null,
      subject: text.subject,
      ...layOut(text, ctx.realm.name, brand),
      messageId: `${mailId}.${ctx.realm.id}`,
    })
  } catch (e) {
    if (run.lastAttempt) await repository.markFailed(ctx.db, mailId)
    throw e
  }
  await repository.markSent(ctx.db, mailId, ctx.now())
}

/** Own notifications, newest first, with how many are unread. */
export async function list(ctx: Ctx, query: { unread?: boolean; cursor?: string; limit?: number }) {
  const { userId } = userOf(ctx)
  const limit = query.limit ?? 20
  const [rows, unread] = await Promise.all([
    repository.list(ctx.db, userId, query.unread ?? false, decodeIdCursor(query.cursor), limit + 1),
    repository.countUnread(ctx.db, userId),
  ])
  const page = toPage(rows, limit, (n): contract.Notification => ({
    id: n.id,
    kind: n.kind,
    title: n.title,
    body: n.body,
    link: n.link,
    readAt: n.readAt?.toISOString() ?? null,
    createdAt: n.createdAt.toISOString(),
  }))
  return { ...page, unread }
}

/** Marks own notifications as read, all without ids. */
export async function markRead(ctx: Ctx, ids: string[] | undefined): Promise<void> {
  await repository.markRead(ctx.db, userOf(ctx).userId, ids ?? null, ctx.now())
}
