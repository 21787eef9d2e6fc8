import { accountMemberIds } from '@itellico/contracts/accounts'
import { applicationChanged, applicationFacts } from '@itellico/contracts/applications'
import { passwordChanged, userRecords } from '@itellico/contracts/auth'
import { bookingFacts, bookingStatusChanged, holdPromoted } from '@itellico/contracts/bookings'
import { domainChanged, PROOF_GRACE_DAYS } from '@itellico/contracts/domains'
import { exportCompleted } from '@itellico/contracts/exports'
import { messageFacts, messageSent } from '@itellico/contracts/messaging'
import { erasureRequested, personExportReady } from '@itellico/contracts/privacy'
import { profileRefs } from '@itellico/contracts/profiles'
import { usageThreshold } from '@itellico/contracts/usage'
import { inTx, type Ctx } from '@itellico/kernel/context'
import { systemContext, webUrl } from '@itellico/kernel/kernel'
import { on, type HandlerBinding } from '@itellico/kernel/module'
import { ask } from '@itellico/kernel/operations'
import { notify, queueMail } from './notification.service.ts'
import {
  applicationText,
  bookingText,
  domainText,
  exportText,
  leavingText,
  messageText,
  personExportText,
  promotedText,
  usageText,
} from './notification.words.ts'

async function membersOf(ctx: Ctx, accountId: string | null): Promise<string[]> {
  return accountId ? (await ask(ctx, accountMemberIds, { accountIds: [accountId] })).map((m) => m.userId) : []
}

/** Who is told of what. */
export const notices: HandlerBinding[] = [
  on(bookingStatusChanged, 'notification.booking', async (tx, { id, payload }) => {
    const facts = await ask(tx, bookingFacts, { id: payload.bookingId })
    if (!facts) return
    const [talent] = await ask(tx, profileRefs, { ids: [facts.profileId] })
    const [agency, client] = await Promise.all([membersOf(tx, facts.agencyAccountId), membersOf(tx, facts.clientAccountId)])
    // a talent hears of an option once the agency has placed it, not of every request
    const talentUser = talent?.managingUserId && !['requested', 'declined'].includes(payload.to) ? [talent.managingUserId] : []
    const readers = [
      ...agency.map((userId) => ({ userId, link: `/desk/bookings/${facts.id}` })),
      ...client.map((userId) => ({ userId, link: `/client/bookings/${facts.id}` })),
      ...talentUser.map((userId) => ({ userId, link: '/me/bookings' })),
    ].filter((r) => r.userId !== payload.byUserId)
    await notify(tx, {
      kind: 'booking',
      key: `event:${id}`,
      text: (language) => bookingText(language, talent?.displayName ?? '', payload.to, facts, payload.reason),
      mail: ['requested', 'confirmed', 'cancelled', 'held', 'declined'].includes(payload.to),
      readers,
    })
  }),
  on(holdPromoted, 'notification.promoted', async (tx, { id, payload }) => {
    const facts = await ask(tx, bookingFacts, { id: payload.bookingId })
    const [talent] = await ask(tx, profileRefs, { ids: [payload.profileId] })
    if (!facts || !talent || facts.status !== 'held') return
    const [agency, client] = await Promise.all([membersOf(tx, facts.agencyAccountId), membersOf(tx, facts.clientAccountId)])
    await notify(tx, {
      kind: 'booking',
      key: `event:${id}`,
      text: (language) => promotedText(language, talent.displayName, payload.rank, facts),
      mail: payload.rank === 1,
      readers: [
        ...agency.map((userId) => ({ userId, link: `/desk/bookings/${facts.id}` })),
        ...client.map((userId) => ({ userId, link: `/client/bookings/${facts.id}` })),
      ],
    })
  }),
  on(applicationChanged, 'notification.application', async (tx, { id, payload, actorId }) => {
    const facts = await ask(tx, applicationFacts, { id: payload.applicationId })
    const [talent] = await ask(tx, profileRefs, { ids: [payload.profileId] })
    if (!facts || !talent || payload.to === 'viewed') return
    const forClient = ['submitted', 'withdrawn'].includes(payload.to)
    const readers = forClient
      ? (await membersOf(tx, payload.listingAccountId)).map((userId) => ({ userId, link: `/client/castings/${payload.listingId}` }))
      : [
          ...(talent.managingUserId ? [{ userId: talent.managingUserId, link: '/me/applications' }] : []),
          ...(await membersOf(tx, talent.accountId)).map((userId) => ({ userId, link: `/desk/roster/${talent.id}` })),
        ]
    await notify(tx, {
      kind: 'application',
      key: `event:${id}`,
      text: (language) => applicationText(language, talent.displayName, payload.to, facts.listingTitle, facts.roleName),
      mail: payload.to === 'offered' || payload.to === 'submitted',
      readers: readers.filter((r) => r.userId !== actorId),
    })
  }),
  on(messageSent, 'notification.message', async (tx, { id, payload }) => {
    const facts = await ask(tx, messageFacts, { messageId: payload.messageId })
    if (!facts) return
    await notify(tx, {
      kind: 'message',
      key: `event:${id}`,
      text: (language) => messageText(language, facts.authorName, facts.excerpt),
      mail: false,
      readers: facts.readerIds.map((userId) => ({ userId, link: `/messages?c=${facts.conversationId}` })),
    })
  }),
  on(exportCompleted, 'notification.export', async (tx, { id, payload }) => {
    await notify(tx, {
      kind: 'export',
      key: `event:${id}`,
      text: (language) => exportText(language, payload.rowCount),
      mail: true,
      readers: [{ userId: payload.requestedBy, link: payload.accountId ? '/desk/exports' : '/admin/exports' }],
    })
  }),
  on(personExportReady, 'notification.person-export', async (tx, { id, payload }) => {
    const own = payload.requestedBy === payload.userId
    await notify(tx, {
      kind: 'export',
      key: `event:${id}`,
      text: (language) => personExportText(language, own),
      mail: own,
      readers: [{ userId: payload.requestedBy, link: own ? '/settings#privacy' : '/admin/users' }],
    })
  }),
  on(erasureRequested, 'notification.leaving', async (tx, { id, payload }) => {
    await notify(tx, {
      kind: 'account',
      key: `event:${id}`,
      text: (language) => leavingText(language, new Date(payload.dueAt)),
      mail: true,
      readers: [{ userId: payload.userId, link: '/login' }],
    })
  }),
  on(usageThreshold, 'notification.usage', async (tx, { id, payload }) => {
    await notify(tx, {
      kind: 'usage',
      key: `event:${id}`,
      text: (language) => usageText(language, payload.key, payload.percent),
      mail: true,
      readers: (await ask(tx, userRecords, { role: 'tenant_admin' })).map((u) => ({ userId: u.id, link: '/admin/usage' })),
    })
  }),
  on(domainChanged, 'notification.domain', async (tx, { id, payload }) => {
    const { state, host } = payload
    if (state !== 'missing' && state !== 'deactivated') return
    const realm = await tx.kernel.realms.byId(payload.tenantId)
    if (!realm) return
    // told in the platform's stream, read by people of the tenant
    await inTx(systemContext(tx.kernel, realm, tx.requestId), async (inner) => {
      const admins = await ask(inner, userRecords, { role: 'tenant_admin', limit: 50 })
      await notify(inner, {
        kind: 'domain',
        key: `event:${id}`,
        text: (language) => domainText(language, host, state, new Date(Date.parse(payload.at) + PROOF_GRACE_DAYS * 86_400_000)),
        mail: true,
        readers: admins.map((a) => ({ userId: a.id, link: '/admin/domains' })),
      })
    })
  }),
  on(passwordChanged, 'notification.password-changed', async (tx, { payload }) => {
    const [user] = await ask(tx, userRecords, { ids: [payload.userId] })
    if (user)
      await queueMail(tx, {
        template: 'password-changed',
        to: user.email,
        userId: user.id,
        locale: user.locale,
        data: { firstName: user.firstName, link: webUrl(tx.kernel.config, tx.realm, '/forgot-password') },
      })
  }),
]
