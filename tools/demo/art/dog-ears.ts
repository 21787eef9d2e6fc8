import { mix, tone } from './colour.ts'
import type { DogBuild } from './dog-breeds.ts'
import { furry, type PetContext } from './pet-kit.ts'
import { blob, curve, fill, line } from './svg.ts'

/** Draws a dog's ears; pricked ears lie behind the head, hanging ones before it. */
export function dogEars(b: DogBuild, c: PetContext, layer: 'behind' | 'before'): string {
  const { base, dark, light } = c.coat
  const w = b.width
  const colour = c.coat.pattern === 'patch' || c.coat.pattern === 'spots' ? c.coat.mark : dark
  const both = (draw: (s: 1 | -1) => string): string => draw(-1) + draw(1)
  if (layer === 'behind') {
    if (b.ear === 'prick' || b.ear === 'bat') {
      const tall = b.ear === 'prick' ? 1 : b.width > 160 ? 0.84 : 1.12
      const wide = b.ear === 'bat' ? 1.25 : 1
      return both((s) => {
        const outer = blob(
          [
            [s * w * 0.22, -118],
            [s * w * 0.58 * wide, -290 * tall],
            [s * w * 0.74 * wide, -300 * tall],
            [s * w * 1.04 * wide, -150],
            [s * w * 0.96, -60],
          ],
          b.ear === 'bat' ? 6 : 8,
        )
        const inner = blob(
          [
            [s * w * 0.44, -130],
            [s * w * 0.66 * wide, -262 * tall],
            [s * w * 0.9 * wide, -140],
            [s * w * 0.76, -90],
          ],
          8,
        )
        return fill(outer, s > 0 ? tone(base, -0.05) : base) + fill(inner, mix('#d99b86', dark, 0.35))
      })
    }
    return ''
  }
  switch (b.ear) {
    case 'floppy':
      return both((s) =>
        fill(
          blob(
            [
              [s * w * 0.56, -136],
              [s * w * 1.0, -146],
              [s * w * 1.24, -40],
              [s * w * 1.2, 60],
              [s * w * 0.98, 76],
              [s * w * 0.84, -20],
            ],
            6,
          ),
          colour,
        ),
      )
    case 'long':
      return both((s) =>
        fill(
          b.fur === 'curly'
            ? furry(
                [
                  [s * w * 0.7, -120],
                  [s * w * 1.2, -90],
                  [s * w * 1.5, 60],
                  [s * w * 1.4, 190],
                  [s * w * 1.0, 190],
                  [s * w * 0.86, 20],
                ],
                22,
                c.rng,
              )
            : blob(
                [
                  [s * w * 0.62, -122],
                  [s * w * 1.08, -110],
                  [s * w * 1.38, 40],
                  [s * w * 1.34, 170],
                  [s * w * 1.06, 196],
                  [s * w * 0.88, 60],
                ],
                6,
              ),
          colour,
        ),
      )
    case 'button':
      return both((s) =>
        fill(
          blob(
            [
              [s * w * 0.36, -142],
              [s * w * 0.8, -186],
              [s * w * 1.12, -132],
              [s * w * 1.02, -36],
              [s * w * 0.9, -44],
            ],
            7,
          ),
          colour,
        ),
      )
    case 'rose':
      return both(
        (s) =>
          fill(
            blob(
              [
                [s * w * 0.5, -130],
                [s * w * 0.96, -158],
                [s * w * 1.46, -116],
                [s * w * 1.3, -66],
                [s * w * 0.92, -78],
              ],
              6,
            ),
            colour,
          ) +
          line(
            curve([
              [s * w * 0.7, -126],
              [s * w * 1.0, -128],
              [s * w * 1.26, -104],
            ]),
            light,
            7,
            'opacity=".5"',
          ),
      )
    case 'feathered':
      return both((s) =>
        fill(
          furry(
            [
              [s * w * 0.48, -140],
              [s * w * 0.92, -206],
              [s * w * 1.3, -150],
              [s * w * 1.38, -20],
              [s * w * 1.14, 30],
              [s * w * 0.9, -60],
            ],
            16,
            c.rng,
          ),
          colour,
        ),
      )
    default:
      return ''
  }
}
