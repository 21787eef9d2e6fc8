import { bumpy, curls, lock, plait, type HairLayers } from './hair-kit.ts'
import type { Palette } from './palette.ts'
import type { Rng } from './rng.ts'
import { blob, circle, ellipse, fill, halftone, line, type Point } from './svg.ts'
import type { Hair, HairStyle } from './traits.ts'

const CAP_OUTER: Point[] = [
  [108, -164],
  [66, -240],
  [-50, -262],
  [-176, -180],
  [-206, -30],
  [-158, 124],
]
const CAP_INNER: Point[] = [
  [100, -158],
  [56, -128],
  [20, -62],
  [-10, -30],
  [-58, 6],
  [-124, 130],
]

/** Draws a hair style in profile, looking right. */
export function sideHair(style: HairStyle, hair: Hair, palette: Palette, rng: Rng): HairLayers {
  const sleek = lock(CAP_OUTER, CAP_INNER, hair, { strands: 7 })
  const temple = fill(
    blob([
      [30, -86],
      [8, 34],
      [-8, 10],
      [-50, -10],
      [-40, -90],
    ]),
    hair.base,
  )
  const fall = (length: number, wave: number): string =>
    lock(
      [
        [70, -238],
        [-80, -258],
        [-186, -150],
        [-192 - wave, 40],
        [-196 + wave, length * 0.6],
        [-150, length + 40],
      ],
      [
        [104, -160],
        [44, -96],
        [12, -10],
        [-6 + wave, 90],
        [-20 - wave, length * 0.6],
        [-120, length + 46],
      ],
      hair,
      { strands: 8 },
    )
  switch (style) {
    case 'bob':
      return { back: '', front: fall(168, 0) }
    case 'long_straight':
      return { back: '', front: fall(520, 0) }
    case 'long_wavy':
    case 'shag':
      return { back: '', front: fall(style === 'shag' ? 300 : 480, 22) }
    case 'sleek_bun':
      return {
        back: circle(-206, 84, 70, hair.base) + line('M-254 70q44 -40 92 6M-256 98q44 -34 90 0', hair.light, 5, 'opacity=".5"'),
        front: sleek,
      }
    case 'top_knot':
    case 'space_buns':
      return {
        back: circle(-112, -282, 70, hair.base) + line('M-160 -296q44 -44 92 6M-158 -268q46 -36 92 2', hair.light, 5, 'opacity=".5"'),
        front: sleek,
      }
    case 'ponytail':
    case 'pigtails':
      return {
        back:
          lock(
            [
              [-150, -220],
              [-280, -190],
              [-330, 0],
              [-290, 200],
              [-300, 330],
            ],
            [
              [-170, -170],
              [-230, -120],
              [-250, 0],
              [-226, 190],
              [-290, 326],
            ],
            hair,
          ) + circle(-172, -194, 30, palette.accent),
        front: sleek,
      }
    case 'afro':
      return {
        back: fill(blob(bumpy(-74, -84, 256, 226, 0, 6.16, 46, 0.028, rng)), hair.base),
        front:
          fill(
            blob([...bumpy(-60, -70, 176, 184, -0.55, -3.4, 18, 0.03, rng), [-130, 110], [-66, 40], [-46, -16], [-8, -16], [18, -60], [52, -112]]),
            hair.base,
          ) +
          halftone('afro', hair.light, 3, 15) +
          ellipse(-20, -190, 130, 70, 'url(#afro)', 'opacity=".5"'),
      }
    case 'curls': {
      const points: Point[] = []
      for (let i = 0; i < 60; i++) {
        const angle = -0.7 - (i % 12) * 0.27
        const reach = 0.62 + 0.14 * Math.floor(i / 12) * 0.75
        points.push([-70 + Math.cos(angle) * 230 * reach, -40 + Math.sin(angle) * 230 * reach])
      }
      points.push([-150, 90], [-190, 60], [-120, 60], [-160, 130])
      return {
        back: '',
        front:
          fill(
            blob([
              [70, -200],
              [-60, -240],
              [-180, -160],
              [-190, 60],
              [-110, 90],
              [-60, 0],
              [-10, -30],
            ]),
            hair.base,
          ) + curls(points, 40, hair, rng),
      }
    }
    case 'braids':
    case 'locs': {
      let out = ''
      const end = style === 'braids' ? 420 : 170
      for (let i = 0; i < 9; i++)
        out += plait(
          [
            [96 - i * 22, -176 - Math.sin(i * 0.5) * 66],
            [-20 - i * 20, -150 + i * 4],
            [-60 - i * 16, 20],
            [-66 - i * 16, end * 0.6],
            [-56 - i * 17, end + (i % 3) * 26],
          ],
          29,
          hair,
        )
      return {
        back: '',
        front:
          fill(
            blob([
              [96, -166],
              [60, -236],
              [-60, -258],
              [-180, -170],
              [-196, 0],
              [-120, 60],
              [-60, 0],
              [10, -60],
            ]),
            hair.dark,
          ) + out,
      }
    }
    case 'buzz':
      return {
        back: '',
        front: fill(blob([...CAP_OUTER.map(([x, y]): Point => [x * 0.94 + 2, y * 0.93]), ...[...CAP_INNER].reverse()]), hair.base, 'opacity=".85"') + temple,
      }
    case 'bald':
      return { back: '', front: '' }
    case 'quiff':
      return {
        back: '',
        front:
          sleek +
          temple +
          lock(
            [
              [122, -176],
              [128, -280],
              [20, -310],
              [-110, -262],
            ],
            [
              [98, -156],
              [60, -190],
              [0, -220],
              [-110, -220],
            ],
            hair,
          ),
      }
    default:
      return {
        back: '',
        front:
          sleek +
          temple +
          lock(
            [
              [120, -150],
              [104, -236],
              [10, -280],
              [-120, -238],
            ],
            [
              [92, -130],
              [54, -160],
              [0, -200],
              [-110, -210],
            ],
            hair,
          ),
      }
  }
}
