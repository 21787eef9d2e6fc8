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
      id: world.profileId(p.slug),
      slug: p.slug,
      displayName: p.displayName,
      accountId: world.rosterOf(p),
      managingUserId: managers.get(p.slug) ?? null,
      status: p.status,
      visibility: p.isMinor ? 'members' : 'public',
      isMinor: p.isMinor,
      dateOfBirth: new Date(p.dateOfBirth),
      city: p.city,
      country: p.country,
      bio: p.bio,
      categories: p.categories,
      values: p.data,
      schemaVersion: 1,
    })),
  })
}

/** More pictures of one talent would make the first start slower than anybody likes to wait. */
const MAX_PICTURES = 3

/** Draws the pictures of a profile, makes the variants and writes them down. */
async function seedPictures(world: World, profile: DemoProfile): Promise<number> {
  const { ctx } = world
  const profileId = world.profileId(profile.slug)
  const count = Math.min(profile.pictures, MAX_PICTURES)
  for (let i = 0; i < count; i++) {
    let placeholder = ''
    const id = idOf(world.now, world.slug, 'media', profile.slug, String(i))
    // each size is made from the next larger one, as pixels: drawing and decoding are the dear part
    let pixels = await sharp(Buffer.from(pictureOf(profile, i)))
      .removeAlpha()
      .raw()
      .toBuffer({ resolveWithObject: true })
    const { width, height } = pixels.info
    const size = pixels.data.length
    for (const [name, wanted] of [...Object.entries(VARIANTS), ['tiny', 12] as const].sort((x, y) => y[1] - x[1])) {
      const { info, data } = pixels
      if (wanted < info.width) pixels = await sharp(data, { raw: info }).resize({ width: wanted, kernel: 'linear' }).raw().toBuffer({ resolveWithObject: true })
      const file = await sharp(pixels.data, { raw: pixels.info })
        .webp({ quality: name === 'tiny' ? 40 : 78, effort: 0 })
        .toBuffer()
      if (name === 'tiny') placeholder = file.toString('base64')
      else await ctx.kernel.storage.write(storageKey(ctx.realm.id, 'media', id, `${name}.webp`), file)
    }
    await ctx.db.media.create({
      data: {
        id,
        profileId,
        status: 'ready',
        mimeType: 'image/webp',
        fileName: `${profile.slug}-${i + 1}.webp`,
        sizeBytes: BigInt(size),
        width,
        height,
        placeholder: `data:image/webp;base64,${placeholder}`,
        alt: altTextOf(profile, i),
        visibility: 'public',
        isCover: i === 0,
        position: i,
      },
    })
  }
  return count
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
