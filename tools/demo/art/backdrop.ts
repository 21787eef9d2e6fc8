import { mix, tone } from './colour.ts'
import type { Palette } from './palette.ts'
import type { Rng } from './rng.ts'
import { blob, circle, curve, fill, halftone, line, polygon, rect } from './svg.ts'

type Motif = (rng: Rng, p: Palette, w: number, h: number) => string

const sun: Motif = (rng, p, w, h) => {
  const x = w * rng.range(0.28, 0.72)
  const y = h * rng.range(0.28, 0.42)
  const r = w * rng.range(0.34, 0.44)
  return circle(x, y, r, p.shape) + (rng.chance(0.5) ? rect(0, h * 0.78, w, h * 0.22, p.second) : '')
}

const arch: Motif = (rng, p, w, h) => {
  const half = w * rng.range(0.3, 0.38)
  const x = w * rng.range(0.42, 0.58)
  const top = h * rng.range(0.16, 0.24) + half
  const inner = half * 0.8
  const shape = (r: number): string => `M${x - r} ${h}V${top}A${r} ${r} 0 0 1 ${x + r} ${top}V${h}Z`
  return fill(shape(half), p.second) + fill(shape(inner), p.shape)
}

const split: Motif = (rng, p, w, h) => {
  const a = w * rng.range(0.35, 0.65)
  const b = w * rng.range(0.35, 0.65)
  return fill(
    polygon([
      [a, 0],
      [w, 0],
      [w, h],
      [b, h],
    ]),
    p.shape,
  )
}

const stripes: Motif = (rng, p, w, h) => {
  const count = rng.int(5, 8)
  const step = w / count
  let out = ''
  for (let i = 0; i < count; i += 2) out += rect(i * step, 0, step, h, p.second)
  return out + circle(w * rng.range(0.35, 0.65), h * 0.36, w * 0.32, p.shape)
}

const windowLight: Motif = (rng, p, w, h) => {
  const skew = w * rng.range(0.14, 0.24)
  const x = w * rng.range(0.04, 0.18)
  let out = ''
  for (const [row, col] of [
    [0, 0],
    [0, 1],
    [1, 0],
    [1, 1],
    [2, 0],
    [2, 1],
  ] as const) {
    const px = x + col * w * 0.36 + row * skew * 0.55
    const py = h * 0.04 + row * h * 0.29 + col * h * 0.035
    out += fill(
      polygon([
        [px, py],
        [px + w * 0.33, py + h * 0.033],
        [px + w * 0.33 + skew * 0.5, py + h * 0.29],
        [px + skew * 0.5, py + h * 0.257],
      ]),
      row === 1 ? p.shape : p.second,
      'opacity=".9"',
    )
  }
  return out
}

const arcs: Motif = (rng, p, w, h) => {
  const x = rng.chance(0.5) ? w * 0.12 : w * 0.88
  let out = ''
  for (let i = 5; i >= 1; i--) out += circle(x, h * 0.5, w * 0.17 * i, i % 2 ? p.second : p.ground)
  return out + circle(x, h * 0.5, w * 0.2, p.shape)
}

const blocks: Motif = (rng, p, w, h) => {
  const y = h * rng.range(0.42, 0.58)
  const x = w * rng.range(0.3, 0.7)
  return rect(0, 0, x, y, p.shape) + rect(x, y, w - x, h - y, p.second) + circle(x, y, w * 0.16, mix(p.ground, p.accent, 0.55))
}

const hills: Motif = (rng, p, w, h) => {
  const wave = (y: number, amp: number): string => {
    const points: [number, number][] = []
    for (let i = 0; i <= 5; i++) points.push([(w * i) / 5, y + (i % 2 ? -amp : amp) * rng.range(0.5, 1)])
    return `${curve(points)}L${w} ${h}L0 ${h}Z`
  }
  return circle(w * rng.range(0.2, 0.8), h * 0.2, w * 0.13, p.accent) + fill(wave(h * 0.42, 60), p.second) + fill(wave(h * 0.6, 70), p.shape)
}

const cutouts: Motif = (rng, p, w, h) => {
  const leaf = (x: number, y: number, size: number, angle: number, colour: string): string => {
    let out = ''
    for (let i = -3; i <= 3; i++) {
      const bend = angle + i * 0.36
      const reach = size * (1 - Math.abs(i) * 0.09)
      const mx = x + Math.cos(bend) * reach * 0.55
      const my = y + Math.sin(bend) * reach * 0.55
      const px = -Math.sin(bend) * size * 0.085
      const py = Math.cos(bend) * size * 0.085
      out += blob(
        [
          [x, y],
          [mx + px, my + py],
          [x + Math.cos(bend) * reach, y + Math.sin(bend) * reach],
          [mx - px, my - py],
        ],
        4.2,
      )
    }
    return fill(out, colour)
  }
  const pebble = (x: number, y: number, r: number, colour: string): string =>
    fill(
      blob(
        [0, 1, 2, 3, 4].map((k): [number, number] => [x + Math.cos(k * 1.257) * r * rng.range(0.75, 1.2), y + Math.sin(k * 1.257) * r * rng.range(0.75, 1.2)]),
        5,
      ),
      colour,
    )
  return (
    pebble(w * 0.5, h * 0.36, w * 0.4, p.second) +
    leaf(w * 0.02, h * 0.34, w * 0.44, -0.5, p.shape) +
    leaf(w * 0.98, h * 0.2, w * 0.4, 2.5, mix(p.shape, p.second, 0.45)) +
    leaf(w * 1.02, h * 0.72, w * 0.46, 3.7, p.shape) +
    pebble(w * 0.12, h * 0.1, w * 0.09, p.accent)
  )
}

const palms: Motif = (rng, p, w, h) => {
  const frond = (x: number, y: number, dir: number, colour: string): string => {
    let out = ''
    for (let i = 0; i < 7; i++) {
      const a = -1.5 + i * 0.42
      const len = w * 0.36
      const ex = x + dir * Math.cos(a) * len
      const ey = y + Math.sin(a) * len
      const nx = -Math.sin(a) * 34
      const ny = Math.cos(a) * 34
      out += fill(
        blob(
          [
            [x, y],
            [(x + ex) / 2 + nx, (y + ey) / 2 + ny],
            [ex, ey],
            [(x + ex) / 2 - nx, (y + ey) / 2 - ny],
          ],
          5,
        ),
        colour,
      )
    }
    return out
  }
  const y = h * rng.range(0.3, 0.45)
  return circle(w * 0.5, h * 0.34, w * 0.36, p.second) + frond(-10, y, 1, p.shape) + frond(w + 10, y + 160, -1, p.shape)
}

const frame: Motif = (rng, p, w, h) => {
  const m = w * 0.09
  const cut = rng.chance(0.5)
  return rect(m, m, w - 2 * m, h - m, p.shape) + (cut ? circle(w - m, m + w * 0.16, w * 0.22, p.second) : rect(m, h * 0.62, w - 2 * m, h * 0.4, p.second))
}

const MOTIFS: readonly Motif[] = [sun, arch, split, stripes, windowLight, arcs, blocks, hills, cutouts, palms, frame, sun, arch]

/** Fills a picture with a flat ground, an abstract motif and a halftone corner. */
export function backdrop(rng: Rng, p: Palette, w: number, h: number): string {
  const motif = rng.pick(MOTIFS)
  const dark = tone(p.ground, -0.1)
  const corner = rng.chance(0.5)
  const dots = rng.chance(0.65)
    ? halftone('bgdots', dark, 2.6, 13) +
      fill(
        blob(
          [
            [w * (corner ? 0.7 : -0.1), -60],
            [w * (corner ? 1.1 : 0.3), -60],
            [w * (corner ? 1.1 : 0.36), h * 0.3],
            [w * (corner ? 0.86 : 0.1), h * 0.34],
          ],
          5,
        ),
        'url(#bgdots)',
        'opacity=".75"',
      )
    : ''
  const ground = rng.chance(0.25) ? line(`M0 ${h * 0.8}H${w}`, dark, 3) : ''
  return rect(0, 0, w, h, p.ground) + ground + motif(rng, p, w, h) + dots
}
