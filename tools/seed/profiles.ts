import { storageKey } from '@itellico/kernel/storage'
import { inTx } from '@itellico/kernel/context'
import sharp from 'sharp'
import { VARIANTS } from '../../modules/media/media.links.ts'
import { index } from '../../modules/search/search.service.ts'
import { altTextOf, pictureOf } from '../demo/pictures.ts'
import type { DemoProfile } from '../demo/types.ts'
import { idOf } from './ids.ts'
import type { World } from './world.ts'

/** Writes the profiles of a tenant. */
export async function seedProfiles(world: World): Promise<void> {
  const managers = new Map(world.users.flatMap((u) => (u.profiles ?? []).map((slug) => [slug, world.userId(u.email)] as const)))
  await world.ctx.db.profile.createMany({
    data: world.profiles.map((p) => ({
      id: world.profileId(p.slug), slug: p.slug, displayName: p.displayName, accountId: world.rosterOf(p), managingUserId: managers.get(p.slug) ?? null, status: p.status, isMinor: p.isMinor, dateOfBirth: new Date(p.dateOfBirth),
      city: p.city, country: p.country, bio: p.bio, categories: p.categories, values: p.data, schemaVersion: 1,
    })),
  })
}

/** Draws the pictures of a profile, makes the variants and writes them down. */
async function seedPictures(world: World, profile: DemoProfile): Promise<number> {
  const { ctx } = world
  const profileId = world.profileId(profile.slug)
  for (let i = 0; i < profile.pictures; i++) {
    const id = idOf(world.now, world.slug, 'media', profile.slug, String(i))
    const svg = Buffer.from(pictureOf(profile, i))
    const large = sharp(svg)
    const { data, info } = await large.raw().toBuffer({ resolveWithObject: true })
    const raw = { raw: { width: info.width, height: info.height, channels: info.channels } }
    for (const [name, width] of Object.entries(VARIANTS)) {
      const file = await sharp(data, raw).resize({ width, withoutEnlargement: true, fastShrinkOnLoad: true }).webp({ quality: 78, effort: 0 }).toBuffer()
      await ctx.kernel.storage.write(storageKey(ctx.realm.id, 'media', id, `${name}.webp`), file)
    }
    const tiny = await sharp(data, raw).resize({ width: 12 }).webp({ quality: 40, effort: 0 }).toBuffer()
    await ctx.db.media.create({
      data: { id, profileId, status: 'ready', mimeType: 'image/webp', fileName: `${profile.slug}-${i + 1}.webp`, sizeBytes: BigInt(data.length), width: info.width, height: info.height, placeholder: `data:image/webp;base64,${tiny.toString('base64')}`, alt: altTextOf(profile, i), visibility: 'public', isCover: i === 0, position: i },
    })
  }
  return profile.pictures
}

/** Draws all pictures of a tenant, several at once, and tells how many are done. */
export async function seedAllPictures(world: World, onPicture: (count: number) => void): Promise<void> {
  const queue = [...world.profiles]
  const lane = async (): Promise<void> => {
    for (let p = queue.shift(); p; p = queue.shift()) onPicture(await seedPictures(world, p))
  }
  await Promise.all([lane(), lane(), lane(), lane()])
}

/** Builds the search index of a tenant. */
export async function seedIndex(world: World): Promise<void> {
  await inTx(world.ctx, async (tx) => {
    for (const p of world.profiles) await index(tx, world.profileId(p.slug))
  })
}
