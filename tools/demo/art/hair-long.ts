import { curls, fringe, lock, plait, type HairContext, type HairLayers } from './hair-kit.ts'
import { blob, fill, type Point } from './svg.ts'

type Style = (c: HairContext) => HairLayers

function curtain(c: HairContext, side: 1 | -1, length: number, wave: number): string {
  const { w, part, turn } = c
  const s = turn * 10
  const outer: Point[] = [
    [part, -246],
    [side * w * 0.62, -232],
    [side * (w + 14), -120],
  ]
  const inner: Point[] = [
    [part + side * 4, -186],
    [side * w * 0.5 + s, -134],
    [side * w * 0.86 + s, -50],
  ]
  const steps = Math.max(2, Math.round(length / 90))
  for (let i = 1; i <= steps; i++) {
    const y = -120 + ((length + 120) * i) / steps
    const bend = wave * (i % 2 ? 1 : -1)
    const taper = 1 - (i / steps) ** 3 * 0.25
    const end = i === steps && length > 250
    outer.push([side * (w + 26 + 14 * (i / steps) - (end ? 34 : 0)) + bend, y + (end ? 30 : 0)])
    inner.push([side * (end ? w * 0.92 : w * (0.98 - 0.24 * (i / steps)) * taper) + bend + s, Math.max(-20, y - 20 + (end ? 34 : 0))])
  }
  return lock(outer, inner, c.hair, { strands: 5 })
}

function mane(c: HairContext, length: number, flare: number): string {
  const { w } = c
  return fill(
    blob([
      [-w - 22, -80],
      [-w * 0.7, -220],
      [0, -250],
      [w * 0.7, -220],
      [w + 22, -80],
      [w + 34 + flare, length * 0.5],
      [w + 24 + flare, length],
      [0, length + 24],
      [-w - 24 - flare, length],
      [-w - 34 - flare, length * 0.5],
    ]),
    c.hair.dark,
  )
}

/** Hair styles that reach the chin or further. */
export const LONG_STYLES = {
  bob: (c) => {
    const length = 150
    const bangs = c.child || c.rng.chance(0.55)
    return {
      back: mane(c, length + 6, 6),
      front: curtain(c, -1, length, 0) + curtain(c, 1, length, 0) + (bangs ? fringe(c, c.child ? -74 : -68) : ''),
    }
  },
  long_straight: (c) => ({
    back: mane(c, 470, 8),
    front: curtain(c, -1, 500, 0) + curtain(c, 1, c.rng.chance(0.5) ? 520 : 330, 0) + (c.rng.chance(0.3) ? fringe(c, -62) : ''),
  }),
  long_wavy: (c) => ({ back: mane(c, 420, 34), front: curtain(c, -1, 430, 20) + curtain(c, 1, 400, -20) }),
  shag: (c) => {
    const { w, hair } = c
    let flicks = ''
    for (let i = 0; i < 4; i++) {
      for (const s of [-1, 1]) {
        const y = -30 + i * 66
        flicks += fill(
          blob(
            [
              [s * (w - 6), y - 60],
              [s * (w + 28 + i * 6), y],
              [s * (w + 56 + i * 8), y + 58],
              [s * (w + 6), y + 26],
            ],
            5,
          ),
          i % 2 ? hair.base : hair.dark,
        )
      }
    }
    const bangs = ([-1, 1] as const)
      .map((s) =>
        lock(
          [
            [c.part, -246],
            [s * w * 0.5, -226],
            [s * w * 0.98, -130],
            [s * (w + 16), -6],
          ],
          [
            [c.part, -170],
            [s * w * 0.16, -122],
            [s * w * 0.5, -66],
            [s * w * 0.95, 14],
          ],
          hair,
        ),
      )
      .join('')
    return { back: mane(c, 230, 30) + flicks, front: bangs }
  },
  braids: (c) => {
    const { w, hair, part } = c
    let back = ''
    let front = ''
    for (let i = 0; i < 7; i++) {
      const x = -w - 20 + (i * (2 * w + 40)) / 6
      back += plait(
        [
          [x * 0.7, -180],
          [x * 1.05, 60],
          [x * 1.12, 300 + (i % 3) * 30],
        ],
        30,
        hair,
      )
    }
    for (const s of [-1, 1] as const) {
      for (let i = 0; i < 4; i++) {
        const o = i * 22
        front += plait(
          [
            [part + s * 4, -238 + i * 16],
            [s * (w * 0.62 + o * 0.1), -214 + i * 30],
            [s * (w + 16 - o * 0.55), -90 + i * 14],
            [s * (w + 30 - o * 0.7), 120],
            [s * (w + 40 - o * 1.1), 330 - i * 26],
          ],
          25,
          hair,
        )
      }
    }
    return {
      back:
        fill(
          blob([
            [-w - 8, -60],
            [-w * 0.8, -200],
            [0, -244],
            [w * 0.8, -200],
            [w + 8, -60],
            [0, -100],
          ]),
          hair.dark,
        ) + back,
      front,
    }
  },
  locs: (c) => {
    const { w, hair } = c
    let back = ''
    let front = ''
    for (let i = 0; i < 9; i++) {
      const x = -w - 26 + (i * (2 * w + 52)) / 8
      back += plait(
        [
          [x * 0.6, -200],
          [x * 1.12, -20],
          [x * 1.1 + (i % 2 ? 8 : -8), 150 + (i % 3) * 26],
        ],
        32,
        hair,
      )
    }
    for (let i = 0; i < 6; i++) {
      const s = i % 2 ? 1 : -1
      const o = Math.floor(i / 2) * 30
      front += plait(
        [
          [s * 8, -236 + o * 0.3],
          [s * (w * 0.6), -226 + o],
          [s * (w + 16 - o * 0.3), -120 + o * 0.6],
          [s * (w + 26 - o * 0.3), 60 + (i % 3) * 26],
        ],
        32,
        hair,
      )
    }
    return { back, front }
  },
  curls: (c) => {
    const { w, hair, rng, turn } = c
    const back: Point[] = []
    const front: Point[] = []
    for (let i = 0; i <= 16; i++) {
      const a = Math.PI * (0.86 + (1.28 * i) / 16)
      back.push([Math.cos(a) * (w + 52), -40 + Math.sin(a) * 196])
    }
    for (const s of [-1, 1]) for (let i = 0; i < 4; i++) back.push([s * (w + 34 - i * 6), 10 + i * 44], [s * (w - 6), 40 + i * 40])
    for (let i = 0; i <= 9; i++) {
      const a = Math.PI * (1.03 + (0.94 * i) / 9)
      front.push([Math.cos(a) * (w + 6) + turn * 8, -76 + Math.sin(a) * 122])
    }
    const crown = fill(
      blob([
        [-w - 20, -40],
        [-w * 0.9, -190],
        [0, -250],
        [w * 0.9, -190],
        [w + 20, -40],
        [w * 0.7, -140],
        [0, -180],
        [-w * 0.7, -140],
      ]),
      hair.base,
    )
    return { back: curls(back, 52, hair, rng), front: crown + curls(front, 38, hair, rng) }
  },
} as const satisfies Record<string, Style>
