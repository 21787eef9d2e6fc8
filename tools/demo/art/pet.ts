import { backdrop } from './backdrop.ts'
import { cat, type CAT_BREEDS } from './cat.ts'
import { COATS, type CoatName } from './coat.ts'
import { lightness, tone } from './colour.ts'
import { type DOG_BREEDS } from './dog-breeds.ts'
import { dog } from './dog.ts'
import { horse, type HORSE_BREEDS } from './horse.ts'
import { pickPalette, type Palette } from './palette.ts'
import type { PetContext } from './pet-kit.ts'
import { PORTRAIT_SIZE } from './portrait.ts'
import { createRng } from './rng.ts'
import { parrot, type PARROT_BREEDS } from './parrot.ts'
import { rabbit, type RABBIT_BREEDS } from './rabbit.ts'
import { ellipse, group, picture, rect } from './svg.ts'

/** Breeds by species, as far as they can be drawn. */
export type Breeds = {
  dog: keyof typeof DOG_BREEDS
  cat: keyof typeof CAT_BREEDS
  rabbit: keyof typeof RABBIT_BREEDS
  parrot: keyof typeof PARROT_BREEDS
  horse: keyof typeof HORSE_BREEDS
}

/** A species the generator can draw. */
export type Species = keyof Breeds

/** What stays the same about a pet from picture to picture. */
export type PetTraits = { [S in Species]: { species: S; breed: Breeds[S]; coat: CoatName } }[Species]

const DRAW: Record<Species, (c: PetContext) => string> = { dog, cat, rabbit, parrot, horse }
const { width: WIDTH, height: HEIGHT } = PORTRAIT_SIZE

/** Draws a pet, as a bust or as a whole, as an SVG of 960 by 1280. */
export function pet(seed: string, traits: PetTraits): string {
  const rng = createRng(`${seed}:pet`)
  const coat = COATS[traits.coat]
  const palette = contrasting(() => pickPalette(rng, 'paws'), coat.base)
  const whole = traits.species !== 'horse' && traits.species !== 'parrot' && rng.chance(0.4)
  const animal = DRAW[traits.species]({ coat, palette, rng, breed: traits.breed, full: whole })
  const flip = traits.species === 'horse' || traits.species === 'parrot' ? (rng.chance(0.5) ? -1 : 1) : 1
  const scale = {
    dog: whole ? 1.02 : rng.range(1.5, 1.75),
    cat: whole ? 1.06 : rng.range(1.55, 1.8),
    rabbit: whole ? 1.02 : 1.5,
    parrot: 1.08,
    horse: rng.range(1.15, 1.3),
  }[traits.species]
  const baseline = {
    dog: whole ? 400 : 540,
    cat: whole ? 430 : 560,
    rabbit: whole ? 520 : 700,
    parrot: 440,
    horse: 500,
  }[traits.species]
  const x = WIDTH / 2 + rng.range(-24, 24) + (traits.species === 'horse' ? 30 * -flip : traits.species === 'parrot' ? -20 * flip : 0)
  const floor = whole
    ? rect(0, 1120, WIDTH, 160, tone(palette.ground, -0.05)) + ellipse(WIDTH / 2, baseline + 780 * scale, 300, 34, tone(palette.ground, -0.15))
    : ''
  return picture(
    seed,
    WIDTH,
    HEIGHT,
    backdrop(rng, palette, WIDTH, HEIGHT) +
      floor +
      group(`translate(${x.toFixed(0)} ${baseline}) scale(${(flip * scale).toFixed(3)} ${scale.toFixed(3)})`, animal),
  )
}

function contrasting(draw: () => Palette, coat: string): Palette {
  let palette = draw()
  for (let i = 0; i < 8 && Math.min(Math.abs(lightness(palette.ground) - lightness(coat)), Math.abs(lightness(palette.shape) - lightness(coat))) < 0.12; i++)
    palette = draw()
  return palette
}
