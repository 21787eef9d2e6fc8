import { mix, tone } from './colour.ts'
import { limb } from './limb.ts'
import { around, eye, furry, symmetric, type PetContext } from './pet-kit.ts'
import { blob, circle, clipped, ellipse, fill, group, line, type Point } from './svg.ts'

/** Rabbit breeds that can be drawn: lop ears, long fur. */
export const RABBIT_BREEDS = {
  holland_lop: { lop: true, long: false },
  mini_rex: { lop: false, long: false },
  angora: { lop: false, long: true },
  dutch: { lop: false, long: false },
} as const

/** Draws a rabbit in head units. */
export function rabbit(c: PetContext): string {
  const breed = RABBIT_BREEDS[c.breed as keyof typeof RABBIT_BREEDS] ?? RABBIT_BREEDS.mini_rex
  const { base, dark, light, mark, pattern } = c.coat
  const lop = breed.lop
  const pink = mix('#e6a597', dark, 0.18)
  const sway = c.rng.range(-14, 14)
  const ears = ([-1, 1] as const)
    .map((s) => {
      const path: Point[] = lop
        ? [
            [s * 70, -130],
            [s * 170, -90],
            [s * 196, 60],
            [s * 166, 180],
          ]
        : [
            [s * 56, -110],
            [s * (84 + sway * s), -260],
            [s * (96 + sway * 2 * s), -420],
          ]
      const outer = limb(path, lop ? [70, 96, 104, 66] : [82, 104, 52])
      return fill(outer, s > 0 ? tone(base, -0.05) : base) + (lop ? '' : fill(limb(path, [34, 54, 22]), pink))
    })
    .join('')
  const half: Point[] = [
    [0, -150],
    [100, -124],
    [144, -20],
    [136, 70],
    [70, 138],
    [0, 150],
  ]
  const outline = breed.long ? furry(around(half), 26, c.rng) : symmetric(half)
  const blaze =
    pattern === 'blaze' || pattern === 'patch'
      ? fill(
          symmetric([
            [0, -170],
            [26, -130],
            [30, -20],
            [86, 40],
            [110, 160],
            [0, 170],
          ]),
          pattern === 'patch' ? light : mark,
        )
      : fill(
          symmetric([
            [0, 20],
            [56, 44],
            [84, 110],
            [0, 160],
          ]),
          light,
          'opacity=".6"',
        )
  const face = fill(outline, base) + clipped('rabbithead', outline, blaze + fill('M20 -300C70 -60 20 60 50 240H400V-300Z', '#1a0f14', 'opacity=".13"'))
  const bodyHalf: Point[] = c.full
    ? [
        [0, 100],
        [120, 130],
        [190, 320],
        [226, 520],
        [190, 660],
        [0, 680],
      ]
    : [
        [0, 100],
        [130, 130],
        [214, 320],
        [270, 560],
        [280, 1100],
        [0, 1100],
      ]
  const body = breed.long ? furry(around(bodyHalf), 28, c.rng) : symmetric(bodyHalf)
  const feet = c.full
    ? ellipse(-130, 676, 90, 36, light) +
      ellipse(130, 676, 90, 36, light) +
      fill(
        limb(
          [
            [-50, 420],
            [-52, 640],
          ],
          [80, 66],
        ),
        base,
      ) +
      fill(
        limb(
          [
            [50, 420],
            [52, 640],
          ],
          [80, 66],
        ),
        tone(base, -0.04),
      )
    : ''
  const features =
    eye(-82, -14, 22) +
    eye(82, -14, 22) +
    fill(
      blob(
        [
          [-18, 52],
          [0, 48],
          [18, 52],
          [0, 72],
        ],
        6,
      ),
      pink,
    ) +
    line('M0 70V90M-30 96Q-14 108 0 90Q14 108 30 96', mix(dark, '#3a2628', 0.6), 5) +
    line('M-40 76L-170 60M-40 88L-166 100M40 76L170 60M40 88L166 100', '#fdf8ee', 3, 'opacity=".8"')
  const bow =
    fill(
      blob(
        [
          [0, 178],
          [-82, 134],
          [-96, 178],
          [-82, 224],
        ],
        7,
      ) +
        blob(
          [
            [0, 178],
            [82, 134],
            [96, 178],
            [82, 224],
          ],
          7,
        ),
      c.palette.accent,
    ) + circle(0, 178, 20, c.palette.cloth)
  return (
    fill(body, base) +
    clipped(
      'rabbitbody',
      body,
      fill(
        symmetric([
          [0, 120],
          [90, 170],
          [90, 360],
          [0, 470],
        ]),
        light,
        'opacity=".6"',
      ) + fill('M30 60C90 300 40 500 90 1100H700V60Z', '#1a0f14', 'opacity=".13"'),
    ) +
    feet +
    (c.rng.chance(0.7) ? bow : '') +
    group(`rotate(${c.rng.range(-8, 8).toFixed(1)} 0 120)`, lop ? face + ears + features : ears + face + features)
  )
}
