import { lightness, tone } from './colour.ts'
import type { Frame } from './figure-pose.ts'
import { limb } from './limb.ts'
import type { Palette } from './palette.ts'
import { blob, circle, clipped, dots, fill, line, mirrored, type Point } from './svg.ts'
import type { Skin } from './traits.ts'

/** Outfits of the full-length figure. */
export type Outfit = 'coat' | 'suit' | 'dress' | 'knit_skirt' | 'wide_trousers' | 'trench' | 'play' | 'pinafore'

/** The shaded side of a fabric. */
export const dim = (c: string): string => tone(c, lightness(c) > 0.5 ? -0.09 : -0.055)

/** Draws the dressed trunk of a full-length figure around x = 0. */
export function torso(outfit: Outfit, f: Frame, p: Palette, skin: Skin, second: string): string {
  const { shoulder: s, waist: w, hip: h, top: y, hem } = f
  const c = p.cloth
  const shape = (hemY: number, hemW: number, waist: number, neck: number): string => {
    const right: Point[] = [
      [neck, y - 18],
      [s * 0.58, y],
      [s - 3, y + 28],
      [s - 2, y + 100],
      [waist, (y + hem) / 2 - 6],
      [hemW * 0.98, hemY - 20],
      [hemW * 0.9, hemY],
    ]
    return blob([[0, y - 4], ...right, [0, hemY + 8], ...mirrored(right)], 8)
  }
  const shaded = (d: string, colour: string, extra = ''): string =>
    fill(d, colour) +
    clipped(
      'torso',
      d,
      fill(`M${w * 0.3} 0C${w * 0.1} 500 ${w * 0.9} 700 ${w * 0.4} 1200H700V0Z`, dim(colour)) +
        dots(-h - 70, y + 160, h + 90, 620, 7, 2.1, dim(colour), 'opacity=".6"') +
        extra,
    )
  const edge = tone(c, lightness(c) > 0.45 ? -0.15 : 0.1)
  const opening = (depth: number, width: number): string =>
    fill(
      blob(
        [
          [-width, y - 12],
          [0, y - 4],
          [width, y - 12],
          [8, depth],
          [-8, depth],
        ],
        9,
      ),
      p.trim,
    ) + line(`M${-width - 4} ${y - 16}L${-width - 18} ${y + 40}L-2 ${depth}M${width + 4} ${y - 16}L${width + 18} ${y + 40}L2 ${depth}`, edge, 5)
  switch (outfit) {
    case 'coat':
      return shaded(shape(980, h + 56, w + 34, 30), c, line('M2 470V990', edge, 4)) + opening(470, 30) + circle(-14, 510, 6, edge) + circle(-14, 580, 6, edge)
    case 'trench':
      return (
        shaded(shape(900, h + 62, w + 4, 30), c, line('M2 430V910', edge, 4)) +
        opening(430, 30) +
        fill(
          limb(
            [
              [-w - 12, 452],
              [0, 460],
              [w + 12, 452],
            ],
            [30, 30, 30],
          ),
          tone(c, -0.12),
        ) +
        fill(
          limb(
            [
              [14, 462],
              [34, 560],
            ],
            [20, 26],
          ),
          tone(c, -0.14),
        )
      )
    case 'suit':
      return (
        shaded(shape(hem + 40, h + 16, w + 14, 28), c) +
        opening(500, 28) +
        circle(-10, 520, 5, edge) +
        line(`M${-h} ${hem - 50}h44M${h - 44} ${hem - 50}h44`, edge, 4)
      )
    case 'dress': {
      const d = blob(
        [
          [-s * 0.62, y + 60],
          [0, y + 84],
          [s * 0.62, y + 60],
          [s * 0.72, y + 110],
          [w * 0.9, y + 180],
          [h + 6, y + 290],
          [h + 52, 860],
          [h + 84, 1010],
          [0, 1030],
          [-h - 66, 1010],
          [-h - 40, 860],
          [-h - 4, y + 290],
          [-w * 0.9, y + 180],
          [-s * 0.72, y + 110],
        ],
        7,
      )
      const chest = fill(
        blob(
          [
            [-24, y - 18],
            [24, y - 18],
            [s - 4, y + 10],
            [s - 10, y + 70],
            [0, y + 110],
            [-s + 10, y + 70],
            [-s + 4, y + 10],
          ],
          7,
        ),
        skin.base,
      )
      return (
        chest +
        line(`M${-s * 0.5} ${y + 70}L${-s * 0.56} ${y + 2}M${s * 0.5} ${y + 70}L${s * 0.56} ${y + 2}`, c, 7) +
        shaded(
          d,
          c,
          line(`M-20 ${y + 300}C-60 800 -40 900 -70 1020M20 ${y + 310}C30 800 60 900 50 1020M-60 620C-90 800 -90 920 -120 1010`, edge, 4, 'opacity=".6"'),
        )
      )
    }
    case 'knit_skirt': {
      const skirt = blob(
        [
          [-w, 470],
          [w, 470],
          [h + 10, 620],
          [h + 46, 960],
          [0, 976],
          [-h - 46, 960],
          [-h - 10, 620],
        ],
        8,
      )
      return (
        fill(skirt, second) +
        clipped(
          'skirt',
          skirt,
          fill('M20 460C60 700 20 900 60 990H300V460Z', dim(second)) +
            line('M-30 560C-46 760 -40 900 -56 970M-70 600C-96 760 -90 900 -104 960', dim(second), 5),
        ) +
        shaded(shape(540, h + 6, w + 24, 34), c) +
        line(`M-34 ${y - 14}Q0 ${y + 12} 34 ${y - 14}`, tone(c, -0.1), 16)
      )
    }
    case 'wide_trousers':
      return (
        fill(
          blob(
            [
              [-w, 460],
              [w, 460],
              [h + 14, 600],
              [h, 660],
              [0, 640],
              [-h, 660],
              [-h - 14, 600],
            ],
            8,
          ),
          second,
        ) +
        shaded(shape(500, w + 8, w + 4, 30), c) +
        fill(
          limb(
            [
              [-w - 4, 496],
              [0, 502],
              [w + 4, 496],
            ],
            [20, 20, 20],
          ),
          tone(second, -0.16),
        )
      )
    case 'pinafore': {
      const right: Point[] = [
        [s * 0.55, y + 62],
        [w, y + 130],
        [h + 66, hem + 70],
      ]
      const d = blob([[0, y + 58], ...right, [0, hem + 92], ...mirrored(right)], 7)
      return (
        fill(shape(hem - 60, h - 8, w, 34), p.trim) +
        line(`M${-s * 0.46} ${y + 70}L${-s * 0.5} ${y}M${s * 0.46} ${y + 70}L${s * 0.5} ${y}`, c, 22) +
        shaded(d, c) +
        circle(-s * 0.46, y + 74, 9, p.accent) +
        circle(s * 0.46, y + 74, 9, p.accent)
      )
    }
    case 'play': {
      let bands = ''
      for (let b = y + 30; b < hem; b += 52) bands += `M-160 ${b}h320v24h-320z`
      return (
        fill(
          blob(
            [
              [-w, hem - 90],
              [w, hem - 90],
              [h + 6, hem - 10],
              [h - 6, hem + 34],
              [0, hem + 10],
              [-h + 6, hem + 34],
              [-h - 6, hem - 10],
            ],
            8,
          ),
          second,
        ) + shaded(shape(hem - 50, h + 2, w + 8, 34), p.trim, fill(bands, c, 'opacity=".9"'))
      )
    }
  }
}
