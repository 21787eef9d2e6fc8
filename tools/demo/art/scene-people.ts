import type { Outfit } from './figure-torso.ts'
import { figure } from './figure.ts'
import { frontHead } from './head.ts'
import { COATS, type CoatName } from './coat.ts'
import { dog } from './dog.ts'
import type { Palette, World } from './palette.ts'
import type { Rng } from './rng.ts'
import { ellipse, group } from './svg.ts'
import { HAIR_COLOURS, SKIN_TONES, type HairStyle, type PersonTraits } from './traits.ts'

const FEMININE: readonly HairStyle[] = ['bob', 'long_wavy', 'top_knot', 'curls', 'ponytail', 'shag', 'sleek_bun']
const MASCULINE: readonly HairStyle[] = ['crop', 'side_part', 'quiff', 'buzz', 'afro']
const CHILD: readonly HairStyle[] = ['pigtails', 'space_buns', 'bob', 'curls', 'ponytail']

/** An unnamed person standing in a scene; x and y are the feet, scale 1 is 1080 high. */
export function extra(rng: Rng, palette: Palette, world: World, x: number, y: number, scale: number): string {
  const child = world === 'kids' && rng.chance(0.75)
  const masculine = rng.chance(0.4)
  const traits: PersonTraits = {
    identity: `extra ${rng.int(0, 9999)}`,
    world,
    age: child ? 'child' : 'adult',
    presentation: masculine ? 'masculine' : 'feminine',
    skin: rng.pick(SKIN_TONES),
    hairColour: HAIR_COLOURS[rng.int(0, 10)]!,
    hairStyle: rng.pick(masculine ? MASCULINE : child ? CHILD : FEMININE),
  }
  const outfits: readonly Outfit[] = child
    ? masculine
      ? ['play']
      : ['play', 'pinafore']
    : masculine
      ? ['coat', 'suit', 'wide_trousers']
      : ['coat', 'dress', 'trench', 'knit_skirt', 'suit']
  const colours: Palette = {
    ...palette,
    cloth: rng.pick([palette.cloth, palette.accent, palette.trim]),
    ground: palette.ground,
  }
  const person = figure(rng, frontHead(rng, traits, colours, { accessories: true }), rng.pick(outfits), colours)
  const size = child ? scale * 0.72 : scale
  return group(`translate(${(x - 480 * size).toFixed(0)} ${(y - 1214 * size).toFixed(0)}) scale(${size.toFixed(3)})`, isolated(person, rng))
}

/** A sitting dog in a scene; x and y are the middle of its paws. */
export function petExtra(rng: Rng, palette: Palette, x: number, y: number, scale: number): string {
  const [breed, coat] = rng.pick([
    ['border_collie', 'black_white'],
    ['corgi', 'red_white'],
    ['beagle', 'tricolour'],
    ['golden_retriever', 'golden'],
    ['jack_russell', 'white_patch'],
  ] as const satisfies readonly (readonly [string, CoatName])[])
  const animal = dog({ coat: COATS[coat], palette, rng, breed, full: true })
  return (
    ellipse(x, y, 330 * scale, 30 * scale, '#000000', 'opacity=".16"') +
    group(`translate(${x.toFixed(0)} ${(y - 780 * scale).toFixed(0)}) scale(${scale.toFixed(3)})`, animal)
  )
}

/** Gives clip paths and patterns of one drawing their own ids, so several drawings fit into one picture. */
function isolated(content: string, rng: Rng): string {
  const suffix = rng.int(1000, 99999)
  return content.replace(/(id="|url\(#)([a-z]+)/g, `$1$2${suffix}`)
}
