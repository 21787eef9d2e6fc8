import { createHash } from 'node:crypto'
import { login } from '@itellico/contracts/auth'
import { newId } from '@itellico/kernel/ids'
import { ask } from '@itellico/kernel/operations'
import { storageKey } from '@itellico/kernel/storage'
import { inTx } from '@itellico/kernel/context'
import { installFields } from '@itellico/contracts/profiles'
import { hashPassword } from '../auth/auth.password.ts'
import * as authRepository from '../auth/auth.repository.ts'
import { emailIndexOf } from '../auth/auth.users.ts'
import { index } from '../search/search.service.ts'
import '../database.ts'
import type { Caller, TestTenant } from './harness.ts'
import { PASSWORD } from './people.ts'

/** Ids, slugs and an address that several tenants share. */
export interface TwinIds {
  readonly user: string
  readonly agency: string
  readonly client: string
  readonly profile: string
  readonly media: string
  readonly listing: string
  readonly booking: string
  readonly export: string
  readonly slug: string
  readonly email: string
}

/** A tenant's share of twins: the same ids as in the others, and a marker of its own in every text. */
export interface Twin {
  readonly tenant: TestTenant
  readonly marker: string
  readonly token: string
  /** Acts for the agency, with every right of the marketplace. */
  readonly caller: Caller
  readonly client: Caller
}

/** Makes the ids that tenants will share. */
export function twinIds(): TwinIds {
  const slug = `twin-${newId().slice(-8)}`
  return {
    user: newId(),
    agency: newId(),
    client: newId(),
    profile: newId(),
    media: newId(),
    listing: newId(),
    booking: newId(),
    export: newId(),
    slug,
    email: `${slug}@people.example`,
  }
}

/** Word that every twin can be found by. */
export const TWIN_WORD = 'Gemini'

/** Plants things with shared ids in a tenant. The marker is letters only, so that it is one word for the search. */
export async function plantTwin(tenant: TestTenant, ids: TwinIds, callerOf: (host: string, token: string, accountId: string) => Caller): Promise<Twin> {
  const { ctx } = tenant
  const { db } = ctx
  const digits = createHash('sha256').update(tenant.id).digest('hex').slice(0, 16)
  const marker = `Mark${[...digits].map((d) => 'abcdefghijklmnop'[parseInt(d, 16)]).join('')}`
  await authRepository.createUser(db, {
    id: ids.user,
    email: ids.email,
    emailIndex: await emailIndexOf(ctx, ids.email),
    passwordHash: await hashPassword(PASSWORD),
    firstName: marker,
    lastName: 'Twin',
    locale: 'en',
    timezone: 'UTC',
    status: 'active',
    emailVerifiedAt: new Date(),
  })
  await authRepository.replaceRoles(db, ids.user, ['tenant_admin'], null)
  for (const [id, type, role] of [
    [ids.agency, 'agency', 'account_owner'],
    [ids.client, 'client', 'client_owner'],
  ] as const) {
    await db.account.create({ data: { id, slug: `${ids.slug}-${type}`, name: `${marker} ${type}`, type, status: 'active' } })
    await db.accountMember.create({ data: { accountId: id, userId: ids.user, role } })
  }
  await ask(ctx, installFields, {
    definition: {
      sections: [
        {
          key: 'basics',
          label: { en: 'Basics' },
          fields: [{ key: 'agent', label: { en: 'Agent' }, type: 'text', privacy: 'public', highlight: true }],
        },
      ],
    },
  })
  await db.profile.create({
    data: {
      id: ids.profile,
      slug: ids.slug,
      displayName: `${TWIN_WORD} ${marker}`,
      accountId: ids.agency,
      managingUserId: ids.user,
      status: 'active',
      isMinor: false,
      city: marker,
      values: { agent: marker },
      schemaVersion: 1,
    },
  })
  await inTx(ctx, (tx) => index(tx, ids.profile))
  await db.media.create({
    data: {
      id: ids.media,
      profileId: ids.profile,
      status: 'ready',
      mimeType: 'image/webp',
      fileName: 'twin.webp',
      sizeBytes: 1n,
      sha256: 'a'.repeat(64),
      visibility: 'public',
      position: 0,
      caption: marker,
    },
  })
  await ctx.kernel.storage.write(storageKey(tenant.id, 'media', ids.media, 'large.webp'), Buffer.from(marker))
  await db.listing.create({
    data: {
      id: ids.listing,
      slug: ids.slug,
      accountId: ids.client,
      title: `${TWIN_WORD} ${marker}`,
      description: marker,
      status: 'published',
      publishedAt: new Date(),
    },
  })
  const startsAt = new Date('2090-05-01T08:00:00Z')
  await db.booking.create({
    data: {
      id: ids.booking,
      profileId: ids.profile,
      accountId: ids.agency,
      clientAccountId: ids.client,
      clientName: marker,
      status: 'held',
      rank: 1,
      title: marker,
      startsAt,
      endsAt: new Date(startsAt.getTime() + 3_600_000),
      timezone: 'UTC',
    },
  })
  await db.exportJob.create({
    data: {
      id: ids.export,
      accountId: ids.agency,
      dataset: 'profiles',
      format: 'csv',
      status: 'ready',
      requestedBy: ids.user,
      expiresAt: new Date(Date.now() + 86_400_000),
    },
  })
  await ctx.kernel.storage.write(storageKey(tenant.id, 'exports', `${ids.export}.csv`), Buffer.from(marker))
  const { accessToken } = await tenant.guest.ok(login, { body: { email: ids.email, password: PASSWORD } })
  return {
    tenant,
    marker,
    token: accessToken,
    caller: callerOf(tenant.host, accessToken, ids.agency),
    client: callerOf(tenant.host, accessToken, ids.client),
  }
}
