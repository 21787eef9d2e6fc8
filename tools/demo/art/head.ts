import { anatomyOf, faceOutline, type Anatomy } from './anatomy.ts'
import { tone } from './colour.ts'
import { face } from './face.ts'
import type { HairContext } from './hair-kit.ts'
import { LONG_STYLES } from './hair-long.ts'
import { SHORT_STYLES } from './hair-short.ts'
import { TIED_STYLES } from './hair-tied.ts'
import type { Palette } from './palette.ts'
import type { Rng } from './rng.ts'
import { blob, circle, ellipse, fill, group, line, rect } from './svg.ts'
import { HAIR, type PersonTraits } from './traits.ts'

const STYLES = { ...LONG_STYLES, ...SHORT_STYLES, ...TIED_STYLES }
const FLAT_TOP = new Set<string>(['bob', 'long_straight', 'long_wavy', 'sleek_bun', 'crop', 'buzz', 'side_part', 'pixie', 'bald', 'braids', 'locs', 'shag'])

/** A head in two layers, to be drawn behind and in front of the body, in head units. */
export type Head = { anatomy: Anatomy; back: string; front: string }

/** Draws a person's head seen from the front or three-quarter. */
export function frontHead(rng: Rng, traits: PersonTraits, palette: Palette, options: { turn?: number; accessories?: boolean } = {}): Head {
  const child = traits.age === 'child'
  const turn = options.turn ?? rng.pick([-0.95, -0.6, -0.3, 0, 0.3, 0.6, 0.95])
  const anatomy = anatomyOf(traits, turn)
  const tilt = rng.range(-5, 5) + turn * 3
  const look = { eyes: rng.pick(['open', 'open', 'open', 'lowered', 'closed'] as const), smile: rng.next() }
  const context: HairContext = {
    w: anatomy.cheek,
    turn,
    part: rng.pick([-40, 0, 0, 36]),
    hair: HAIR[traits.hairColour],
    accent: palette.accent,
    child,
    rng,
  }
  const layers = STYLES[traits.hairStyle](context)
  const extras = options.accessories && !child ? accessory(rng, traits, anatomy, palette) : ''
  const spin = (content: string): string => group(`rotate(${tilt.toFixed(1)} 0 230)`, content)
  return {
    anatomy,
    back: spin(layers.back),
    front: spin(face(anatomy, traits, faceOutline(anatomy), look, palette.accent, rng) + layers.front + extras),
  }
}

function accessory(rng: Rng, traits: PersonTraits, a: Anatomy, p: Palette): string {
  const w = a.cheek
  const draw = rng.next()
  if (draw < 0.1 && FLAT_TOP.has(traits.hairStyle)) return hat(w, p)
  if (draw < 0.16 && FLAT_TOP.has(traits.hairStyle)) return beret(w, p)
  if (draw < 0.26 && !traits.glasses) return sunglasses(a, p)
  if (draw < 0.62 && traits.presentation === 'feminine') {
    const drop = rng.chance(0.5)
    const ring = (x: number): string =>
      drop ? circle(x, 78, 9, p.accent) + ellipse(x, 108, 11, 22, p.accent) : circle(x, 100, 24, 'none', `stroke="${p.accent}" stroke-width="7"`)
    return (a.turn < 0.45 ? ring(-w - 4) : '') + (a.turn > -0.45 ? ring(w + 6) : '')
  }
  return ''
}

function hat(w: number, p: Palette): string {
  const colour = p.cloth
  const crown = blob(
    [
      [-w * 0.9, -120],
      [-w * 0.86, -240],
      [-w * 0.5, -320],
      [0, -306],
      [w * 0.5, -322],
      [w * 0.88, -240],
      [w * 0.92, -120],
    ],
    7,
  )
  return (
    fill(crown, colour) +
    fill(`M${w * 0.2} -312Q${w * 0.7} -330 ${w * 0.9} -120L${w * 0.3} -120Z`, tone(colour, -0.06)) +
    rect(-w * 0.92, -172, w * 1.84, 42, p.accent) +
    ellipse(0, -118, w * 2.05, 46, colour) +
    ellipse(0, -126, w * 1.05, 20, tone(colour, -0.08))
  )
}

function beret(w: number, p: Palette): string {
  return (
    fill(
      blob([
        [-w * 1.05, -150],
        [-w * 1.42, -218],
        [-w * 0.7, -312],
        [w * 0.5, -290],
        [w * 1.08, -190],
        [w * 0.98, -128],
        [0, -168],
      ]),
      p.accent,
    ) +
    fill(
      blob([
        [w * 0.1, -296],
        [w * 0.6, -280],
        [w * 1.06, -188],
        [w * 0.98, -128],
        [w * 0.5, -160],
      ]),
      tone(p.accent, -0.08),
    ) +
    line(`M${-w * 0.3} -304q-8 -22 6 -34`, p.accent, 10)
  )
}

function sunglasses(a: Anatomy, p: Palette): string {
  const x = a.turn * 34
  const dark = '#1d1b20'
  const lens = (s: 1 | -1): string => {
    const far = s * a.turn > 0 ? 1 - 0.16 * Math.abs(a.turn) : 1
    const cx = x + s * 62 * far
    return ellipse(cx, 0, 56 * far, 46, dark) + fill(`M${cx - 34 * far} -22q16 -14 34 -12l-30 56q-12 -14 -4 -44z`, p.accent, 'opacity=".55"')
  }
  return lens(-1) + lens(1) + line(`M${x - 14} -10q14 -8 28 0M${x - 112} -8L${-a.cheek - 4} -16M${x + 112} -8L${a.cheek + 4} -16`, dark, 10)
}
