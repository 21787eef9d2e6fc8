import { tone } from './colour.ts'
import { DOG_BREEDS, type DogBuild } from './dog-breeds.ts'
import { dogHead } from './dog-head.ts'
import { limb } from './limb.ts'
import { around, furry, neckwear, symmetric, type PetContext } from './pet-kit.ts'
import { circle, clipped, curve, ellipse, fill, group, line, type Point } from './svg.ts'

function chest(c: PetContext): string {
  const { mark, pattern } = c.coat
  return pattern === 'blaze' || pattern === 'saddle' || pattern === 'merle' || pattern === 'tan_points'
    ? fill(
        symmetric([
          [0, 120],
          [90, 170],
          [110, 330],
          [60, 470],
          [0, 520],
        ]),
        mark,
      )
    : fill(
        symmetric([
          [0, 120],
          [90, 170],
          [100, 320],
          [0, 480],
        ]),
        c.coat.light,
        'opacity=".45"',
      )
}

/** Draws a dog in head units, sitting as a whole or as a bust. */
export function dog(c: PetContext): string {
  const b = DOG_BREEDS[c.breed as keyof typeof DOG_BREEDS] ?? DOG_BREEDS.mixed
  const { base, dark } = c.coat
  const w = b.width
  const fur = b.fur === 'smooth' ? 0 : b.fur === 'curly' ? 24 : 18
  const tilt = c.rng.range(-9, 9).toFixed(1)
  const bust: Point[] = [
    [0, 40],
    [w * 0.86, 60],
    [w * 1.02, 210],
    [w * 1.5, 380],
    [w * 1.72, 640],
    [w * 1.72, 1100],
    [0, 1100],
  ]
  const seated: Point[] = [
    [0, 40],
    [w * 0.82, 70],
    [w * 1.0, 240],
    [w * 1.12, 430],
    [w * 1.42, 580],
    [w * 1.36, 740],
    [w * 0.9, 772],
    [0, 772],
  ]
  const half = c.full ? seated : bust
  const outline = fur ? furry(around(half), fur * 1.1, c.rng) : symmetric(half)
  const spots =
    c.coat.pattern === 'spots'
      ? Array.from({ length: 34 }, () => circle(c.rng.range(-w * 1.5, w * 1.5), c.rng.range(180, 780), c.rng.range(8, 24), c.coat.mark)).join('')
      : c.coat.pattern === 'patch'
        ? ellipse(w * 0.8, 560, 120, 150, c.coat.mark)
        : ''
  const body = fill(outline, base) + clipped('dogbody', outline, spots + chest(c) + fill(`M30 40C90 300 40 500 90 1100H700V40Z`, '#1a0f14', 'opacity=".15"'))
  const legs = c.full
    ? [-1, 1]
        .map((s) => {
          const x = s * w * 0.4
          const paw = c.coat.pattern === 'blaze' || c.coat.pattern === 'saddle' || c.coat.pattern === 'tan_points' ? c.coat.mark : base
          return (
            fill(
              limb(
                [
                  [x, 420],
                  [x * 1.04, 600],
                  [x, 760],
                ],
                [w * 0.62, w * 0.5, w * 0.46],
              ),
              s > 0 ? tone(base, -0.04) : base,
            ) +
            ellipse(x, 774, w * 0.36, 34, paw) +
            ellipse(s * w * 1.12, 770, w * 0.42, 32, paw) +
            line(`M${x - 18} 766v22M${x + 18} 766v22`, dark, 5) +
            line(
              curve([
                [s * w * 0.14, 470],
                [s * w * 0.1, 620],
                [s * w * 0.13, 740],
              ]),
              dark,
              6,
              'opacity=".6"',
            )
          )
        })
        .join('')
    : ''
  const tails: Record<DogBuild['tail'], string> = {
    curl: fill(
      limb(
        [
          [w * 1.1, 700],
          [w * 1.7, 640],
          [w * 1.72, 470],
          [w * 1.36, 440],
        ],
        [60, 76, 66, 40],
      ),
      dark,
    ),
    plume: fill(
      furry(
        [
          [w * 1.0, 740],
          [w * 1.8, 700],
          [w * 2.2, 560],
          [w * 2.0, 520],
          [w * 1.5, 640],
        ],
        22,
        c.rng,
      ),
      dark,
    ),
    thin: fill(
      limb(
        [
          [w * 1.1, 740],
          [w * 1.8, 730],
          [w * 2.1, 590],
        ],
        [44, 34, 14],
      ),
      dark,
    ),
    stub: '',
  }
  return (c.full ? tails[b.tail] : '') + body + legs + neckwear(c, b.length * 0.9 + 50, w * 0.92) + group(`rotate(${tilt} 0 120)`, dogHead(b, c))
}
