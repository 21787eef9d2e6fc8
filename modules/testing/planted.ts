import type { RouteContract } from '@itellico/contracts/kit'
import { newId } from '@itellico/kernel/ids'
import { systemContext } from '@itellico/kernel/kernel'
import { storageKey } from '@itellico/kernel/storage'
import '../database.ts'
import type { TestTenant } from './harness.ts'

/** One of everything that a tenant can hold, each with a marker in its texts. */
export interface Planted {
  readonly marker: string
  readonly ids: readonly string[]
  /** Id of a planted thing by its kind, or null. */
  idOf(kind: string): string | null
  /** Path parameters of a route that name a planted thing; null when nothing fits. */
  params(contract: RouteContract): Record<string, string> | null
}

/** Plants one of everything in a tenant. */
export async function plantEverything(tenant: TestTenant): Promise<Planted> {
  const { db } = tenant.ctx
  const marker = `marker-${newId()}`
  const owner = await tenant.party('agency')
  const client = await tenant.party('client')
  const profile = await tenant.profile(owner.accountId, { displayName: marker, managingUserId: owner.id, city: marker })
  const now = new Date()
  const later = new Date(now.getTime() + 86_400_000)
  const ids = {
    media: newId(),
    listing: newId(),
    role: newId(),
    application: newId(),
    booking: newId(),
    bookout: newId(),
    shortlist: newId(),
    conversation: newId(),
    message: newId(),
    notification: newId(),
    invitation: newId(),
    export: newId(),
    personExport: newId(),
    erasure: newId(),
    isolationCheck: newId(),
    domain: newId(),
    page: newId(),
    passkey: newId(),
    apiKey: newId(),
    scimGroup: newId(),
    rememberedDevice: newId(),
    customRole: newId(),
    grant: newId(),
    ssoConnection: newId(),
    ssoDomain: newId(),
    ssoIdentity: newId(),
  }
  await db.media.create({
    data: {
      id: ids.media,
      profileId: profile.id,
      status: 'ready',
      mimeType: 'image/png',
      fileName: 'a.png',
      sizeBytes: 1n,
      visibility: 'public',
      position: 0,
      caption: marker,
    },
  })
  await tenant.ctx.kernel.storage.write(storageKey(tenant.id, 'media', ids.media, 'large.webp'), Buffer.from(marker))
  await db.listing.create({
    data: { id: ids.listing, slug: marker, accountId: client.accountId, title: marker, description: marker, status: 'published', publishedAt: now },
  })
  await db.castingRole.create({ data: { id: ids.role, listingId: ids.listing, position: 0, name: marker, description: marker, quantity: 1 } })
  await db.application.create({
    data: {
      id: ids.application,
      listingId: ids.listing,
      listingAccountId: client.accountId,
      roleId: ids.role,
      profileId: profile.id,
      source: 'direct',
      submittedBy: owner.id,
      message: marker,
      status: 'submitted',
    },
  })
  await db.booking.create({
    data: {
      id: ids.booking,
      profileId: profile.id,
      accountId: owner.accountId,
      clientAccountId: client.accountId,
      clientName: marker,
      status: 'held',
      rank: 1,
      title: marker,
      startsAt: now,
      endsAt: later,
      timezone: 'Europe/Vienna',
    },
  })
  await db.bookout.create({ data: { id: ids.bookout, profileId: profile.id, startsAt: now, endsAt: later, timezone: 'Europe/Vienna', reason: marker } })
  await db.shortlist.create({ data: { id: ids.shortlist, accountId: client.accountId, name: marker } })
  await db.shortlistItem.create({ data: { shortlistId: ids.shortlist, profileId: profile.id } })
  await db.conversation.create({ data: { id: ids.conversation, subject: marker, threadKey: marker } })
  await db.conversationParty.create({ data: { conversationId: ids.conversation, partyId: owner.id, kind: 'user', side: 'agency' } })
  await db.message.create({ data: { id: ids.message, conversationId: ids.conversation, authorId: owner.id, body: marker, sentAt: now } })
  await db.notification.create({ data: { id: ids.notification, userId: owner.id, kind: 'booking', title: marker, body: marker, dedupeKey: marker } })
  await db.invitation.create({
    data: { id: ids.invitation, accountId: owner.accountId, email: `${marker}@people.example`, role: 'account_booker', tokenHash: marker, expiresAt: later },
  })
  await db.exportJob.create({
    data: { id: ids.export, accountId: owner.accountId, dataset: 'profiles', format: 'csv', status: 'ready', requestedBy: owner.id, expiresAt: later },
  })
  await db.personExport.create({ data: { id: ids.personExport, userId: owner.id, status: 'ready', requestedBy: owner.id, expiresAt: later } })
  await db.personErasure.create({ data: { id: ids.erasure, userId: owner.id, status: 'called_off', reason: marker, dueAt: later } })
  await db.isolationCheck.create({ data: { id: ids.isolationCheck, status: 'failed', version: marker, requestedBy: owner.id } })
  // what is published is for everybody, so that a sandbox keeps it: it is known by its id alone
  const pageSlug = `page-${ids.page}`
  await db.legalPage.create({
    data: {
      id: ids.page,
      slug: pageSlug,
      kind: 'free',
      draft: { en: { title: marker, body: marker } },
      published: { en: { title: 'Page', body: 'Text' } },
      publishedAt: now,
    },
  })
  await db.brand.create({ data: { senderName: marker, replyTo: `${marker}@people.example` } })
  const platform = systemContext(tenant.ctx.kernel, tenant.ctx.kernel.realms.platform)
  await platform.db.tenantDomain.create({ data: { id: ids.domain, tenantId: tenant.id, host: `${marker}.example`, token: marker } })
  await db.passkey.create({
    data: {
      id: ids.passkey,
      userId: owner.id,
      credentialId: marker,
      publicKey: marker,
      signCount: 0,
      rpId: tenant.host,
      transports: ['internal'],
      synced: false,
      name: marker,
    },
  })
  await db.apiKey.create({
    data: {
      id: ids.apiKey,
      userId: owner.id,
      accountId: owner.accountId,
      name: marker,
      publicId: marker,
      secretHash: '00'.repeat(32),
      scopes: ['account.profiles.read'],
      createdAt: now,
      expiresAt: later,
    },
  })
  await db.scimGroup.create({ data: { id: ids.scimGroup, displayName: marker, nameKey: marker, createdAt: now, updatedAt: now } })
  await db.scimMember.create({ data: { groupId: ids.scimGroup, userId: owner.id } })
  await db.rememberedDevice.create({ data: { id: ids.rememberedDevice, userId: owner.id, userAgent: marker, ip: '192.0.2.1', expiresAt: later } })
  const roleKey = `custom_${ids.customRole.replaceAll('-', '_')}`
  await db.customRole.create({ data: { id: ids.customRole, key: roleKey, name: marker, description: marker, scope: 'account', allow: [], deny: [] } })
  await db.accessGrant.create({ data: { id: ids.grant, userId: client.id, effect: 'deny', pattern: 'user.messages.send', reason: marker } })
  await db.ssoConnection.create({
    data: { id: ids.ssoConnection, kind: 'github', name: marker, enabled: false, issuer: 'https://github.com', clientId: marker, clientSecret: marker },
  })
  await db.ssoDomain.create({ data: { id: ids.ssoDomain, connectionId: ids.ssoConnection, domain: `${marker}.example`, token: marker } })
  await db.ssoIdentity.create({ data: { id: ids.ssoIdentity, connectionId: ids.ssoConnection, userId: owner.id, subjectHash: marker, email: marker } })
  const session = await db.session.findFirst({ where: { userId: owner.id } })

  const idIn = (path: string): string | null => {
    const kinds: readonly (readonly [RegExp, string])[] = [
      [/\/grants\/\{id\}/, ids.grant],
      [/\/sso\/connections\/\{id\}/, ids.ssoConnection],
      [/\/sso\/domains\/\{id\}/, ids.ssoDomain],
      [/\/sso\/identities\/\{id\}/, ids.ssoIdentity],
      [/\/sessions\/\{id\}/, session?.id ?? ''],
      [/\/api-keys\/\{id\}/, ids.apiKey],
      [/\/passkeys\/\{id\}/, ids.passkey],
      [/\/remembered-devices\/\{id\}/, ids.rememberedDevice],
      [/\/media\/\{id\}/, ids.media],
      [/\/bookouts\/\{id\}/, ids.bookout],
      [/\/(?:bookings|option-requests)\/\{id\}/, ids.booking],
      [/\/profiles\/\{id\}/, profile.id],
      [/\/listings\/\{id\}/, ids.listing],
      [/\/applications\/\{id\}/, ids.application],
      [/\/shortlists\/\{id\}/, ids.shortlist],
      [/\/conversations\/\{id\}/, ids.conversation],
      [/\/invitations\/\{id\}/, ids.invitation],
      [/\/privacy\/exports\/\{id\}/, ids.personExport],
      [/\/exports\/\{id\}/, ids.export],
      [/\/isolation-checks\/\{id\}/, ids.isolationCheck],
      [/\/legal-pages\/\{id\}/, ids.page],
      [/\/domains\/\{id\}/, ids.domain],
      [/\/accounts\/\{id\}/, owner.accountId],
      [/\/(?:scim\/Groups|directory-groups)\/\{id\}/, ids.scimGroup],
      [/\/(?:users|members|scim\/Users)\/\{id\}/, owner.id],
    ]
    return kinds.find(([pattern]) => pattern.test(path))?.[1] ?? null
  }
  return {
    marker,
    ids: [...Object.values(ids), profile.id, owner.accountId, client.accountId, owner.id, client.id],
    idOf: (kind) => (ids as Record<string, string>)[kind] ?? null,
    params(contract) {
      const names = [...contract.path.matchAll(/\{(\w+)\}/g)].map((m) => m[1] as string)
      const values: Record<string, string | null> = {
        id: idIn(contract.path),
        key: roleKey,
        profileId: profile.id,
        variant: 'large',
        token: marker,
        slug: contract.path.includes('/listings/') ? marker : contract.path.includes('/legal-pages/') ? pageSlug : profile.slug,
      }
      const entries = names.map((n) => [n, values[n] ?? null] as const)
      return names.length === 0 || entries.some(([, v]) => v === null) ? null : (Object.fromEntries(entries) as Record<string, string>)
    },
  }
}
