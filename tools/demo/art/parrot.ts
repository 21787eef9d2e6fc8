import { mix, tone } from './colour.ts'
import { limb } from './limb.ts'
import { eye, type PetContext } from './pet-kit.ts'
import { blob, circle, clipped, curve, fill, group, line } from './svg.ts'

/** Parrot breeds that can be drawn: size of beak, crest, and a bare face patch. */
export const PARROT_BREEDS = {
  macaw: { beak: 1.25, crest: false, patch: true, tail: 1.3 },
  cockatoo: { beak: 1.05, crest: true, patch: false, tail: 0.8 },
  cockatiel: { beak: 0.7, crest: true, patch: false, tail: 1.1 },
  african_grey: { beak: 1.1, crest: false, patch: true, tail: 0.7 },
  budgerigar: { beak: 0.6, crest: false, patch: false, tail: 1.1 },
  conure: { beak: 0.85, crest: false, patch: false, tail: 1 },
} as const

/** Draws a parrot on its perch, in profile. */
export function parrot(c: PetContext): string {
  const breed = PARROT_BREEDS[c.breed as keyof typeof PARROT_BREEDS] ?? PARROT_BREEDS.conure
  const { base, dark, light, mark } = c.coat
  const k = breed.beak
  const beak =
    fill(
      blob(
        [
          [-96, -96],
          [-150 * k - 20, -70],
          [-178 * k, 10],
          [-150 * k, 70],
          [-128 * k, 12],
          [-80, 16],
        ],
        6,
      ),
      c.breed === 'macaw' || c.breed === 'african_grey' ? '#2b2729' : '#d9b48a',
    ) +
    fill(
      blob(
        [
          [-84, 14],
          [-130 * k, 26],
          [-112, 62],
          [-66, 56],
        ],
        6,
      ),
      '#4a4144',
    )
  const headShape = blob([
    [-104, -90],
    [-40, -164],
    [60, -150],
    [116, -50],
    [110, 70],
    [-60, 90],
    [-108, 10],
  ])
  const patch = breed.patch
    ? fill(
        blob([
          [-104, -60],
          [-40, -84],
          [6, -30],
          [-30, 36],
          [-100, 34],
        ]),
        '#f6efe4',
      ) + line('M-84 -34Q-50 -44 -18 -22M-84 -12Q-50 -20 -14 0M-84 10Q-54 4 -24 20', dark, 3, 'opacity=".5"')
    : c.breed === 'cockatiel'
      ? circle(-6, 10, 40, '#e8823f')
      : ''
  let crest = ''
  if (breed.crest)
    for (let i = 0; i < 5; i++)
      crest += fill(
        limb(
          [
            [-30 + i * 20, -140],
            [-10 + i * 40, -230 + i * 8],
            [40 + i * 52, -300 + i * 34],
          ],
          [36, 34, 10],
        ),
        i % 2 ? tone(mark, -0.05) : mark,
      )
  const body = blob([
    [-96, 20],
    [40, -10],
    [126, 60],
    [196, 300],
    [170, 560],
    [60, 640],
    [-60, 590],
    [-136, 360],
    [-130, 140],
  ])
  let wing = ''
  const rows: [string, number][] = [
    [base, 0],
    [dark, 1],
    [c.breed === 'african_grey' || c.breed === 'cockatiel' ? light : mark, 2],
  ]
  for (const [colour, row] of rows)
    for (let i = 0; i < 4; i++)
      wing += fill(
        limb(
          [
            [70 + i * 34, 160 + row * 90],
            [90 + i * 36, 300 + row * 100],
            [70 + i * 40, 400 + row * 130],
          ],
          [90, 80, 16],
        ),
        i % 2 ? tone(colour, -0.04) : colour,
      )
  const tail = [0, 1, 2]
    .map((i) =>
      fill(
        limb(
          [
            [60 + i * 24, 560],
            [110 + i * 34, 760],
            [150 + i * 46, 760 + 240 * breed.tail],
          ],
          [70, 60, 16],
        ),
        i === 1 ? mark : dark,
      ),
    )
    .join('')
  const perch = line('M-420 640H460', mix('#6b4a34', c.palette.cloth, 0.25), 44) + line('M-420 630H460', '#a47a54', 8, 'opacity=".6"')
  const feet = [-40, 40].map((x) => line(`M${x - 26} 622q10 44 18 44M${x} 618v52M${x + 26} 622q-6 44 -14 44`, '#4a4144', 18)).join('')
  const lit = clipped('bird', body, fill('M-300 0H-40C20 200 -20 400 40 700H-300Z', light, 'opacity=".4"'))
  return (
    tail +
    crest +
    fill(body, base) +
    lit +
    wing +
    perch +
    feet +
    group(
      `rotate(${c.rng.range(-10, 8).toFixed(1)} 20 60)`,
      beak +
        fill(headShape, c.breed === 'cockatiel' || c.breed === 'budgerigar' ? mark : base) +
        fill(
          curve([
            [-60, 84],
            [40, 60],
            [110, 60],
            [116, -50],
            [60, 20],
          ]) + 'Z',
          dark,
          'opacity=".25"',
        ) +
        patch +
        eye(-34, -44, 18, '#e6c35a'),
    )
  )
}
