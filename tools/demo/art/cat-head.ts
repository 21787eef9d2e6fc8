import { mix, tone } from './colour.ts'
import { around, furry, symmetric, type PetContext } from './pet-kit.ts'
import { blob, circle, clipped, curve, ellipse, fill, line, type Point } from './svg.ts'

function markings(c: PetContext, w: number): string {
  const { dark, mark, pattern } = c.coat
  const m = symmetric([
    [0, 34],
    [44, 44],
    [92, 92],
    [80, 170],
    [0, 190],
  ])
  switch (pattern) {
    case 'tabby':
      return (
        line(
          `M0 -170V-84M-34 -166L-20 -92M34 -166L20 -92M-${w} -8L-${w * 0.6} 6M-${w} 40L-${w * 0.62} 36M${w} -8L${w * 0.6} 6M${w} 40L${w * 0.62} 36`,
          dark,
          16,
        ) + fill(m, mark)
      )
    case 'tuxedo':
      return fill(
        symmetric([
          [0, -60],
          [14, -20],
          [36, 30],
          [104, 80],
          [110, 190],
          [0, 210],
        ]),
        mark,
      )
    case 'calico':
      return (
        fill(
          blob([
            [-w * 1.2, -240],
            [-10, -190],
            [-30, -40],
            [-w * 0.5, 30],
            [-w * 1.2, 20],
          ]),
          mark,
        ) +
        fill(
          blob([
            [20, -200],
            [w * 1.2, -240],
            [w * 1.2, 30],
            [w * 0.6, 20],
            [40, -60],
          ]),
          '#35302f',
        )
      )
    case 'point':
      return ellipse(0, 40, 96, 126, mark, 'opacity=".75"') + ellipse(0, 70, 70, 92, mark, 'opacity=".75"')
    default:
      return fill(m, c.coat.light, 'opacity=".5"')
  }
}

/** Draws a cat's head from the front; w is half its width. */
export function catHead(c: PetContext, w: number, long: boolean, iris: string): string {
  const { base, dark, mark, pattern } = c.coat
  const half: Point[] = [
    [0, -140],
    [w * 0.62, -134],
    [w * 0.98, -40],
    [w * 1.02, 50],
    [w * 0.72, 124],
    [w * 0.3, 166],
    [0, 172],
  ]
  const outline = long ? furry(around(half.map(([x, y]): Point => [x * (y > 30 ? 1.16 : 1), y])), 22, c.rng) : symmetric(half)
  const earColour = (s: number): string => (pattern === 'point' ? mark : pattern === 'calico' ? (s < 0 ? mark : '#35302f') : base)
  const ears = ([-1, 1] as const)
    .map(
      (s) =>
        fill(
          blob(
            [
              [s * w * 0.18, -122],
              [s * w * 0.74, -276],
              [s * w * 0.86, -268],
              [s * w * 1.04, -50],
            ],
            9,
          ),
          s > 0 ? tone(earColour(s), -0.04) : earColour(s),
        ) +
        fill(
          blob(
            [
              [s * w * 0.42, -130],
              [s * w * 0.76, -234],
              [s * w * 0.9, -90],
            ],
            9,
          ),
          mix('#e0a08e', dark, 0.25),
        ),
    )
    .join('')
  const sleepy = c.rng.chance(0.25)
  const eyes = ([-1, 1] as const)
    .map((s) => {
      const x = s * w * 0.44
      if (sleepy)
        return line(
          curve([
            [x - 32, 4],
            [x, 20],
            [x + 32, 4],
          ]),
          '#1d1819',
          9,
        )
      const shape = `M${x - s * 34} 14Q${x - s * 8} -34 ${x + s * 36} -14Q${x + s * 18} 34 ${x - s * 34} 14Z`
      return fill(shape, iris, 'stroke="#1d1819" stroke-width="7" stroke-linejoin="round"') + ellipse(x, 0, 8, 21, '#17100f') + circle(x - 7, -9, 5, '#fffaf0')
    })
    .join('')
  const nose = fill(
    blob(
      [
        [-19, 62],
        [0, 58],
        [19, 62],
        [0, 84],
      ],
      6,
    ),
    pattern === 'tuxedo' || c.coat.base === '#2a2729' ? '#3a2b2d' : '#c9776b',
  )
  const mouth = line('M0 82V96M-38 100Q-18 118 0 96Q18 118 38 100', pattern === 'solid' && base === '#2a2729' ? '#8a8083' : '#3a2628', 6)
  const whiskers = line(`M-52 88L-190 66M-52 102L-192 106M-52 114L-180 142M52 88L190 66M52 102L192 106M52 114L180 142`, '#fdf8ee', 3.5, 'opacity=".85"')
  return (
    ears +
    fill(outline, base) +
    clipped('cathead', outline, markings(c, w) + fill(`M20 -300C70 -60 20 60 60 240H400V-300Z`, '#1a0f14', 'opacity=".14"')) +
    eyes +
    nose +
    mouth +
    whiskers
  )
}
