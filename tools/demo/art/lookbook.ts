import { backdrop } from './backdrop.ts'
import { tone } from './colour.ts'
import type { Outfit } from './figure-torso.ts'
import { figure } from './figure.ts'
import { frontHead } from './head.ts'
import { pickPalette, type Palette } from './palette.ts'
import { closeUp, PORTRAIT_SIZE } from './portrait.ts'
import { createRng, type Rng } from './rng.ts'
import { circle, fill, group, picture, polygon, rect } from './svg.ts'
import type { PersonTraits } from './traits.ts'

const { width: WIDTH, height: HEIGHT } = PORTRAIT_SIZE

const OUTFITS: Record<'feminine' | 'masculine' | 'teen' | 'childFeminine' | 'childMasculine', readonly Outfit[]> = {
  teen: ['wide_trousers', 'coat', 'play'],
  feminine: ['coat', 'suit', 'dress', 'knit_skirt', 'wide_trousers', 'trench'],
  masculine: ['coat', 'suit', 'wide_trousers', 'suit', 'trench'],
  childFeminine: ['play', 'pinafore'],
  childMasculine: ['play'],
}

/** Draws a portfolio picture, 960 by 1280: mostly a full-length figure, sometimes a close crop. */
export function lookbook(seed: string, traits: PersonTraits): string {
  const rng = createRng(`${seed}:lookbook`)
  if (rng.chance(0.28)) return closeUp(seed, traits)
  const palette = pickPalette(rng, traits.world)
  const child = traits.age === 'child'
  const key = child ? (traits.presentation === 'feminine' ? 'childFeminine' : 'childMasculine') : traits.age === 'teen' ? 'teen' : traits.presentation
  const head = frontHead(rng, traits, palette, { turn: rng.pick([-0.8, -0.4, 0, 0.4, 0.8]), accessories: true })
  const person = figure(rng, head, rng.pick(OUTFITS[key]), palette)
  const close = rng.chance(0.42)
  const zoom = child ? (close ? 1.25 : 1.04) : close ? rng.range(1.6, 1.85) : rng.range(1, 1.04)
  const placed = group(`translate(${480 - 480 * zoom} ${close ? (child ? 150 - 190 * zoom : 120 - 120 * zoom) : 1236 - 1226 * zoom}) scale(${zoom})`, person)
  return picture(seed, WIDTH, HEIGHT, stage(rng, palette) + placed)
}

function stage(rng: Rng, p: Palette): string {
  const kind = rng.int(0, 3)
  const floor = tone(p.ground, -0.05)
  if (kind === 0) return backdrop(rng, p, WIDTH, HEIGHT) + rect(0, 1080, WIDTH, 200, floor)
  if (kind === 1) {
    const paper = `M180 0H780V900C780 1080 830 1120 880 1180H80C130 1120 180 1080 180 900Z`
    return (
      rect(0, 0, WIDTH, HEIGHT, p.ground) +
      rect(0, 1060, WIDTH, 220, floor) +
      fill(paper, p.shape) +
      fill('M180 900C180 1080 130 1120 80 1180H880C830 1120 780 1080 780 900C780 1010 180 1010 180 900Z', tone(p.shape, -0.05)) +
      rect(150, 0, 660, 26, tone(p.ground, -0.25))
    )
  }
  if (kind === 2) {
    const beam = polygon([
      [520, 0],
      [960, 0],
      [760, 1280],
      [40, 1280],
    ])
    return rect(0, 0, WIDTH, HEIGHT, p.ground) + fill(beam, p.second) + rect(0, 1096, WIDTH, 184, floor, 'opacity=".6"') + circle(760, 240, 130, p.shape)
  }
  let steps = ''
  for (let i = 0; i < 5; i++) steps += rect(560 + i * 90, 1130 - i * 130, 420, 160 + i * 130, i % 2 ? p.second : tone(p.second, -0.05))
  return rect(0, 0, WIDTH, HEIGHT, p.ground) + circle(280, 330, 210, p.shape) + steps + rect(0, 1130, WIDTH, 150, floor)
}
