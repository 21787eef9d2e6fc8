import { recordAudit } from '@itellico/contracts/audit'
import * as contract from '@itellico/contracts/media'
import { profileRefs, type ProfileRef } from '@itellico/contracts/profiles'
import { changeUsage } from '@itellico/contracts/usage'
import { because, refused } from '@itellico/contracts/refusals'
import { inTx, lockInTx, type Ctx } from '@itellico/kernel/context'
import { fail } from '@itellico/kernel/errors'
import { emit, enqueue } from '@itellico/kernel/events'
import { newId } from '@itellico/kernel/ids'
import { apiUrl } from '@itellico/kernel/kernel'
import type { FileAnswer } from '@itellico/kernel/module'
import { ask } from '@itellico/kernel/operations'
import { realmMark } from '@itellico/kernel/realms'
import { TooLarge } from '@itellico/kernel/storage'
import type { Readable } from 'node:stream'
import { found, isOfHouse, mayTouch, userOf } from '../actor.ts'
import { processMedia } from './media.jobs.ts'
import { allKeys, mayView, originalKey, readUpload, signUpload, toItem, variantKey, type Variant } from './media.links.ts'
import * as repository from './media.repository.ts'

const MAX_PER_PROFILE = 200
const UPLOAD_SECONDS = 900

/** A profile whose pictures the person may change: as its manager or in its agency. Others do not exist. */
async function reachProfile(ctx: Ctx, profileId: string): Promise<ProfileRef> {
  const [profile] = await ask(ctx, profileRefs, { ids: [profileId] })
  return found(profile && mayTouch(ctx, profile, 'account.profiles.update') ? profile : null)
}

async function reach(ctx: Ctx, id: string) {
  const row = found(await repository.find(ctx.db, id))
  return { row, profile: await reachProfile(ctx, row.profileId) }
}

/** Reserves a place and gives a signed address to PUT the file to. */
export async function reserve(ctx: Ctx, input: { profileId: string; fileName: string; mimeType: string; size: number }) {
  if (input.size > contract.MAX_IMAGE_BYTES)
    throw fail(contract.uploadTooLarge, {
      ...because('uploadLimit', { megabytes: contract.MAX_IMAGE_BYTES / 1024 / 1024 }),
      errors: [refused('size', 'tooLarge')],
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
    await ask(tx, changeUsage, { key: 'storageBytes', by: input.size })
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
  if (!stream) throw fail(contract.uploadUnsupported, because('uploadBytes'))
  try {
    await ctx.kernel.storage.write(originalKey(ctx.realm.id, row.id), stream as Readable, allowed.size)
  } catch (e) {
    if (e instanceof TooLarge) throw fail(contract.uploadTooLarge, because('uploadLonger'))
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
      await ask(tx, changeUsage, { key: 'storageBytes', by: file.size - Number(row.sizeBytes) })
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

/** Pictures for other modules. What a house writes on those of a minor may name the child, and stays inside. */
export async function ofProfiles(
  ctx: Ctx,
  input: { profileIds: string[]; publicOnly: boolean; coversOnly: boolean; signed?: boolean },
): Promise<contract.MediaItem[]> {
  const open = input.publicOnly && !input.signed
  const rows = await repository.ofProfiles(ctx.db, input.profileIds, { readyPublicOnly: input.publicOnly, coversOnly: input.coversOnly })
  const items = rows.map((r) => toItem(ctx, r, open))
  if (open || items.length === 0) return items
  const minors = (await ask(ctx, profileRefs, { ids: [...new Set(items.map((m) => m.profileId))] })).filter((p) => p.isMinor && !isOfHouse(ctx, p))
  const silent = new Set(minors.map((p) => p.id))
  return items.map((m) => (silent.has(m.profileId) ? { ...m, alt: '', caption: '' } : m))
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
    await ask(tx, changeUsage, { key: 'storageBytes', by: -Number(row.sizeBytes) })
    if (row.isCover) {
      const next = await repository.firstReady(tx.db, row.profileId)
      if (next) await repository.setCover(tx.db, row.profileId, next.id)
    }
    await emit(tx, contract.mediaDeleted, `media:${id}`, { mediaId: id, profileId: row.profileId, keys: allKeys(tx.realm.id, id) })
    await ask(tx, recordAudit, {
      action: 'media.deleted',
      entity: 'profile',
      entityId: row.profileId,
      data: { name: profile.displayName },
    })
  })
}

/** A variant of a picture: public ones of public profiles for everybody, all others with a signature. */
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
      etag: `"${row.sha256?.slice(0, 16) ?? row.id}-${variant}-${realmMark(ctx.realm)}"`,
    },
  }
}

async function isPublic(ctx: Ctx, row: { profileId: string; visibility: string }): Promise<boolean> {
  if (row.visibility !== 'public') return false
  const [profile] = await ask(ctx, profileRefs, { ids: [row.profileId] })
  return profile?.visible === 'public'
}
