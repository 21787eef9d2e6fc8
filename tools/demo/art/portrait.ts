import { backdrop } from './backdrop.ts'
import { neckAndShoulders } from './garment-kit.ts'
import { garment, type Garment } from './garment.ts'
import { frontHead } from './head.ts'
import { pickPalette, type Palette } from './palette.ts'
import { createRng, type Rng } from './rng.ts'
import { sideHead } from './side-head.ts'
import { group, picture } from './svg.ts'
import type { PersonTraits } from './traits.ts'

/** Width and height of every profile picture. */
export const PORTRAIT_SIZE = { width: 960, height: 1280 } as const

const { width: WIDTH, height: HEIGHT } = PORTRAIT_SIZE

const WARDROBE: Record<'feminine' | 'masculine' | 'teen' | 'child', readonly Garment[]> = {
  teen: ['hoodie', 'crew', 'knit', 'striped_tee', 'shirt', 'turtleneck'],
  feminine: ['turtleneck', 'blazer', 'coat', 'shirt', 'slip_dress', 'knit', 'boat_neck', 'v_neck', 'trench', 'crew', 'striped_tee'],
  masculine: ['turtleneck', 'blazer', 'coat', 'shirt', 'knit', 'crew', 'trench', 'v_neck', 'striped_tee', 'blazer'],
  child: ['hoodie', 'dungarees', 'striped_tee', 'knit', 'crew', 'dungarees', 'turtleneck'],
}

/** Draws a person's head and shoulders, or down to the waist, as an SVG of 960 by 1280. */
export function portrait(seed: string, traits: PersonTraits): string {
  const rng = createRng(`${seed}:portrait`)
  const palette = pickPalette(rng, traits.world)
  return picture(seed, WIDTH, HEIGHT, backdrop(rng, palette, WIDTH, HEIGHT) + placed(rng, traits, palette, 'portrait'))
}

/** Draws the same kind of picture as `portrait`, cropped close to face and collar. */
export function closeUp(seed: string, traits: PersonTraits): string {
  const rng = createRng(`${seed}:closeup`)
  const palette = pickPalette(rng, traits.world)
  return picture(seed, WIDTH, HEIGHT, backdrop(rng, palette, WIDTH, HEIGHT) + placed(rng, traits, palette, 'close'))
}

function placed(rng: Rng, traits: PersonTraits, palette: Palette, crop: 'portrait' | 'close'): string {
  const child = traits.age === 'child'
  const profile = !child && traits.hairStyle !== 'bald' && rng.chance(0.24)
  const head = profile ? sideHead(rng, traits, palette) : frontHead(rng, traits, palette, { accessories: true })
  const a = head.anatomy
  const kind = rng.pick(WARDROBE[child ? 'child' : traits.age === 'teen' ? 'teen' : traits.presentation])
  const scale = crop === 'close' ? rng.range(2, 2.35) : child ? rng.range(1.3, 1.55) : rng.pick([1.72, 1.55, 1.42, 1.3, 1.15])
  const flip = rng.chance(0.5) ? -1 : 1
  const torso = neckAndShoulders(a) + garment(kind, a, palette, rng)
  const slope = rng.range(-4, 4)
  const body = group(`translate(${profile ? 60 : 0} ${child ? -40 : 0}) rotate(${(slope * 0.4).toFixed(1)} 0 300) skewY(${slope.toFixed(1)})`, torso)
  const x = WIDTH / 2 + rng.range(-40, 40) + (crop === 'close' ? rng.range(-160, 160) : profile ? -50 * flip : 0)
  const y = crop === 'close' ? HEIGHT * 0.42 : 150 + rng.range(0, 60) + 240 * scale
  return group(`translate(${x.toFixed(0)} ${y.toFixed(0)}) scale(${(flip * scale).toFixed(3)} ${scale.toFixed(3)})`, head.back + body + head.front)
}
