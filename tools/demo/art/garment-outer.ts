import type { Anatomy } from './anatomy.ts'
import { tone } from './colour.ts'
import { body, lapels, round, shaded } from './garment-kit.ts'
import type { Palette } from './palette.ts'
import { circle, curve, fill, line, polygon, rect } from './svg.ts'

/** Draws a jacket, coat or hoodie over the body in head units. */
export function outerwear(kind: 'blazer' | 'coat' | 'trench' | 'hoodie', a: Anatomy, p: Palette): string {
  const { cloth, trim } = p
  const n = a.neck
  const inner = fill(body(a, round(a, 62), -6), trim)
  switch (kind) {
    case 'blazer':
      return (
        inner +
        shaded(
          'g',
          body(
            a,
            [
              [-n - 26, 262],
              [-n * 0.9, 400],
              [0, 640],
              [n * 0.9, 400],
              [n + 26, 262],
            ],
            22,
            6,
          ),
          cloth,
          a,
        ) +
        lapels(a, cloth, 640, 92, 14)
      )
    case 'coat':
      return (
        inner +
        shaded(
          'g',
          body(
            a,
            [
              [-n - 20, 240],
              [-n * 0.9, 380],
              [0, 540],
              [n * 0.9, 380],
              [n + 20, 240],
            ],
            44,
            10,
          ),
          cloth,
          a,
        ) +
        lapels(a, cloth, 560, 140, 34)
      )
    case 'trench': {
      const flap = fill(
        polygon([
          [-n - 40, 300],
          [-a.shoulder * 0.96, 380],
          [-a.shoulder * 0.72, 600],
          [-n - 10, 520],
        ]),
        tone(cloth, -0.04),
        `stroke="${tone(cloth, -0.15)}" stroke-width="4"`,
      )
      const belt =
        rect(-a.shoulder - 90, 850, a.shoulder * 2 + 180, 62, tone(cloth, -0.12)) +
        rect(-46, 842, 92, 78, 'none', `stroke="${p.accent}" stroke-width="12" rx="8"`)
      const buttons = [620, 740].map((y) => circle(-70, y, 12, tone(cloth, -0.24)) + circle(76, y, 12, tone(cloth, -0.24))).join('')
      return (
        inner +
        shaded(
          'g',
          body(
            a,
            [
              [-n - 24, 250],
              [-n, 380],
              [0, 520],
              [n, 380],
              [n + 24, 250],
            ],
            34,
            8,
          ),
          cloth,
          a,
          flap,
        ) +
        lapels(a, cloth, 540, 116, 20) +
        buttons +
        belt
      )
    }
    case 'hoodie': {
      const hood = fill(
        curve([
          [-n - 70, 300],
          [-n - 52, 200],
          [-n * 0.6, 300],
          [0, 376],
          [n * 0.6, 300],
          [n + 52, 200],
          [n + 70, 300],
          [60, 420],
          [0, 440],
          [-60, 420],
        ]) + 'Z',
        tone(cloth, -0.07),
      )
      return (
        shaded('g', body(a, round(a, 64), 10), cloth, a) +
        hood +
        line('M-30 420V560M34 420V540', trim, 9) +
        circle(-30, 566, 9, trim) +
        circle(34, 546, 9, trim)
      )
    }
  }
}
