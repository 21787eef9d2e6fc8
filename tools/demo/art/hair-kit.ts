import { circle, curve, fill, blob, line, type Point } from './svg.ts'
import type { Hair } from './traits.ts'
import type { Rng } from './rng.ts'

/** Hair in two layers: behind the body and in front of the face. */
export type HairLayers = { back: string; front: string }

/** What a hair style needs to know. */
export type HairContext = {
  /** Half width of the face at the cheekbones. */
  w: number
  turn: number
  /** x of the parting. */
  part: number
  hair: Hair
  accent: string
  child: boolean
  rng: Rng
}

const lerp = (a: Point, b: Point, t: number): Point => [a[0] + (b[0] - a[0]) * t, a[1] + (b[1] - a[1]) * t]

/** A mass of hair between two edges of equal length, with strands that follow both. */
export function lock(outer: readonly Point[], inner: readonly Point[], hair: Hair, options: { strands?: number; shade?: boolean } = {}): string {
  const { strands = 5, shade = false } = options
  let out = fill(blob([...outer, ...[...inner].reverse()], 6.5), shade ? hair.dark : hair.base)
  for (let i = 1; i <= strands; i++) {
    const t = i / (strands + 1)
    const points = outer.map((p, k) => lerp(p, inner[k]!, t))
    const lit = t < 0.45
    out += line(curve(points), lit ? hair.light : hair.dark, lit ? 5 : 4, `opacity="${lit ? 0.55 : 0.5}"`)
  }
  return out
}

/** Rows of curls: overlapping discs with a light arc each. */
export function curls(points: readonly Point[], radius: number, hair: Hair, rng: Rng): string {
  let mass = ''
  let arcs = ''
  for (const [x, y] of points) {
    const r = radius * rng.range(0.85, 1.15)
    mass += circle(x, y, r, hair.base)
    const k = r * 0.55
    arcs += `M${(x - k).toFixed(0)} ${(y + k * 0.4).toFixed(0)}a${k.toFixed(0)} ${k.toFixed(0)} 0 0 1 ${(k * 1.5).toFixed(0)} ${(-k).toFixed(0)}`
  }
  return mass + line(arcs, hair.light, 5, 'opacity=".6"')
}

/** One plait or loc: a thick strand with lighter segments. */
export function plait(points: readonly Point[], width: number, hair: Hair): string {
  const d = curve(points)
  return line(d, hair.dark, width + 4) + line(d, hair.base, width) + line(d, hair.light, width * 0.45, `stroke-dasharray="1 ${width * 0.85}" opacity=".75"`)
}

/** An outline with bumps, for dense curly hair. */
export function bumpy(cx: number, cy: number, rx: number, ry: number, from: number, to: number, count: number, bump: number, rng: Rng): Point[] {
  const points: Point[] = []
  for (let i = 0; i <= count; i++) {
    const angle = from + ((to - from) * i) / count
    const k = 1 + (i % 2 ? bump : -bump) * rng.range(0.5, 1)
    points.push([cx + Math.cos(angle) * rx * k, cy + Math.sin(angle) * ry * k])
  }
  return points
}

/** Hair drawn back smoothly from the forehead. */
export function slicked(c: HairContext, strands = 5): string {
  const { w, part, hair, turn } = c
  const s = turn * 10
  const left = lock(
    [
      [part, -240],
      [-w * 0.55, -228],
      [-w * 0.98, -150],
      [-w - 9, -30],
    ],
    [
      [part + 6, -176],
      [-w * 0.34 + s, -160],
      [-w * 0.76 + s, -104],
      [-w * 0.97, -22],
    ],
    hair,
    { strands },
  )
  const right = lock(
    [
      [part, -240],
      [w * 0.55, -228],
      [w * 0.98, -150],
      [w + 9, -30],
    ],
    [
      [part + 6, -176],
      [w * 0.38 + s, -158],
      [w * 0.78 + s, -104],
      [w * 0.97, -22],
    ],
    hair,
    { strands, shade: false },
  )
  return (
    fill(
      blob([
        [-w - 8, -40],
        [-w * 0.9, -170],
        [-w * 0.4, -234],
        [w * 0.4, -234],
        [w * 0.9, -170],
        [w + 8, -40],
        [w * 0.8, -120],
        [0, -174],
        [-w * 0.8, -120],
      ]),
      hair.base,
    ) +
    left +
    right
  )
}

/** A straight or arched fringe above the brows. */
export function fringe(c: HairContext, depth: number): string {
  const { w, hair, turn } = c
  const s = turn * 22
  return lock(
    [
      [-w * 0.2, -244],
      [-w * 0.78, -190],
      [-w * 0.96 + s * 0.3, -100],
      [-w * 0.92 + s * 0.5, depth + 18],
    ],
    [
      [w * 0.2, -244],
      [w * 0.78, -190],
      [w * 0.96 + s * 0.3, -100],
      [w * 0.92 + s * 0.5, depth + 18],
    ],
    hair,
    { strands: 9 },
  )
}
