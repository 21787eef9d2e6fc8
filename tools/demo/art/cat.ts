import { catHead } from './cat-head.ts'
import { tone } from './colour.ts'
import { limb } from './limb.ts'
import { around, furry, neckwear, symmetric, type PetContext } from './pet-kit.ts'
import { clipped, ellipse, fill, group, line, type Point } from './svg.ts'

/** Cat breeds that can be drawn: whether long-haired, and the eye colour. */
export const CAT_BREEDS = {
  domestic_shorthair: { long: false, wide: 1, iris: '#b9c95a' },
  maine_coon: { long: true, wide: 1.02, iris: '#d9a441' },
  siamese: { long: false, wide: 0.9, iris: '#6fa9d6' },
  british_shorthair: { long: false, wide: 1.14, iris: '#e0912f' },
  persian: { long: true, wide: 1.16, iris: '#d98b2b' },
  bengal: { long: false, wide: 0.96, iris: '#93b35c' },
  ragdoll: { long: true, wide: 1.05, iris: '#6aa0d8' },
} as const

/** Draws a cat in head units, sitting as a whole or as a bust. */
export function cat(c: PetContext): string {
  const breed = CAT_BREEDS[c.breed as keyof typeof CAT_BREEDS] ?? CAT_BREEDS.domestic_shorthair
  const { base, dark, mark, pattern } = c.coat
  const w = 148 * breed.wide
  const half: Point[] = c.full
    ? [
        [0, 60],
        [w * 0.66, 90],
        [w * 0.84, 240],
        [w * 1.14, 430],
        [w * 1.34, 600],
        [w * 1.16, 730],
        [w * 0.6, 748],
        [0, 748],
      ]
    : [
        [0, 60],
        [w * 0.74, 90],
        [w * 0.98, 260],
        [w * 1.3, 420],
        [w * 1.5, 660],
        [w * 1.5, 1100],
        [0, 1100],
      ]
  const outline = breed.long ? furry(around(half), 22, c.rng) : symmetric(half)
  let stripes = ''
  if (pattern === 'tabby')
    for (let y = 260; y < 1000; y += 74)
      stripes += `M-${w * 1.6} ${y}Q-${w * 1.1} ${y - 26} -${w * 0.62} ${y + 26}M${w * 1.6} ${y}Q${w * 1.1} ${y - 26} ${w * 0.62} ${y + 26}`
  const bib =
    pattern === 'tuxedo' || pattern === 'tabby'
      ? fill(
          symmetric([
            [0, 120],
            [w * 0.56, 170],
            [w * 0.42, 380],
            [0, 500],
          ]),
          mark,
        )
      : ''
  const patches = pattern === 'calico' ? ellipse(-w, 520, 110, 160, mark) + ellipse(w * 1.1, 420, 100, 120, '#35302f') : ''
  const body =
    fill(outline, base) +
    clipped('catbody', outline, patches + line(stripes, dark, 20) + bib + fill('M30 60C90 300 40 500 90 1100H700V60Z', '#1a0f14', 'opacity=".14"'))
  const paws = pattern === 'tuxedo' || pattern === 'tabby' ? mark : pattern === 'point' ? mark : base
  const legs = c.full
    ? fill(
        limb(
          [
            [w * 0.9, 720],
            [w * 1.6, 740],
            [w * 1.72, 620],
            [w * 1.5, 540],
          ],
          [70, 66, 56, 36],
        ),
        pattern === 'point' ? mark : dark,
      ) +
      ([-1, 1] as const)
        .map(
          (s) =>
            fill(
              limb(
                [
                  [s * w * 0.32, 400],
                  [s * w * 0.34, 600],
                  [s * w * 0.32, 730],
                ],
                [w * 0.5, w * 0.44, w * 0.42],
              ),
              s > 0 ? tone(base, -0.04) : base,
            ) +
            ellipse(s * w * 0.33, 744, w * 0.3, 28, paws) +
            line(`M${s * w * 0.33 - 14} 740v20M${s * w * 0.33 + 14} 740v20`, dark, 4),
        )
        .join('')
    : ''
  return (
    body +
    legs +
    (c.rng.chance(0.6) ? neckwear(c, 190, w * 0.68) : '') +
    group(`rotate(${c.rng.range(-10, 10).toFixed(1)} 0 120)`, catHead(c, w, breed.long, breed.iris))
  )
}
