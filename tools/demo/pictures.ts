import sharp from 'sharp'
import { lookbook } from './art/lookbook.ts'
import { pet } from './art/pet.ts'
import { portrait } from './art/portrait.ts'
import { hash } from './art/rng.ts'
import type { DemoProfile } from './types.ts'

/** A rendered picture, ready to store. */
export type RenderedPicture = { body: Buffer; contentType: 'image/webp'; width: number; height: number }

/** The SVG of one of a profile's pictures; index 0 is the head shot, the others vary pose, crop and clothes. */
export function pictureOf(profile: DemoProfile, index: number): string {
  const seed = `${profile.tenant}:${profile.slug}#${index}`
  const { art } = profile
  if (art.kind === 'pet') return pet(seed, art.traits)
  return index > 0 && (index % 2 === 1 || hash(seed) % 3 === 0) ? lookbook(seed, art.traits) : portrait(seed, art.traits)
}

/** Describes one of a profile's pictures for people who do not see it. */
export function altTextOf(profile: DemoProfile, index: number): string {
  if (profile.art.kind === 'pet') return `Illustration of ${profile.displayName}, ${String(profile.data.breed).replaceAll('_', ' ')}`
  return index === 0 ? `Illustrated portrait of ${profile.displayName}` : `Illustration of ${profile.displayName}, picture ${index + 1}`
}

/** Renders an SVG of the artwork to WebP with low effort, about 20 ms for a portrait. */
export async function renderPicture(svg: string): Promise<RenderedPicture> {
  const { data, info } = await sharp(Buffer.from(svg)).webp({ quality: 78, effort: 0 }).toBuffer({ resolveWithObject: true })
  return { body: data, contentType: 'image/webp', width: info.width, height: info.height }
}
