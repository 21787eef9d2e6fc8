import type { Coat } from './coat.ts'
import type { Palette } from './palette.ts'
import type { Rng } from './rng.ts'
import { blob, circle, fill, polygon, type Point } from './svg.ts'

/** What a pet drawing needs: its coat, the picture's palette and randomness, and the stable traits. */
export type PetContext = { coat: Coat; palette: Palette; rng: Rng; breed: string; full: boolean }

/** Closes a half outline (right side, top to bottom) into a symmetric shape. */
export function symmetric(half: readonly Point[], tension = 6): string {
  return blob(
    [
      ...half,
      ...half
        .map(([x, y]): Point => [-x, y])
        .reverse()
        .filter(([x]) => x !== 0),
    ],
    tension,
  )
}

/** Makes an outline furry: a tuft outward between every two points. */
export function furry(points: readonly Point[], size: number, rng: Rng): string {
  const out: Point[] = []
  const cx = points.reduce((sum, p) => sum + p[0], 0) / points.length
  const cy = points.reduce((sum, p) => sum + p[1], 0) / points.length
  points.forEach((p, i) => {
    const q = points[(i + 1) % points.length]!
    const steps = Math.max(2, Math.round(Math.hypot(q[0] - p[0], q[1] - p[1]) / 44))
    for (let k = 0; k < steps; k++) {
      const x = p[0] + ((q[0] - p[0]) * k) / steps
      const y = p[1] + ((q[1] - p[1]) * k) / steps
      const d = Math.hypot(x - cx, y - cy) || 1
      const reach = k % 2 === 0 ? rng.range(0.2, 1) * size : -size * 0.25
      out.push([x + ((x - cx) / d) * reach, y + ((y - cy) / d) * reach + Math.abs(reach) * 0.35])
    }
  })
  return blob(out, 8)
}

/** Both halves of an outline as points, for `furry`. */
export function around(half: readonly Point[]): Point[] {
  return [
    ...half,
    ...half
      .map(([x, y]): Point => [-x, y])
      .reverse()
      .filter(([x]) => x !== 0),
  ]
}

/** A friendly dark eye with a highlight. */
export function eye(x: number, y: number, r: number, iris = '#241c1c'): string {
  return (
    circle(x, y, r * 1.18, '#15100f') +
    circle(x, y, r, iris) +
    (iris === '#241c1c' ? '' : circle(x, y, r * 0.5, '#15100f')) +
    circle(x - r * 0.34, y - r * 0.4, r * 0.3, '#fffaf0')
  )
}

/** A bandana, bow tie or collar under the chin at the given height and half width. */
export function neckwear(c: PetContext, y: number, half: number): string {
  const { palette: p, rng } = c
  const kind = rng.int(0, 3)
  if (kind === 0) {
    const shape = blob(
      [
        [-half, y - 20],
        [0, y + 14],
        [half, y - 20],
        [half * 0.9, y + 20],
        [half * 0.3, y + half * 0.72],
        [0, y + half * 0.98],
        [-half * 0.3, y + half * 0.72],
        [-half * 0.9, y + 20],
      ],
      8,
    )
    let dots = ''
    for (let i = -2; i <= 2; i++) dots += circle(i * half * 0.24, y + half * (0.3 + (i % 2 ? 0.16 : 0)), half * 0.045, p.trim)
    return fill(shape, p.cloth) + dots
  }
  const band = fill(
    blob(
      [
        [-half, y - 22],
        [0, y + 12],
        [half, y - 22],
        [half * 0.98, y + 12],
        [0, y + 46],
        [-half * 0.98, y + 12],
      ],
      7,
    ),
    p.cloth,
  )
  if (kind === 1)
    return (
      band +
      fill(
        polygon([
          [0, y + 30],
          [-74, y - 10],
          [-74, y + 72],
        ]) +
          polygon([
            [0, y + 30],
            [74, y - 10],
            [74, y + 72],
          ]),
        p.accent,
      ) +
      circle(0, y + 30, 18, p.cloth)
    )
  return band + circle(0, y + 58, 24, p.accent) + circle(0, y + 58, 9, p.trim)
}
