import type { DogBuild } from './dog-breeds.ts'
import { dogEars } from './dog-ears.ts'
import { around, eye, furry, symmetric, type PetContext } from './pet-kit.ts'
import { blob, circle, clipped, ellipse, fill, line, type Point } from './svg.ts'

function headHalf(b: DogBuild): Point[] {
  const w = b.width
  const l = b.length
  return [
    [0, -162],
    [w * 0.66, -150],
    [w, -64],
    [w * 0.94, 26],
    [b.muzzle * 1.12, l * 0.6],
    [b.muzzle * 0.98, l * 0.86],
    [0, l],
  ]
}

function markings(b: DogBuild, c: PetContext): string {
  const { mark, dark, pattern } = c.coat
  const w = b.width
  const m = b.muzzle
  const muzzle = symmetric([
    [0, 10],
    [m * 0.62, 34],
    [m * 1.2, b.length * 0.56],
    [m * 1.2, b.length + 20],
    [0, b.length + 40],
  ])
  const blaze = fill(
    symmetric([
      [0, -180],
      [30, -150],
      [16, -60],
      [26, 0],
      [m * 0.9, 40],
      [m * 1.25, b.length * 0.6],
      [m * 1.2, b.length + 20],
      [0, b.length + 30],
    ]),
    mark,
  )
  const brows = [-1, 1].map((s) => ellipse(s * w * 0.4, -66, 24, 15, mark, `transform="rotate(${s * 14} ${s * w * 0.4} -66)"`)).join('')
  const cheeks = [-1, 1]
    .map((s) =>
      fill(
        blob(
          [
            [s * m * 0.5, 96],
            [s * w * 0.86, 20],
            [s * w * 0.9, 80],
            [s * m, b.length],
          ],
          6,
        ),
        mark,
      ),
    )
    .join('')
  switch (pattern) {
    case 'mask':
      return fill(muzzle, mark) + [-1, 1].map((s) => ellipse(s * w * 0.44, -14, 38, 34, mark, 'opacity=".55"')).join('')
    case 'blaze':
      return blaze
    case 'tan_points':
      return (
        brows +
        cheeks +
        fill(muzzle, mark) +
        fill(
          symmetric([
            [0, -40],
            [24, -10],
            [m * 0.5, 50],
            [0, 66],
          ]),
          c.coat.base,
        )
      )
    case 'saddle':
      return (
        [-1, 1]
          .map((s) =>
            fill(
              blob(
                [
                  [s * 40, -60],
                  [s * w, -90],
                  [s * w * 1.1, 90],
                  [s * m, b.length * 0.6],
                  [s * 40, 40],
                ],
                6,
              ),
              '#b5703a',
            ),
          )
          .join('') + blaze
      )
    case 'patch':
      return fill(
        blob([
          [-w * 1.1, -170],
          [-30, -150],
          [-18, -40],
          [-40, 46],
          [-w, 70],
        ]),
        mark,
      )
    case 'merle': {
      let spots = ''
      for (let i = 0; i < 12; i++)
        spots += ellipse(c.rng.range(-w, w), c.rng.range(-160, 60), c.rng.range(14, 38), c.rng.range(10, 26), dark, `transform="rotate(${i * 30})"`)
      return spots + blaze
    }
    case 'spots': {
      let spots = ''
      for (let i = 0; i < 22; i++) spots += circle(c.rng.range(-w, w), c.rng.range(-150, b.length), c.rng.range(6, 15), mark)
      return spots
    }
    default:
      return fill(muzzle, c.coat.light, 'opacity=".55"')
  }
}

/** Draws a dog's head from the front. */
export function dogHead(b: DogBuild, c: PetContext): string {
  const { base, dark } = c.coat
  const w = b.width
  const l = b.length
  const m = b.muzzle
  const half = headHalf(b)
  const outline =
    b.fur === 'smooth'
      ? symmetric(half)
      : furry(around(b.fur === 'curly' ? half.map(([x, y]): Point => [x * 1.12, y < -100 ? y - 60 : y]) : half), b.fur === 'curly' ? 26 : 18, c.rng)
  const shadow = blob([
    [24, -260],
    [w * 0.44, -60],
    [w * 0.32, 40],
    [m * 0.42, l * 0.7],
    [20, l + 40],
    [w * 2, l + 60],
    [w * 2, -260],
  ])
  const flat = l < 160
  const noseY = flat ? 44 : l * 0.46
  const noseW = flat ? 40 : 36
  const nose =
    fill(
      blob(
        [
          [-noseW, noseY - 18],
          [0, noseY - 26],
          [noseW, noseY - 18],
          [noseW * 0.7, noseY + 16],
          [0, noseY + 30],
          [-noseW * 0.7, noseY + 16],
        ],
        6,
      ),
      '#1d1819',
    ) + ellipse(-11, noseY - 12, 11, 5, '#6b6064')
  const open = c.rng.chance(0.5)
  const my = noseY + 30
  const tongue = open
    ? fill(`M-28 ${my + 26}Q0 ${my + 40} 28 ${my + 26}Q32 ${my + 92} 0 ${my + 98}Q-32 ${my + 92} -28 ${my + 26}Z`, '#d9686b') +
      line(`M0 ${my + 40}V${my + 74}`, '#b54b52', 4)
    : ''
  const mouth = line(
    `M0 ${my - 4}V${my + 14}M${-m * 0.78} ${my + 10}Q${-m * 0.4} ${my + 42} 0 ${my + 14}Q${m * 0.4} ${my + 42} ${m * 0.78} ${my + 10}`,
    '#1d1819',
    6,
  )
  const whiskers =
    b.fur === 'wire'
      ? fill(
          furry(
            [
              [-m * 1.3, noseY + 20],
              [0, noseY + 10],
              [m * 1.3, noseY + 20],
              [m * 1.3, l + 50],
              [0, l + 90],
              [-m * 1.3, l + 50],
            ],
            22,
            c.rng,
          ),
          c.coat.light,
        ) +
        [-1, 1]
          .map((s) =>
            fill(
              furry(
                [
                  [s * 20, -60],
                  [s * w * 0.7, -74],
                  [s * w * 0.8, -40],
                  [s * 30, -34],
                ],
                16,
                c.rng,
              ),
              c.coat.light,
            ),
          )
          .join('')
      : ''
  const wrinkles = flat ? line(`M-34 -56Q0 -74 34 -56M-24 -82Q0 -96 24 -82`, dark, 6, 'opacity=".6"') : ''
  const blue = c.breed === 'husky' || c.coat.pattern === 'merle'
  const eyes = eye(-w * 0.44, -16, flat ? 25 : 21, blue ? '#7db1cf' : '#241c1c') + eye(w * 0.44, -16, flat ? 25 : 21, blue ? '#7db1cf' : '#241c1c')
  return (
    dogEars(b, c, 'behind') +
    fill(outline, base) +
    clipped('doghead', outline, markings(b, c) + fill(shadow, '#1a0f14', 'opacity=".16"')) +
    dogEars(b, c, 'before') +
    wrinkles +
    whiskers +
    eyes +
    tongue +
    mouth +
    nose
  )
}
