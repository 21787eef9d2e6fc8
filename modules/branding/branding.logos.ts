import { recordAudit } from '@itellico/contracts/audit'
import * as contract from '@itellico/contracts/branding'
import { because } from '@itellico/contracts/refusals'
import { settingsChanged } from '@itellico/contracts/tenants'
import { inTx, lockInTx, type Ctx } from '@itellico/kernel/context'
import { sha256 } from '@itellico/kernel/crypto'
import { fail } from '@itellico/kernel/errors'
import { emit } from '@itellico/kernel/events'
import type { FileAnswer } from '@itellico/kernel/module'
import { ask } from '@itellico/kernel/operations'
import { storageKey } from '@itellico/kernel/storage'
import sharp, { type Sharp } from 'sharp'
import { found } from '../actor.ts'
import * as repository from './branding.repository.ts'

const FORMATS = new Set(['png', 'webp', 'jpeg'])
const MAX_PIXELS = 40_000_000
const MIN_SIDE = 24
const CLEAR = { r: 0, g: 0, b: 0, alpha: 0 }

/** What is made of a picture, by the size's name. Mail programs know no WebP. */
const VARIANTS: Readonly<Record<contract.LogoSlot, Readonly<Partial<Record<contract.LogoVariant, { type: 'webp' | 'png'; make: (s: Sharp) => Sharp }>>>>> = {
  light: {
    header: { type: 'webp', make: (s) => s.resize({ width: 720, height: 120, fit: 'inside', withoutEnlargement: true }).webp({ quality: 90 }) },
    mail: { type: 'png', make: (s) => s.resize({ width: 480, height: 80, fit: 'inside', withoutEnlargement: true }).png() },
  },
  dark: {
    header: { type: 'webp', make: (s) => s.resize({ width: 720, height: 120, fit: 'inside', withoutEnlargement: true }).webp({ quality: 90 }) },
  },
  icon: {
    touch: { type: 'png', make: (s) => s.resize({ width: 180, height: 180, fit: 'contain', background: CLEAR }).png() },
    tab: { type: 'png', make: (s) => s.resize({ width: 48, height: 48, fit: 'contain', background: CLEAR }).png() },
  },
}

const variantsOf = (slot: contract.LogoSlot) => Object.entries(VARIANTS[slot]) as [contract.LogoVariant, { type: 'webp' | 'png'; make: (s: Sharp) => Sharp }][]
const keyOf = (ctx: Ctx, slot: contract.LogoSlot, hash: string, variant: contract.LogoVariant, type: string): string =>
  storageKey(ctx.realm.id, 'branding', `${slot}-${hash}-${variant}.${type}`)

async function bytesOf(stream: NodeJS.ReadableStream | null): Promise<Buffer> {
  if (!stream) throw fail(contract.logoUnusable, because('logoBytes'))
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    size += chunk.length
    if (size > contract.MAX_LOGO_BYTES) throw fail(contract.logoTooLarge, because('uploadLimit', { megabytes: contract.MAX_LOGO_BYTES / 1024 / 1024 }))
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}

/** Logos of the marketplace. */
export async function logosOf(ctx: Ctx): Promise<contract.Logos> {
  const kept = ((await repository.find(ctx.db))?.logos ?? {}) as Partial<contract.Logos>
  return { light: kept.light ?? null, dark: kept.dark ?? null, icon: kept.icon ?? null }
}

/** Makes a picture, judged by its content, the logo of a slot; the files of the one before go. */
export async function upload(ctx: Ctx, slot: contract.LogoSlot, stream: NodeJS.ReadableStream | null): Promise<void> {
  const original = await bytesOf(stream)
  if (original.length === 0) throw fail(contract.logoUnusable, because('logoEmpty'))
  const open = (): Sharp => sharp(original, { limitInputPixels: MAX_PIXELS, pages: 1 })
  const meta = await open()
    .metadata()
    .catch(() => null)
  if (!meta || !FORMATS.has(meta.format)) throw fail(contract.logoUnusable, because('logoFormat'))
  if (Math.min(meta.width, meta.height) < MIN_SIDE) throw fail(contract.logoUnusable, because('logoSmall', { pixels: MIN_SIDE }))
  const hash = sha256(original).slice(0, 16)
  const made = await Promise.all(
    variantsOf(slot).map(async ([variant, { type, make }]) => {
      const { data, info } = await make(open().rotate())
        .toBuffer({ resolveWithObject: true })
        .catch(() => {
          throw fail(contract.logoUnusable, because('logoDamaged'))
        })
      return { key: keyOf(ctx, slot, hash, variant, type), data, info }
    }),
  )
  for (const { key, data } of made) await ctx.kernel.storage.write(key, data)
  const size = made[0]?.info ?? { width: 0, height: 0 }
  await set(ctx, slot, { hash, width: size.width, height: size.height })
}

/** Removes the logo of a slot. */
export async function remove(ctx: Ctx, slot: contract.LogoSlot): Promise<void> {
  await set(ctx, slot, null)
}

async function set(ctx: Ctx, slot: contract.LogoSlot, logo: contract.Logo | null): Promise<void> {
  await inTx(ctx, async (tx) => {
    await lockInTx(tx, 'brand')
    const logos = await logosOf(tx)
    const before = logos[slot]
    await repository.save(tx.db, { logos: { ...logos, [slot]: logo } })
    await emit(tx, settingsChanged, `tenant:${tx.realm.id}`, { fields: ['logos'] })
    await ask(tx, recordAudit, {
      action: logo ? 'branding.logo_set' : 'branding.logo_removed',
      entity: 'tenant',
      entityId: tx.realm.id,
      data: { slot },
    })
    if (before && before.hash !== logo?.hash)
      tx.afterCommit(async () => {
        for (const [variant, { type }] of variantsOf(slot)) await tx.kernel.storage.remove(keyOf(tx, slot, before.hash, variant, type))
      })
  })
}

/** A logo in one of its sizes, for everybody. */
export async function readFile(ctx: Ctx, query: { slot: contract.LogoSlot; variant: contract.LogoVariant; v?: string }): Promise<FileAnswer> {
  const { slot, variant, v } = query
  const logo = found((await logosOf(ctx))[slot])
  const { type } = found(VARIANTS[slot][variant])
  const file = found(await ctx.kernel.storage.read(keyOf(ctx, slot, logo.hash, variant, type)))
  return {
    stream: file.stream,
    headers: {
      'content-type': `image/${type}`,
      'content-length': String(file.size),
      'x-content-type-options': 'nosniff',
      'content-security-policy': "default-src 'none'; sandbox",
      'cache-control': v === logo.hash ? 'public, max-age=31536000, immutable' : 'public, max-age=300',
      etag: `"${logo.hash}-${variant}"`,
    },
  }
}
