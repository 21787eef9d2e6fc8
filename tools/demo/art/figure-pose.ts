import type { Rng } from './rng.ts'
import type { Point } from './svg.ts'

/** Joints of arms and legs, and which hands are seen. */
export type Pose = { left: Point[]; right: Point[]; legs: [Point[], Point[]]; hands: [boolean, boolean]; sway: number }

/** Measures of a figure's trunk. */
export type Frame = { shoulder: number; waist: number; hip: number; top: number; hem: number; child: boolean }

/** The trunks that can be drawn. */
export const FRAMES: Record<'feminine' | 'masculine' | 'child', Frame> = {
  feminine: { shoulder: 92, waist: 62, hip: 80, top: 292, hem: 610, child: false },
  masculine: { shoulder: 114, waist: 80, hip: 84, top: 292, hem: 610, child: false },
  child: { shoulder: 84, waist: 78, hip: 86, top: 520, hem: 770, child: true },
}

/** Draws one of the poses for a trunk. */
export function pose(rng: Rng, f: Frame): Pose {
  const s = f.shoulder
  const k = f.child ? 0.72 : 1
  const y = f.top
  const down = (side: 1 | -1): Point[] => [
    [side * (s - 24), y + 34],
    [side * (s + 10), y + 150 * k],
    [side * (s + 16), y + 240 * k],
    [side * (s + 6), y + 330 * k],
  ]
  const hip = (side: 1 | -1): Point[] => [
    [side * (s - 24), y + 34],
    [side * (s + 52), y + 150 * k],
    [side * (s + 66), y + 190 * k],
    [side * (f.hip - 8), y + 268 * k],
  ]
  const pocket = (side: 1 | -1): Point[] => [
    [side * (s - 24), y + 34],
    [side * (s + 22), y + 150 * k],
    [side * (s + 30), y + 220 * k],
    [side * (f.hip + 2), y + 318 * k],
  ]
  const arms = rng.pick([
    [down(-1), down(1), true, true],
    [hip(-1), down(1), false, true],
    [pocket(-1), pocket(1), false, false],
    [down(-1), pocket(1), true, false],
  ] as const)
  const floor = 1190
  const crotch = f.hem - 20
  const knee = (crotch + floor) / 2
  const stance = rng.pick([
    [
      [
        [-34, crotch],
        [-46, knee],
        [-60, floor],
      ],
      [
        [34, crotch],
        [52, knee],
        [70, floor],
      ],
    ],
    [
      [
        [-30, crotch],
        [-8, knee],
        [-14, floor],
      ],
      [
        [36, crotch],
        [62, knee - 8],
        [118, floor - 26],
      ],
    ],
    [
      [
        [-36, crotch],
        [-60, knee],
        [-96, floor],
      ],
      [
        [30, crotch],
        [26, knee],
        [22, floor],
      ],
    ],
  ] as [Point[], Point[]][])
  return {
    left: [...arms[0]],
    right: [...arms[1]],
    legs: stance,
    hands: [arms[2], arms[3]],
    sway: rng.range(-2.5, 2.5),
  }
}
