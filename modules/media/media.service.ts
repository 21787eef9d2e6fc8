import { recordAudit } from '@itellico/contracts/audit'
import * as contract from '@itellico/contracts/media'
import { profileRefs, type ProfileRef } from '@itellico/contracts/profiles'
import { inTx, lockInTx, type Ctx } from '@itellico/kernel/context'
import { fail } from '@itellico/kernel/errors'
import { emit, enqueue } from '@itellico/kernel/events'
import { newId } from '@itellico/kernel/ids'
import { apiUrl } from '@itellico/kernel/kernel'
import type { FileAnswer } from '@itellico/kernel/module'
import { ask } from '@itellico/kernel/operations'
import { TooLarge } from '@itellico/kernel/storage'
import type { Readable } from 'node:stream'
import { found, mayInAccount, userOf } from '../actor.ts'
import { processMedia } from './media.jobs.ts'
import { allKeys, mayView, originalKey, readUpload, signUpload, toItem, variantKey, type Variant } from './media.links.ts'
import * as repository from './media.repository.ts'

const MAX_PER_PROFILE = 200
const UPLOAD_SECONDS = 900

/** A profile whose pictures the person may change: as its manager or in its agency. Others do not exist. */
async function reachProfile(ctx: Ctx, profileId: string): Promise<ProfileRef> {
  const [profile] = await ask(ctx, profileRefs, { ids: [profileId] })
  const may = profile && (profile.managingUserId === userOf(ctx).userId || mayInAccount(ctx, profile.accountId, 'account.profiles.update'))
  return found(may ? profile : null)
}

async function reach(ctx: Ctx, id: string) {
  const row = found(await repository.find(ctx.db, id))
  return { row, profile: await reachProfile(ctx, row.profileId) }
}

/** Reserves a place and gives a signed address to PUT the file to. */
export async function reserve(ctx: Ctx, input: { profileId: string; fileName: string; mimeType: string; size: number }) {
  if (input.size > contract.MAX_IMAGE_BYTES)
    throw fail(contract.uploadTooLarge, {
      detail: `At most ${contract.MAX_IMAGE_BYTES / 1024 / 1024} MB.`,
      errors: [{ field: 'size', message: 'is too large' }],
    })
  await reachProfile(ctx, input.profileId)
  return inTx(ctx, async (tx) => {
    await lockInTx(tx, `media/${input.profileId}`)
    const position = await repository.count(tx.db, input.profileId)
    if (position >= MAX_PER_PROFILE) throw fail(contract.mediaLimit)
    const row = await repository.insert(tx.db, {
      id: newId(),
      profileId: input.profileId,
      status: 'upload_pending',
      mimeType: input.mimeType,
      fileName: input.fileName,
      sizeBytes: BigInt(input.size),
      visibility: 'public',
      position,
      uploadedBy: userOf(tx).userId,
    })
    const until = Math.floor(tx.now().getTime() / 1000) + UPLOAD_SECONDS
    const token = signUpload(tx, row.id, input.size, until)
    return {
      media: toItem(tx, row, false),
      upload: {
        method: 'PUT' as const,
        url: apiUrl(tx.kernel.config, tx.realm, `/public/uploads/${token}`),
        headers: { 'content-type': input.mimeType },
        expiresAt: new Date(until * 1000).toISOString(),
      },
    }
  })
}

/** Receives the bytes of a reserved upload: not one more than was reserved, and only while it is pending. */
export async function receive(ctx: Ctx, token: string, stream: NodeJS.ReadableStream | null): Promise<void> {
  const allowed = readUpload(ctx, token)
  const row = allowed && (await repository.find(ctx.db, allowed.mediaId))
  if (!allowed || !row || row.status !== 'upload_pending') throw fail(contract.uploadExpired)
  if (!stream) throw fail(contract.uploadUnsupported, 'Send the bytes of the picture with its content type.')
  try {
    await ctx.kernel.storage.write(originalKey(ctx.realm.id, row.id), stream as Readable, allowed.size)
  } catch (e) {
    if (e instanceof TooLarge) throw fail(contract.uploadTooLarge, 'The file is larger than was announced.')
    throw e
  }
}

/** The file has arrived: starts the work on it. */
export async function complete(ctx: Ctx, id: string): Promise<contract.MediaItem> {
  const { row } = await reach(ctx, id)
  const file = await ctx.kernel.storage.read(originalKey(ctx.realm.id, id))
  file?.stream.destroy()
  if (!file) throw fail(contract.uploadMissing)
  return inTx(ctx, async (tx) => {
    if (await repository.advance(tx.db, id, ['upload_pending'], { status: 'processing', sizeBytes: BigInt(file.size) })) {
      await emit(tx, contract.mediaUploaded, `media:${id}`, { mediaId: id, profileId: row.profileId })
      await enqueue(tx, processMedia, { mediaId: id }, { key: id })
    }
    return toItem(tx, found(await repository.find(tx.db, id)), false)
  })
}

/** All pictures of a profile that the person may change. */
export async function list(ctx: Ctx, profileId: string): Promise<contract.MediaItem[]> {
  await reachProfile(ctx, profileId)
  return (await repository.ofProfiles(ctx.db, [profileId], { readyPublicOnly: false, coversOnly: false })).map((r) => toItem(ctx, r, false))
}

/** Changes text, visibility or cover. */
export async function update(
  ctx: Ctx,
  id: string,
  change: { alt?: string; caption?: string; visibility?: 'public' | 'private'; isCover?: true },
): Promise<contract.MediaItem> {
  const { row } = await reach(ctx, id)
  return inTx(ctx, async (tx) => {
    const { isCover, ...rest } = change
    if (Object.keys(rest).length) await repository.update(tx.db, id, rest)
    if (isCover && row.status === 'ready') await repository.setCover(tx.db, row.profileId, id)
    await emit(tx, contract.mediaProcessed, `media:${id}`, { mediaId: id, profileId: row.profileId })
    return toItem(tx, found(await repository.find(tx.db, id)), false)
  })
}

/** Puts the pictures of a profile in order; those not named keep their place behind. */
export async function order(ctx: Ctx, profileId: string, ids: string[]): Promise<contract.MediaItem[]> {
  await reachProfile(ctx, profileId)
  await inTx(ctx, async (tx) => {
    await lockInTx(tx, `media/${profileId}`)
    const rows = await repository.ofProfiles(tx.db, [profileId], { readyPublicOnly: false, coversOnly: false })
    const named = ids.filter((id) => rows.some((r) => r.id === id))
    const rest = rows.map((r) => r.id).filter((id) => !named.includes(id))
    for (const [position, id] of [...named, ...rest].entries()) await repository.setPosition(tx.db, profileId, id, position)
    await emit(tx, contract.mediaOrdered, `profile:${profileId}`, { profileId })
  })
  return list(ctx, profileId)
}

/** Deletes a picture; its files go once the deletion is committed. */
export async function remove(ctx: Ctx, id: string): Promise<void> {
  const { row, profile } = await reach(ctx, id)
  await inTx(ctx, async (tx) => {
    await repository.remove(tx.db, id)
    if (row.isCover) {
      const next = await repository.firstReady(tx.db, row.profileId)
      if (next) await repository.setCover(tx.db, row.profileId, next.id)
    }
    await emit(tx, contract.mediaDeleted, `media:${id}`, { mediaId: id, profileId: row.profileId, keys: allKeys(tx.realm.id, id) })
    await ask(tx, recordAudit, {
      action: 'media.deleted',
      entity: 'profile',
      entityId: row.profileId,
      summary: `A picture of ${profile.displayName} was deleted`,
    })
  })
}

/** A variant of a picture: public ones of published adults for everybody, all others with a signature. */
export async function readFile(ctx: Ctx, id: string, variant: Variant, query: { e?: number; s?: string }): Promise<FileAnswer> {
  const row = found(await repository.find(ctx.db, id))
  const signed = mayView(ctx, id, query.e, query.s)
  if (row.status !== 'ready' || (!signed && !(await isPublic(ctx, row)))) found(null)
  const file = found(await ctx.kernel.storage.read(variantKey(ctx.realm.id, id, variant)))
  return {
    stream: file.stream,
    headers: {
      'content-type': 'image/webp',
      'content-length': String(file.size),
      'x-content-type-options': 'nosniff',
      'content-security-policy': "default-src 'none'; sandbox",
      'cache-control': signed ? 'private, max-age=3600' : 'public, max-age=300, stale-while-revalidate=3600',
      etag: `"${row.sha256?.slice(0, 16) ?? row.id}-${variant}"`,
    },
  }
}

async function isPublic(ctx: Ctx, row: { profileId: string; visibility: string }): Promise<boolean> {
  if (row.visibility !== 'public') return false
  const [profile] = await ask(ctx, profileRefs, { ids: [row.profileId] })
  return profile?.status === 'active' && !profile.isMinor
}
