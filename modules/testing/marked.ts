import { apply } from '@itellico/contracts/applications'
import { login, register } from '@itellico/contracts/auth'
import { createBookout } from '@itellico/contracts/bookings'
import { completeUpload, reserveUpload, updateMedia } from '@itellico/contracts/media'
import { sendMessage, startConversation } from '@itellico/contracts/messaging'
import { listOwnProfiles, updateOwnProfile } from '@itellico/contracts/profiles'
import { newId } from '@itellico/kernel/ids'
import sharp from 'sharp'
import type { Caller, TestApi, TestTenant } from './harness.ts'
import { PASSWORD, type TestUser } from './people.ts'

/** Values of one person that can be told from everything else. */
export interface Marks {
  readonly email: string
  readonly firstName: string
  readonly lastName: string
  readonly birthday: string
  readonly phone: string
  readonly city: string
  readonly text: string
  readonly ip: string
  readonly agent: string
}

/** A person who has used the product, with values that can be told from everything else. */
export interface Marked {
  readonly marks: Marks
  readonly userId: string
  readonly accountId: string
  readonly profileId: string
  readonly conversationId: string
  readonly bookingId: string
  readonly mediaId: string
  readonly client: TestUser & { accountId: string }
  readonly admin: TestUser
  readonly caller: Caller
  signIn(): Promise<Caller>
}

/** A person who registers, keeps a profile with a picture, writes, applies and is booked: by the real API, wherever one person alone can do it. */
export async function markedPerson(api: TestApi, tenant: TestTenant): Promise<Marked> {
  const tail = newId().slice(-8)
  const marks: Marks = {
    email: `quellmark-${tail}@people.example`,
    firstName: `Ottilie${tail}`,
    lastName: `Quellmark${tail}`,
    birthday: '1991-07-23',
    phone: `+43 660 ${tail}`,
    city: `Quellstadt${tail}`,
    text: `free words ${tail}`,
    ip: '203.0.113.77',
    agent: `Browser of ${tail}`,
  }
  const { db } = tenant.ctx
  const headers = { 'x-forwarded-for': marks.ip, 'user-agent': marks.agent }
  const admin = await tenant.user({ roles: ['tenant_admin'] })
  const client = await tenant.party('client')
  // has the fields of profiles made
  await tenant.profile((await tenant.party('agency')).accountId)
  const input = {
    email: marks.email,
    password: PASSWORD,
    firstName: marks.firstName,
    lastName: marks.lastName,
    as: 'talent' as const,
    dateOfBirth: marks.birthday,
  }
  await tenant.guest.call(register, { body: input }, headers)
  const user = await db.user.findFirstOrThrow({ where: { lastName: marks.lastName } })
  await db.user.update({ where: { id: user.id }, data: { emailVerifiedAt: new Date() } })
  const signIn = async (): Promise<Caller> => {
    const answer = await tenant.guest.call(login, { body: { email: marks.email, password: PASSWORD } }, headers)
    if (answer.status !== 200) throw new Error(JSON.stringify(answer.body))
    return api.caller(tenant.host, (answer.body as { accessToken: string }).accessToken)
  }
  const caller = await signIn()
  const [own] = (await caller.ok(listOwnProfiles)).items
  if (!own) throw new Error('there is no profile')
  await caller.ok(updateOwnProfile, { params: { id: own.id }, body: { bio: marks.text, city: marks.city, values: { phone: marks.phone, height: 171 } } })
  await db.profile.update({ where: { id: own.id }, data: { status: 'active' } })
  const row = await db.profile.findUniqueOrThrow({ where: { id: own.id } })
  await caller.ok(createBookout, {
    params: { id: own.id },
    body: { startsAt: '2028-01-01T08:00:00Z', endsAt: '2028-01-02T08:00:00Z', timezone: 'UTC', reason: marks.text },
  })

  const bytes = await sharp({ create: { width: 600, height: 800, channels: 3, background: '#a05' } })
    .jpeg()
    .toBuffer()
  const slot = await caller.ok(reserveUpload, { body: { profileId: own.id, fileName: `${marks.lastName}.jpg`, mimeType: 'image/jpeg', size: bytes.length } })
  await api.app.inject({
    method: 'PUT',
    url: new URL(slot.upload.url).pathname,
    headers: { host: tenant.host, 'content-type': 'image/jpeg' },
    payload: bytes,
  })
  await caller.ok(completeUpload, { params: { id: slot.media.id } })
  await caller.ok(updateMedia, { params: { id: slot.media.id }, body: { alt: marks.text, caption: marks.lastName } })

  const [listing, role] = [newId(), newId()]
  await db.listing.create({
    data: {
      id: listing,
      slug: `casting-${tail}`,
      accountId: client.accountId,
      title: 'Casting',
      description: '',
      status: 'published',
      publishedAt: new Date(),
    },
  })
  await db.castingRole.create({ data: { id: role, listingId: listing, position: 0, name: 'Role', description: '', quantity: 1 } })
  await caller.ok(apply, { body: { listingId: listing, roleId: role, profileId: own.id, message: marks.text } })
  const booking = await db.booking.create({
    data: {
      id: newId(),
      profileId: own.id,
      accountId: row.accountId,
      clientAccountId: client.accountId,
      clientName: 'Brand',
      status: 'completed',
      title: `Shoot with ${marks.lastName}`,
      location: marks.city,
      notes: marks.text,
      startsAt: new Date('2024-01-01T08:00:00Z'),
      endsAt: new Date('2024-01-01T18:00:00Z'),
      timezone: 'UTC',
      feeMinor: 120_000n,
      currency: 'EUR',
    },
  })
  await db.bookingChange.create({
    data: {
      id: newId(),
      bookingId: booking.id,
      at: new Date(),
      to: 'completed',
      byUserId: user.id,
      byName: `${marks.firstName} ${marks.lastName}`,
      reason: marks.text,
    },
  })
  const talk = await client.caller.ok(startConversation, { body: { about: { profileId: own.id }, body: 'Hello' } })
  await caller.ok(sendMessage, { params: { id: talk.id }, body: { body: marks.text } })
  await db.invitation.create({
    data: { id: newId(), accountId: client.accountId, email: marks.email, role: 'client_booker', tokenHash: newId(), expiresAt: new Date('2090-01-01') },
  })
  await api.work()
  return {
    marks,
    userId: user.id,
    accountId: row.accountId,
    profileId: own.id,
    conversationId: talk.id,
    bookingId: booking.id,
    mediaId: slot.media.id,
    client,
    admin,
    caller,
    signIn,
  }
}
