import type { Rng } from './art/rng.ts'
import type { HairStyle } from './art/traits.ts'

const LENGTH: Record<HairStyle, string> = {
  bob: 'chin',
  long_straight: 'long',
  long_wavy: 'long',
  sleek_bun: 'long',
  top_knot: 'long',
  afro: 'ear',
  curls: 'shoulder',
  crop: 'short',
  buzz: 'buzzed',
  side_part: 'short',
  pixie: 'short',
  ponytail: 'long',
  braids: 'long',
  shag: 'shoulder',
  quiff: 'short',
  locs: 'shoulder',
  pigtails: 'shoulder',
  space_buns: 'shoulder',
  bald: 'bald',
}

/** The hair length that goes with a drawn style. */
export function hairLength(style: HairStyle): string {
  return LENGTH[style]
}

/** The hair type that goes with a drawn style. */
export function hairType(style: HairStyle, rng: Rng): string {
  if (style === 'afro' || style === 'braids' || style === 'locs') return 'coily'
  if (style === 'curls') return 'curly'
  if (style === 'long_wavy' || style === 'shag') return 'wavy'
  return rng.chance(0.7) ? 'straight' : 'wavy'
}
