import { fringe, lock, slicked, type HairContext, type HairLayers } from './hair-kit.ts'
import { blob, circle, fill, line } from './svg.ts'

type Style = (c: HairContext) => HairLayers

/** Hair styles that are tied up. */
export const TIED_STYLES = {
  sleek_bun: (c) => {
    const x = c.w * 0.86 * (c.turn > 0 ? -1 : 1)
    return {
      back: circle(x, 128, 62, c.hair.dark) + line(`M${x - 40} 110q40 -30 80 10M${x - 46} 136q44 -24 92 6`, c.hair.light, 4, 'opacity=".5"'),
      front: slicked(c, 7),
    }
  },
  top_knot: (c) => {
    const { hair, turn } = c
    const x = -turn * 26
    return {
      back:
        circle(x, -286, 68, hair.base) +
        line(`M${x - 48} -300q46 -50 96 0M${x - 54} -276q52 -44 108 4M${x - 40} -252q40 -28 82 0`, hair.light, 5, 'opacity=".55"') +
        fill(
          blob([
            [x - 60, -236],
            [x, -250],
            [x + 60, -236],
            [x, -220],
          ]),
          c.accent,
        ),
      front: slicked(c, 7) + (c.child ? fringe(c, -78) : ''),
    }
  },
  ponytail: (c) => {
    const s = c.turn > 0 ? -1 : 1
    const { w, hair } = c
    const tail = lock(
      [
        [s * 20, -262],
        [s * (w + 50), -236],
        [s * (w + 120), -60],
        [s * (w + 92), 140],
        [s * (w + 110), 300],
      ],
      [
        [s * 30, -210],
        [s * (w + 10), -170],
        [s * (w + 40), -30],
        [s * (w + 22), 150],
        [s * (w + 84), 296],
      ],
      hair,
    )
    return { back: tail + circle(s * 44, -236, 30, c.accent), front: slicked(c, 7) + (c.child ? fringe(c, -78) : '') }
  },
  pigtails: (c) => {
    const { w, hair } = c
    const tail = (s: 1 | -1): string =>
      lock(
        [
          [s * (w - 6), -70],
          [s * (w + 96), -60],
          [s * (w + 120), 80],
          [s * (w + 58), 210],
        ],
        [
          [s * (w - 4), 0],
          [s * (w + 14), 40],
          [s * (w + 26), 110],
          [s * (w + 50), 206],
        ],
        hair,
      ) + circle(s * (w + 14), -30, 24, c.accent)
    return { back: tail(-1) + tail(1), front: slicked(c, 5) + fringe(c, -72) }
  },
  space_buns: (c) => {
    const { w, hair } = c
    const bun = (s: 1 | -1): string =>
      circle(s * w * 0.72, -232, 62, hair.base) +
      line(`M${s * w * 0.72 - 40} -246q40 -40 80 4M${s * w * 0.72 - 42} -222q42 -34 84 4`, hair.light, 5, 'opacity=".6"')
    return { back: bun(-1) + bun(1), front: slicked(c, 5) + fringe(c, -76) }
  },
} as const satisfies Record<string, Style>
