import { bumpy, lock, type HairContext, type HairLayers } from './hair-kit.ts'
import { blob, curve, ellipse, fill, halftone, line, type Point } from './svg.ts'

type Style = (c: HairContext) => HairLayers

function sides(c: HairContext, to: number): string {
  const { w, hair } = c
  const one = (s: 1 | -1): string =>
    fill(
      blob([
        [s * w * 0.72, -190],
        [s * (w + 6), -120],
        [s * (w + 9), -30],
        [s * (w - 1), to],
        [s * w * 0.9, -10],
        [s * w * 0.88, -90],
      ]),
      hair.dark,
    )
  return one(-1) + one(1)
}

function swept(c: HairContext, lift: number, hairline: number): string {
  const { w, hair, turn } = c
  const s = turn * 12
  const big = lock(
    [
      [-w * 0.5, -222],
      [-w * 0.2, -246 - lift],
      [w * 0.55, -232 - lift],
      [w + 10, -150 - lift * 0.3],
      [w + 9, -60],
    ],
    [
      [-w * 0.56 + s, -160],
      [-w * 0.2 + s, hairline - 6],
      [w * 0.32 + s, hairline],
      [w * 0.8 + s, hairline + 26],
      [w * 0.98, -46],
    ],
    hair,
    { strands: 7 },
  )
  const small = lock(
    [
      [-w * 0.46, -226],
      [-w * 0.8, -206],
      [-w - 6, -130],
      [-w - 8, -40],
    ],
    [
      [-w * 0.56 + s, -164],
      [-w * 0.74 + s, -130],
      [-w * 0.88, -90],
      [-w * 0.97, -36],
    ],
    hair,
    { strands: 3 },
  )
  return small + big
}

/** Hair styles that end above the ears, and none at all. */
export const SHORT_STYLES = {
  side_part: (c) => ({ back: '', front: sides(c, 30) + swept(c, 6, -142) }),
  quiff: (c) => ({ back: '', front: sides(c, 24) + swept(c, 62, -150) }),
  crop: (c) => {
    const { w, hair, rng, turn } = c
    const jag: Point[] = []
    for (let i = 0; i <= 10; i++) jag.push([w * 0.86 - (i * w * 1.72) / 10 + turn * 12, (i % 2 ? -112 : -150) + rng.range(-8, 8)])
    const top = blob([[-w * 0.98, -96], [-w * 0.94, -190], [-w * 0.42, -250], [w * 0.3, -256], [w * 0.92, -196], [w * 0.98, -96], ...jag], 8)
    const ticks = [0, 1, 2, 3, 4, 5, 6]
      .map((i) =>
        curve([
          [-w * 0.66 + i * w * 0.22, -232 + Math.abs(i - 3) * 8],
          [-w * 0.72 + i * w * 0.24, -160],
        ]),
      )
      .join('')
    return { back: '', front: sides(c, 22) + fill(top, hair.base) + line(ticks, hair.light, 5, 'opacity=".5"') }
  },
  buzz: (c) => {
    const { w, hair, turn } = c
    const s = turn * 10
    const cap = blob([
      [-w - 3, -20],
      [-w * 0.97, -130],
      [-w * 0.58, -208],
      [0, -226],
      [w * 0.58, -208],
      [w * 0.97, -130],
      [w + 3, -20],
      [w * 0.9, -60],
      [w * 0.82 + s, -130],
      [w * 0.4 + s, -158],
      [-w * 0.4 + s, -158],
      [-w * 0.82 + s, -130],
      [-w * 0.9, -60],
    ])
    return {
      back: '',
      front: fill(cap, hair.base, 'opacity=".86"') + halftone('buzz', hair.light, 1.8, 8) + fill(cap, 'url(#buzz)', 'opacity=".55"'),
    }
  },
  pixie: (c) => {
    const { w, hair, turn } = c
    const s = turn * 14
    const sweep = lock(
      [
        [-w * 0.4, -236],
        [w * 0.1, -262],
        [w * 0.8, -222],
        [w + 18, -110],
        [w + 8, 20],
      ],
      [
        [-w * 0.5, -200],
        [-w * 0.5 + s, -120],
        [w * 0.1 + s, -66],
        [w * 0.62 + s, -60],
        [w * 0.97, 34],
      ],
      hair,
      { strands: 7 },
    )
    const near = lock(
      [
        [-w * 0.36, -240],
        [-w * 0.82, -212],
        [-w - 14, -110],
        [-w - 6, 30],
      ],
      [
        [-w * 0.4, -196],
        [-w * 0.66 + s, -120],
        [-w * 0.86, -50],
        [-w * 0.95, 40],
      ],
      hair,
      { strands: 3 },
    )
    return {
      back: fill(
        blob([
          [-w - 6, -60],
          [-w * 0.6, -226],
          [w * 0.6, -226],
          [w + 6, -60],
          [w * 0.7, 150],
          [-w * 0.7, 150],
        ]),
        hair.dark,
      ),
      front: near + sweep,
    }
  },
  afro: (c) => {
    const { w, hair, rng, turn } = c
    const outer = bumpy(0, -96, w + 112, 218, 0, Math.PI * 1.96, 44, 0.03, rng)
    const ring = [
      ...bumpy(0, -70, w + 20, 176, Math.PI * 0.98, Math.PI * 2.02, 20, 0.02, rng),
      ...bumpy(turn * 10, -30, w * 0.92, 116, Math.PI * 1.98, Math.PI * 1.02, 16, 0.04, rng),
    ]
    return {
      back: fill(blob(outer), hair.base) + halftone('afro', hair.light, 3, 15) + ellipse(-w * 0.6, -160, w * 0.9, 130, 'url(#afro)', 'opacity=".6"'),
      front: fill(blob(ring), hair.base),
    }
  },
  bald: (c) => ({
    back: '',
    front: ellipse(-c.w * 0.42, -150, 44, 22, '#fff6ea', 'opacity=".35" transform="rotate(-28 -60 -150)"'),
  }),
} as const satisfies Record<string, Style>
