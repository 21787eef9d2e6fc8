import type { Anatomy } from './anatomy.ts'
import { lightness, mix, tone } from './colour.ts'
import { circle, clipped, curve, dots, fill, line, polygon, type Point } from './svg.ts'

/** Where garments end, far below the picture. */
export const BOTTOM = 1150

const shoulders = (a: Anatomy, ease: number, lift: number): Point[] => [
  [a.neck + 52, 296 - lift],
  [a.shoulder * 0.64, 332 - lift],
  [(a.shoulder + ease) * 0.93, 372 - lift * 0.6],
  [a.shoulder + ease + 10, 450],
  [a.shoulder + ease + 30, 640],
  [a.shoulder + ease + 44, BOTTOM],
]

/** The outline of a garment from its neckline down. */
export function body(a: Anatomy, neckline: readonly Point[], ease = 0, lift = 0): string {
  const right = shoulders(a, ease, lift)
  const left = right.map(([x, y]): Point => [-x, y]).reverse()
  return `${curve(neckline)}${curve([neckline.at(-1)!, ...right]).replace(/^M[^C]+/, '')}L${left[0]![0]} ${left[0]![1]}${curve([...left, neckline[0]!]).replace(/^M[^C]+/, '')}Z`
}

/** A round neckline of the given depth. */
export const round = (a: Anatomy, depth: number, spread = 16): Point[] =>
  [-3, -2, -1, 0, 1, 2, 3].map((i): Point => [(a.neck + spread) * Math.sin((i * Math.PI) / 6), 270 + depth * Math.cos((i * Math.PI) / 6)])

/** Neck and bare shoulders with the cast shadow of the chin. */
export function neckAndShoulders(a: Anatomy): string {
  const shade = mix(a.skin.base, a.skin.shade, 0.8)
  const outline = body(
    a,
    [
      [-a.neck, 120],
      [0, 116],
      [a.neck, 120],
    ],
    -14,
    -6,
  )
  const t = a.turn * 24
  const cast = curve([
    [-a.neck - 30, 150],
    [-a.neck * 0.7 + t, a.chinY + 22],
    [t + 6, a.chinY + 60],
    [a.neck * 0.5 + t, a.chinY + 84],
    [a.neck + 26, a.chinY + 150],
  ])
  const bones = line(
    curve([
      [-a.neck * 1.9, 352],
      [-a.neck, 366],
      [-26, 356],
    ]) +
      curve([
        [a.neck * 1.9, 352],
        [a.neck, 366],
        [26, 356],
      ]),
    a.skin.shade,
    6,
    'opacity=".7"',
  )
  const side = `M${a.neck * 0.35} 100L${a.neck + 40} 100L${a.shoulder + 60} 420L${a.shoulder + 60} ${BOTTOM}L${a.shoulder * 0.66} ${BOTTOM}C${a.shoulder * 0.8} 640 ${a.shoulder * 0.76} 440 ${a.neck * 0.9} 330Z`
  return (
    fill(outline, a.skin.base) +
    clipped('body', outline, fill(side, shade, 'opacity=".55"') + fill(`${cast}L${a.neck + 40} 60L${-a.neck - 40} 60Z`, shade) + (a.child ? '' : bones))
  )
}

/** A garment with folds, arms and its shadow side. */
export function shaded(id: string, outline: string, colour: string, a: Anatomy, extra = ''): string {
  const dark = tone(colour, lightness(colour) > 0.55 ? -0.09 : -0.06)
  const s = a.shoulder
  const fold = `M${s * 0.2} ${BOTTOM}C${s * 0.34} 760 ${s * 0.5} 520 ${s * 0.36} 300L${s + 160} 300L${s + 160} ${BOTTOM}Z`
  const arm = (x: number): string =>
    line(
      curve([
        [x * s * 0.74, 520],
        [x * s * 0.72, 640],
        [x * s * 0.78, 900],
        [x * s * 0.76, BOTTOM],
      ]),
      tone(colour, lightness(colour) > 0.3 ? -0.16 : 0.1),
      7,
    )
  return (
    fill(outline, colour) + clipped(id, outline, fill(fold, dark) + extra + dots(-s - 60, 640, s * 1.3, 420, 9, 2.6, dark, 'opacity=".55"') + arm(-1) + arm(1))
  )
}

/** A ribbed band along a line. */
export function ribbed(d: string, colour: string, width: number): string {
  return line(d, tone(colour, -0.05), width) + line(d, tone(colour, 0.05), width, `stroke-dasharray="1 10"`)
}

/** Two lapels with the front edge and a button. */
export function lapels(a: Anatomy, cloth: string, depth: number, width: number, wing: number): string {
  const edge = tone(cloth, lightness(cloth) > 0.45 ? -0.13 : 0.09)
  const one = (s: 1 | -1): string => {
    const shape = polygon([
      [s * (a.neck + 2), 236],
      [s * (a.neck + 44), 276],
      [s * (a.neck + width), 400],
      [s * (a.neck + width + wing), 452],
      [s * (a.neck + width - 14), 486],
      [s * 8, depth],
    ])
    return (
      fill(shape, s > 0 ? tone(cloth, -0.05) : tone(cloth, 0.035), `stroke="${edge}" stroke-width="4" stroke-linejoin="round"`) +
      line(`M${s * (a.neck + width)} 400L${s * (a.neck + width * 0.55)} 412`, edge, 4)
    )
  }
  return one(1) + one(-1) + line(`M4 ${depth}C10 ${depth + 140} 8 ${depth + 300} 10 ${BOTTOM}`, edge, 5) + circle(-20, depth + 60, 11, edge)
}
