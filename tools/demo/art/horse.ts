import { mix, tone } from './colour.ts'
import { lock } from './hair-kit.ts'
import type { PetContext } from './pet-kit.ts'
import { blob, circle, clipped, curve, ellipse, fill, group, line, type Point } from './svg.ts'

/** Horse breeds that can be drawn: how thick the neck and how full the mane. */
export const HORSE_BREEDS = {
  quarter_horse: { neck: 1, mane: 0.8 },
  arabian: { neck: 0.9, mane: 1 },
  friesian: { neck: 1.1, mane: 1.35 },
  shetland_pony: { neck: 1.2, mane: 1.45 },
  warmblood: { neck: 1, mane: 0.7 },
} as const

/** Draws the head and neck of a horse in profile, looking left. */
export function horse(c: PetContext): string {
  const breed = HORSE_BREEDS[c.breed as keyof typeof HORSE_BREEDS] ?? HORSE_BREEDS.quarter_horse
  const { base, dark, light, mark, pattern } = c.coat
  const maneColour = { base: mark, light: tone(mark, 0.1), dark: tone(mark, -0.09) }
  const n = breed.neck
  const neck = blob(
    [
      [40, -150],
      [150, -120],
      [260 * n, 60],
      [360 * n, 330],
      [430 * n, 700],
      [440 * n, 1100],
      [-130, 1100],
      [-110, 760],
      [-70, 460],
      [-40, 220],
      [-10, 60],
    ],
    6.5,
  )
  const headShape = blob(
    [
      [64, -190],
      [120, -120],
      [130, 0],
      [90, 96],
      [10, 140],
      [-60, 200],
      [-130, 330],
      [-176, 392],
      [-246, 396],
      [-282, 340],
      [-262, 250],
      [-196, 110],
      [-120, -50],
      [-50, -160],
      [10, -204],
    ],
    6.5,
  )
  const ear = (x: number, lean: number, colour: string): string =>
    fill(
      blob(
        [
          [x - 26, -168],
          [x - 10 + lean, -300],
          [x + 8 + lean, -306],
          [x + 46, -190],
          [x + 20, -150],
        ],
        7,
      ),
      colour,
    )
  let spots = ''
  if (pattern === 'merle')
    for (let i = 0; i < 60; i++) spots += circle(c.rng.range(-40, 420), c.rng.range(120, 1000), c.rng.range(8, 22), light, 'opacity=".6"')
  if (pattern === 'pinto')
    spots +=
      fill(
        blob([
          [60, 120],
          [300, 60],
          [420, 420],
          [200, 560],
          [80, 380],
        ]),
        mark,
      ) +
      fill(
        blob([
          [-120, 700],
          [120, 640],
          [260, 900],
          [60, 1150],
          [-160, 1100],
        ]),
        mark,
      )
  const cheek = ellipse(40, 40, 96, 110, light, 'opacity=".3"')
  const headShade = fill(
    blob([
      [130, -120],
      [110, 60],
      [20, 150],
      [-70, 220],
      [-150, 360],
      [-250, 420],
      [-120, 440],
      [160, 160],
    ]),
    '#1a0f14',
    'opacity=".18"',
  )
  const blaze =
    c.rng.chance(0.5) && pattern !== 'pinto'
      ? fill(
          blob(
            [
              [-52, -156],
              [-20, -140],
              [-110, 20],
              [-190, 180],
              [-262, 330],
              [-286, 340],
              [-262, 240],
              [-190, 90],
              [-112, -60],
            ],
            7,
          ),
          '#f6efe4',
        )
      : ''
  const muzzle = ellipse(-232, 356, 76, 62, pattern === 'solid' ? mix(dark, '#2a2224', 0.4) : mix(base, '#8a6f66', 0.45), 'opacity=".75"')
  const patch =
    pattern === 'pinto'
      ? fill(
          blob([
            [60, -200],
            [140, -120],
            [130, 80],
            [20, 120],
            [-20, -20],
          ]),
          mark,
        )
      : ''
  const nostril = ellipse(-254, 330, 16, 24, '#1d1819', 'transform="rotate(28 -254 330)"')
  const mouth = line(
    curve([
      [-262, 388],
      [-220, 372],
      [-170, 380],
    ]),
    '#1d1819',
    6,
  )
  const eyeX = -26
  const eye =
    fill(`M${eyeX - 34} -34Q${eyeX} -78 ${eyeX + 36} -40Q${eyeX + 4} -14 ${eyeX - 34} -34Z`, '#1d1413') +
    circle(eyeX - 6, -50, 7, '#fffaf0') +
    line(`M${eyeX - 38} -42Q${eyeX} -88 ${eyeX + 42} -44`, dark, 8)
  const strap = c.palette.cloth
  const halter =
    line(
      curve([
        [92, -120],
        [70, 20],
        [-18, 140],
      ]) +
        curve([
          [-206, 120],
          [-150, 200],
          [-96, 250],
        ]) +
        curve([
          [-30, 128],
          [-100, 190],
          [-150, 214],
        ]),
      strap,
      22,
    ) +
    circle(-18, 138, 18, c.palette.accent) +
    circle(-150, 214, 16, c.palette.accent)
  const locks: string[] = []
  const m = breed.mane
  for (let i = 0; i < 7; i++) {
    const x = 96 + i * 44 * n
    const y = -150 + i * 104
    const outer: Point[] = [
      [x - 10, y - 30],
      [x + 90 * m, y + 20],
      [x + 130 * m, y + 150],
      [x + 70 * m, y + 270 * m],
    ]
    const inner: Point[] = [
      [x - 40, y + 20],
      [x + 10, y + 60],
      [x + 20, y + 160],
      [x + 60 * m, y + 266 * m],
    ]
    locks.push(lock(outer, inner, maneColour, { strands: 3 }))
  }
  const forelock = lock(
    [
      [40, -230],
      [-30, -190],
      [-74, -90],
    ],
    [
      [60, -180],
      [10, -130],
      [-66, -84],
    ],
    maneColour,
    { strands: 2 },
  )
  const neckArt = fill(neck, base) + clipped('horseneck', neck, spots + fill('M-20 60C40 300 20 700 120 1100H-300V60Z', '#1a0f14', 'opacity=".16"'))
  const headArt =
    ear(84, 30, tone(base, -0.06)) +
    fill(headShape, base) +
    clipped('horsehead', headShape, cheek + patch + muzzle + blaze + headShade) +
    ear(52, 4, base) +
    eye +
    nostril +
    mouth +
    halter +
    forelock
  return neckArt + locks.reverse().join('') + group(`rotate(${c.rng.range(-7, 5).toFixed(1)} 80 0)`, headArt)
}
