import { lightness, mix, tone } from './colour.ts'
import { FRAMES, pose } from './figure-pose.ts'
import { dim, torso, type Outfit } from './figure-torso.ts'
import type { Head } from './head.ts'
import { limb } from './limb.ts'
import type { Palette } from './palette.ts'
import type { Rng } from './rng.ts'
import { blob, ellipse, fill, group, type Point } from './svg.ts'
import type { Skin } from './traits.ts'

function shoe(x: number, y: number, dir: number, colour: string, boot: boolean): string {
  const shaft = boot
    ? fill(
        limb(
          [
            [x, y - 96],
            [x, y],
          ],
          [44, 40],
        ),
        colour,
      )
    : ''
  return (
    shaft +
    fill(
      blob(
        [
          [x - 20, y - 22],
          [x + 18, y - 24],
          [x + dir * 34 + 16, y + 10],
          [x + dir * 40 + 10, y + 24],
          [x - 22, y + 24],
        ],
        7,
      ),
      colour,
    )
  )
}

function hand(joints: readonly Point[], skin: Skin, size: number): string {
  const [ex, ey] = joints.at(-2)!
  const [x, y] = joints.at(-1)!
  const a = Math.atan2(y - ey, x - ex)
  return fill(
    limb(
      [
        [x - Math.cos(a) * 12, y - Math.sin(a) * 12],
        [x + Math.cos(a) * 16, y + Math.sin(a) * 16],
        [x + Math.cos(a) * 46, y + Math.sin(a) * 46],
      ],
      [size * 0.9, size, size * 0.36],
    ),
    skin.base,
  )
}

/** Draws a full-length figure around x = 480 with its feet near y = 1214. */
export function figure(rng: Rng, head: Head, outfit: Outfit, p: Palette): string {
  const a = head.anatomy
  const f = FRAMES[a.child ? 'child' : a.masculine ? 'masculine' : 'feminine']
  const skin = a.skin
  const po = pose(rng, f)
  const cloth = p.cloth
  const second = outfit === 'suit' ? cloth : lightness(cloth) > 0.55 ? mix('#26242b', p.shape, 0.22) : p.trim
  const shoes = lightness(cloth) < 0.42 ? tone(p.accent, -0.12) : '#2a2224'
  const w = f.child ? 58 : a.masculine ? 66 : 54
  const bareLegs = outfit === 'dress' || outfit === 'knit_skirt' || outfit === 'pinafore' || (outfit === 'trench' && !a.masculine)
  const boots = !f.child && (outfit === 'knit_skirt' || outfit === 'trench')
  const legs = po.legs
    .map((joints, i) => {
      const [x, y] = joints.at(-1)!
      const dir = x >= 0 ? 1 : -1
      const wide = outfit === 'wide_trousers'
      const skinny = bareLegs
        ? [w, w * 0.66, w * 0.44]
        : wide
          ? [w * 1.7, w * 1.75, w * 2]
          : f.child
            ? [w * 1.35, w * 1.1, w * 0.9]
            : [w * 1.45, w * 1.12, w * 0.92]
      const colour = bareLegs ? (outfit === 'pinafore' ? p.accent : i ? mix(skin.base, skin.shade, 0.6) : skin.base) : i ? dim(second) : second
      const top: Point = [joints[0]![0], joints[0]![1] - 30]
      return shoe(x, y, dir, shoes, boots) + fill(limb([top, ...joints.slice(1, -1), [x, y - (bareLegs ? 4 : wide ? -14 : 10)]], skinny, wide ? 8 : 6), colour)
    })
    .reverse()
    .join('')
  const sleeve = outfit === 'coat' || outfit === 'trench' ? 1.3 : outfit === 'knit_skirt' || outfit === 'wide_trousers' ? 1.15 : 1
  const bareArms = outfit === 'dress'
  const armColour = bareArms ? skin.base : outfit === 'pinafore' ? p.trim : cloth
  const arm = (joints: Point[], i: 0 | 1): string => {
    const width = (f.child ? 46 : a.masculine ? 52 : 40) * (bareArms ? 0.86 : sleeve)
    const shade = i ? (bareArms ? mix(skin.base, skin.shade, 0.6) : dim(armColour)) : armColour
    return (
      (po.hands[i] ? hand(joints, skin, f.child ? 32 : 28) : '') +
      fill(limb(joints, [width * 0.9, width, width * 0.9, width * (bareArms ? 0.6 : 0.84)]), shade, `stroke="${dim(armColour)}" stroke-width="3"`)
    )
  }
  const scale = f.child ? 0.74 : 0.345
  const at = `translate(0 ${f.top - (f.child ? 172 : 108)}) scale(${scale})`
  const neck = fill(
    limb(
      [
        [0, f.top - 70],
        [0, f.top + 24],
      ],
      [a.neck * 2 * scale, a.neck * 2.3 * scale],
    ),
    mix(skin.base, skin.shade, 0.65),
  )
  const body = torso(outfit, f, p, skin, second)
  const shadow = ellipse(0, 1216, 210, 22, tone(p.ground, -0.16), 'opacity=".8"')
  return group(
    `translate(480 0) rotate(${po.sway.toFixed(1)} 0 1200)`,
    shadow + group(at, head.back) + legs + arm(po.right, 1) + neck + body + arm(po.left, 0) + group(at, head.front),
  )
}
