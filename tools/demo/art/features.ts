import type { Anatomy } from './anatomy.ts'
import { mix, tone } from './colour.ts'
import { circle, curve, ellipse, fill, line } from './svg.ts'
import type { PersonTraits } from './traits.ts'

/** How the face looks at the viewer. */
export type Expression = { eyes: 'open' | 'lowered' | 'closed'; smile: number }

/** Draws the visible ears. */
export function ears(a: Anatomy, shade: string): string {
  const y = a.eyeY + 26
  const one = (s: 1 | -1): string => {
    const x = s * (a.cheek + 2) + a.turn * 4
    return (
      ellipse(x, y, 21, 40, s > 0 ? shade : a.skin.base, `transform="rotate(${s * 8} ${x} ${y})"`) +
      line(
        curve([
          [x + s * 6, y - 22],
          [x + s * 11, y - 4],
          [x + s * 2, y + 14],
        ]),
        a.skin.shade,
        5,
      )
    )
  }
  return (a.turn < 0.45 ? one(-1) : '') + (a.turn > -0.45 ? one(1) : '')
}

/** Draws the nose as a plane of shadow. */
export function nose(a: Anatomy, shade: string): string {
  const x = a.turn * 38
  const dir = a.turn < -0.2 ? -1 : 1
  if (a.child)
    return line(
      curve([
        [x - 12, a.eyeY + 58],
        [x, a.eyeY + 66],
        [x + 12, a.eyeY + 57],
      ]),
      a.skin.shade,
      7,
    )
  const tip = 92
  const plane = `M${x + dir * 4} ${-30}C${x + dir * 8} 20 ${x + dir * 16} 50 ${x + dir * 30} ${tip - 14}C${x + dir * 34} ${tip + 6} ${x + dir * 8} ${tip + 8} ${x - dir * 16} ${tip}C${x - dir * 2} ${tip - 14} ${x - dir * 2} 20 ${x + dir * 4} -30Z`
  return (
    fill(plane, mix(shade, a.skin.shade, 0.55)) +
    line(
      curve([
        [x - dir * 20, tip - 2],
        [x, tip + 7],
        [x + dir * 24, tip - 1],
      ]),
      tone(a.skin.shade, -0.08),
      4.5,
    )
  )
}

/** Draws brows and eyes. */
export function eyes(a: Anatomy, ink: string, look: Expression): string {
  const t = a.turn
  const one = (s: 1 | -1): string => {
    const far = s * t > 0 ? 1 - 0.2 * Math.abs(t) : 1
    const x = t * 34 + s * a.cheek * 0.45 * far
    const w = (a.child ? 22 : 34) * far
    const y = a.eyeY
    if (a.child) {
      const brow = line(
        curve([
          [x - s * 26, y - 50],
          [x + s * 2, y - 60],
          [x + s * 28, y - 50],
        ]),
        ink,
        8,
        'opacity=".8"',
      )
      if (look.eyes !== 'open')
        return (
          brow +
          line(
            curve([
              [x - w, y],
              [x, y + 13],
              [x + w, y],
            ]),
            ink,
            8,
          )
        )
      return brow + ellipse(x, y, 13, 17, ink) + circle(x - 4, y - 6, 4.5, '#fffaf2')
    }
    const thick = a.masculine ? 15 : 9
    const brow = `M${x - s * w * 1.05} ${y - 47}C${x - s * w * 0.3} ${y - 56} ${x + s * w * 0.7} ${y - 62} ${x + s * w * 1.42} ${y - 38}C${x + s * w * 0.7} ${y - 60 + thick} ${x - s * w * 0.3} ${y - 56 + thick} ${x - s * w} ${y - 45 + thick * 0.75}Z`
    const lidShade = fill(`M${x - w} ${y + 2}C${x - w * 0.5} ${y - 30} ${x + w * 0.5} ${y - 32} ${x + w * 1.1} ${y - 2}Z`, a.skin.shade, 'opacity=".75"')
    const wing = a.masculine ? 0.06 : 0.3
    const sag = look.eyes === 'open' ? -13 : 10
    const lid = `M${x - s * w} ${y + 3}Q${x} ${y + sag * 1.7} ${x + s * w} ${y - 2}L${x + s * w * (1 + wing)} ${y - 10}Q${x} ${y + sag * 1.7 - 11} ${x - s * w} ${y + 3}Z`
    const iris = look.eyes === 'open' ? fill(`M${x - 12} ${y - 6}A12.5 13 0 0 0 ${x + 13} ${y - 7}Z`, ink) + circle(x, y - 1, 10, ink) : ''
    return fill(brow, ink) + lidShade + iris + fill(lid, ink, `stroke="${ink}" stroke-width="3" stroke-linejoin="round"`)
  }
  return one(-1) + one(1)
}

/** Draws the mouth. */
export function mouth(a: Anatomy, tint: string, look: Expression, traits: PersonTraits): string {
  const x = a.turn * 34
  if (a.child) {
    const y = a.eyeY + 94
    const w = 34
    if (look.smile > 0.6)
      return (
        fill(
          `M${x - w} ${y - 4}Q${x} ${y + 46} ${x + w} ${y - 4}Q${x} ${y + 6} ${x - w} ${y - 4}Z`,
          '#8c2f35',
          `stroke="#8c2f35" stroke-width="5" stroke-linejoin="round"`,
        ) + fill(`M${x - 25} ${y}Q${x} ${y + 15} ${x + 25} ${y}Q${x} ${y + 5} ${x - 25} ${y}Z`, '#fffaf2')
      )
    return line(
      curve([
        [x - w * 0.8, y],
        [x, y + 14],
        [x + w * 0.8, y],
      ]),
      mix(a.skin.lips, '#6b2430', 0.35),
      8,
    )
  }
  const y = 136
  const w = (a.masculine ? 40 : 39) * (1 - 0.08 * Math.abs(a.turn))
  const full = a.masculine ? 0.75 : 1
  const up = 2 + look.smile * 10
  const colour = a.masculine || traits.age === 'teen' ? mix(a.skin.lips, a.skin.base, 0.35) : mix(a.skin.lips, tint, 0.55)
  const upper = `M${x - w} ${y - up}C${x - w * 0.5} ${y - 14 * full} ${x - 14} ${y - 19 * full} ${x} ${y - 11 * full}C${x + 14} ${y - 19 * full} ${x + w * 0.5} ${y - 14 * full} ${x + w} ${y - up}C${x + w * 0.5} ${y + 4 + up * 0.4} ${x - w * 0.5} ${y + 4 + up * 0.4} ${x - w} ${y - up}Z`
  const lower = `M${x - w} ${y - up}C${x - w * 0.5} ${y + 4 + up * 0.4} ${x + w * 0.5} ${y + 4 + up * 0.4} ${x + w} ${y - up}C${x + w * 0.5} ${y + 28 * full} ${x - w * 0.5} ${y + 28 * full} ${x - w} ${y - up}Z`
  const chin = ellipse(x + 6, y + 36, 22, 6, a.skin.shade, 'opacity=".5"')
  return (traits.beard === 'full' ? '' : chin) + fill(upper, tone(colour, -0.07)) + fill(lower, tone(colour, 0.03))
}
