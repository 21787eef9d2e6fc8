import type { Anatomy } from './anatomy.ts'
import { tone } from './colour.ts'
import { body, BOTTOM, ribbed, round, shaded } from './garment-kit.ts'
import { outerwear } from './garment-outer.ts'
import type { Palette } from './palette.ts'
import type { Rng } from './rng.ts'
import { circle, clipped, curve, fill, line, polygon, rect, type Point } from './svg.ts'

/** Garments of the upper body. */
export type Garment =
  'crew' | 'turtleneck' | 'blazer' | 'coat' | 'shirt' | 'slip_dress' | 'knit' | 'boat_neck' | 'hoodie' | 'dungarees' | 'striped_tee' | 'trench' | 'v_neck'

/** Draws a garment over the body in head units, with its pattern and folds. */
export function garment(kind: Garment, a: Anatomy, p: Palette, rng: Rng): string {
  const { cloth, trim } = p
  const n = a.neck
  switch (kind) {
    case 'crew':
      return shaded('g', body(a, round(a, 58)), cloth, a) + ribbed(curve(round(a, 58)), cloth, 22)
    case 'v_neck':
      return (
        shaded(
          'g',
          body(
            a,
            [
              [-n - 22, 270],
              [-n * 0.5, 340],
              [0, 430],
              [n * 0.5, 340],
              [n + 22, 270],
            ],
            4,
          ),
          cloth,
          a,
        ) +
        line(
          curve([
            [-n - 22, 270],
            [-n * 0.5, 340],
            [0, 430],
            [n * 0.5, 340],
            [n + 22, 270],
          ]),
          tone(cloth, -0.08),
          14,
        )
      )
    case 'boat_neck':
      return shaded(
        'g',
        body(
          a,
          [
            [-n - 110, 306],
            [-60, 346],
            [0, 352],
            [60, 346],
            [n + 110, 306],
          ],
          -4,
          -6,
        ),
        cloth,
        a,
      )
    case 'striped_tee': {
      let bands = ''
      for (let y = 330; y < BOTTOM; y += 62)
        bands += fill(
          `M${-a.shoulder - 80} ${y + 26}Q0 ${y - 18} ${a.shoulder + 80} ${y + 26}v26Q0 ${y + 8} ${-a.shoulder - 80} ${y + 52}Z`,
          cloth,
          'opacity=".92"',
        )
      return shaded('g', body(a, round(a, 56)), trim, a, bands) + line(curve(round(a, 56)), cloth, 12)
    }
    case 'turtleneck': {
      const neck = `M${-n - 10} 176C${-n * 0.4} 208 ${n * 0.4} 208 ${n + 10} 176C${n + 14} 236 ${n + 22} 262 ${n + 40} 300C${n * 0.5} 330 ${-n * 0.5} 330 ${-n - 40} 300C${-n - 22} 262 ${-n - 14} 236 ${-n - 10} 176Z`
      let ribs = ''
      for (let i = -4; i <= 4; i++) ribs += `M${i * n * 0.24} 196Q${i * n * 0.25} 250 ${i * n * 0.32} 316`
      return (
        shaded('g', body(a, round(a, 40, 26), 8), cloth, a) +
        fill(neck, tone(cloth, 0.03)) +
        clipped('roll', neck, fill(`M${n * 0.2} 150L${n + 60} 150V340H${n * 0.4}Z`, tone(cloth, -0.07)) + line(ribs, tone(cloth, -0.11), 4))
      )
    }
    case 'knit': {
      let cables = ''
      for (let x = -3; x <= 3; x++) {
        const near = `${x * 84}`
        cables += `M${near} 318`
        for (let y = 318; y < BOTTOM; y += 56) cables += `q${(y / 56) % 2 < 1 ? 26 : -26} 28 0 56`
        cables += `M${x * 84 + 30} 318V${BOTTOM}`
      }
      return (
        shaded('g', body(a, round(a, 64, 24), 18), cloth, a, line(cables, tone(cloth, -0.08), 6, 'opacity=".75"')) + ribbed(curve(round(a, 64, 24)), cloth, 36)
      )
    }
    case 'shirt': {
      const collar = (s: 1 | -1): string =>
        fill(
          polygon([
            [s * (n - 2), 226],
            [s * (n + 30), 270],
            [s * (n + 6), 392],
            [s * 4, 330],
          ]),
          s > 0 ? tone(cloth, -0.05) : tone(cloth, 0.04),
          `stroke="${tone(cloth, -0.14)}" stroke-width="4" stroke-linejoin="round"`,
        )
      const buttons = [430, 540, 650, 760, 870].map((y) => circle(0, y, 8, tone(cloth, -0.2))).join('')
      return (
        shaded('g', body(a, round(a, 60, 18), 6), cloth, a) +
        line(`M-20 340V${BOTTOM}M20 340V${BOTTOM}`, tone(cloth, -0.12), 4) +
        buttons +
        collar(-1) +
        collar(1)
      )
    }
    case 'slip_dress': {
      const top: Point[] = [
        [-a.shoulder * 0.62, 470],
        [-a.shoulder * 0.34, 440],
        [0, 486],
        [a.shoulder * 0.34, 440],
        [a.shoulder * 0.62, 470],
      ]
      const d = `${curve(top)}L${a.shoulder * 0.7} ${BOTTOM}L${-a.shoulder * 0.7} ${BOTTOM}Z`
      const strap = line(`M${-a.shoulder * 0.4} 446L${-a.shoulder * 0.5} 326M${a.shoulder * 0.4} 446L${a.shoulder * 0.5} 326`, cloth, 13)
      return (
        fill(d, cloth) +
        clipped(
          'g',
          d,
          fill(`M40 400C120 620 60 800 120 ${BOTTOM}H500V400Z`, tone(cloth, -0.07)) +
            line(`M-40 500C-70 700 -20 860 -60 ${BOTTOM}M-120 520C-150 700 -110 900 -140 ${BOTTOM}`, tone(cloth, 0.08), 6, 'opacity=".7"'),
        ) +
        strap
      )
    }
    case 'blazer':
    case 'coat':
    case 'trench':
    case 'hoodie':
      return outerwear(kind, a, p)
    case 'dungarees': {
      const bib = polygon([
        [-a.shoulder * 0.5, 520],
        [a.shoulder * 0.5, 520],
        [a.shoulder * 0.66, BOTTOM],
        [-a.shoulder * 0.66, BOTTOM],
      ])
      const straps = line(`M${-a.shoulder * 0.42} 530L${-a.shoulder * 0.5} 318M${a.shoulder * 0.42} 530L${a.shoulder * 0.5} 318`, cloth, 40)
      const stitches = line(`M${-a.shoulder * 0.44} 540H${a.shoulder * 0.44}`, trim, 4, 'stroke-dasharray="12 10"')
      const top = rng.chance(0.5) ? garment('striped_tee', a, { ...p, cloth: p.accent }, rng) : garment('crew', a, { ...p, cloth: trim }, rng)
      return (
        top +
        straps +
        fill(bib, cloth) +
        stitches +
        rect(-66, 600, 132, 120, tone(cloth, -0.06), 'rx="14"') +
        circle(-a.shoulder * 0.42, 540, 17, p.accent) +
        circle(a.shoulder * 0.42, 540, 17, p.accent)
      )
    }
  }
}
