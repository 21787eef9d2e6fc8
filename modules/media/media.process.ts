import * as contract from '@itellico/contracts/media'
import { inTx, lockInTx, type Ctx } from '@itellico/kernel/context'
import { sha256 } from '@itellico/kernel/crypto'
import { emit } from '@itellico/kernel/events'
import type { JobRun } from '@itellico/kernel/module'
import { push } from '@itellico/kernel/realtime'
import { buffer } from 'node:stream/consumers'
import sharp from 'sharp'
import { originalKey, VARIANTS, variantKey, type Variant } from './media.links.ts'
import * as repository from './media.repository.ts'

/** Formats that are really decoded, whatever the file calls itself. */
const FORMATS = new Set(['jpeg', 'png', 'webp', 'heif', 'tiff'])
const MAX_PIXELS = 120_000_000
const MIN_SIDE = 200

class Unusable extends Error {
  readonly why: contract.MediaFailure
  constructor(why: contract.MediaFailure) {
    super(`the picture is unusable: ${why}`)
    this.why = why
  }
}

/** What a picture may be when work on it begins: `failed` when it is tried again after the cause is gone. */
const UNFINISHED = ['processing', 'failed']

/** Checks an uploaded picture by its content, takes metadata off, and makes the variants. Running it again does no harm. */
export async function processPicture(ctx: Ctx, mediaId: string, run: JobRun): Promise<void> {
  const row = await repository.find(ctx.db, mediaId)
  if (!row || !UNFINISHED.includes(row.status)) return
  const tell = (percent: number, step: string, status: contract.MediaItem['status'] = 'processing'): void =>
    push(ctx, { users: row.uploadedBy ? [row.uploadedBy] : [] }, contract.mediaProgress, { mediaId, profileId: row.profileId, status, percent, step })
  try {
    tell(5, 'Reading the file')
    const file = await ctx.kernel.storage.read(originalKey(ctx.realm.id, mediaId))
    if (!file) throw new Unusable('missing')
    const original = await buffer(file.stream)
    const { width, height } = await inspect(original)
    tell(20, 'Checking the picture')
    const names = Object.keys(VARIANTS) as Variant[]
    for (const [i, name] of names.entries()) {
      const data = await sharp(original, { limitInputPixels: MAX_PIXELS })
        .rotate()
        .resize({ width: VARIANTS[name], withoutEnlargement: true })
        .webp({ quality: 80, effort: 3 })
        .toBuffer()
      await ctx.kernel.storage.write(variantKey(ctx.realm.id, mediaId, name), data)
      tell(20 + Math.round(((i + 1) / names.length) * 70), `Making the ${name} size`)
    }
    const tiny = await sharp(original, { limitInputPixels: MAX_PIXELS }).rotate().resize({ width: 16 }).webp({ quality: 40 }).toBuffer()
    await inTx(ctx, async (tx) => {
      await lockInTx(tx, `media/${row.profileId}`)
      const data = { status: 'ready', width, height, sha256: sha256(original), placeholder: `data:image/webp;base64,${tiny.toString('base64')}`, failure: null }
      if (!(await repository.advance(tx.db, mediaId, UNFINISHED, data))) return
      const cover = await repository.firstReady(tx.db, row.profileId)
      if (cover && !cover.isCover) await repository.setCover(tx.db, row.profileId, cover.id)
      await emit(tx, contract.mediaProcessed, `media:${mediaId}`, { mediaId, profileId: row.profileId })
    })
    tell(100, 'Done', 'ready')
  } catch (e) {
    if (!(e instanceof Unusable) && !run.lastAttempt) throw e
    const failure: contract.MediaFailure = e instanceof Unusable ? e.why : 'internal'
    await repository.advance(ctx.db, mediaId, UNFINISHED, { status: 'failed', failure })
    tell(100, failure, 'failed')
    if (!(e instanceof Unusable)) throw e
  }
}

async function inspect(original: Buffer): Promise<{ width: number; height: number }> {
  const meta = await sharp(original, { limitInputPixels: MAX_PIXELS })
    .metadata()
    .catch(() => null)
  if (!meta || !FORMATS.has(meta.format)) throw new Unusable('kind')
  if (meta.format === 'heif' && meta.compression !== 'av1') throw new Unusable('heic')
  const turned = (meta.orientation ?? 1) >= 5
  const [width, height] = turned ? [meta.height, meta.width] : [meta.width, meta.height]
  if (Math.min(width, height) < MIN_SIDE) throw new Unusable('small')
  return { width, height }
}
