import { tone } from './colour.ts'
import { limb } from './limb.ts'
import type { Palette, World } from './palette.ts'
import type { Rng } from './rng.ts'
import { extra, petExtra } from './scene-people.ts'
import { SCENE_SIZE } from './scene-size.ts'
import { blob, circle, fill, line, polygon, rect } from './svg.ts'

const { width: W, height: H } = SCENE_SIZE

const lamp = (x: number, y: number, p: Palette, dir: 1 | -1): string =>
  line(`M${x} ${y}V${H - 110}M${x} ${H - 160}L${x - 60} ${H - 96}M${x} ${H - 160}L${x + 60} ${H - 96}`, '#26242a', 9) +
  fill(
    polygon([
      [x - dir * 20, y - 70],
      [x + dir * 110, y - 120],
      [x + dir * 150, y + 70],
      [x + dir * 10, y + 60],
    ]),
    '#26242a',
  ) +
  fill(
    polygon([
      [x + dir * 110, y - 120],
      [x + dir * 134, y - 116],
      [x + dir * 172, y + 72],
      [x + dir * 150, y + 70],
    ]),
    p.trim,
  ) +
  fill(
    polygon([
      [x + dir * 134, y - 116],
      [x + dir * 172, y + 72],
      [x + dir * 700, H],
      [x + dir * 980, H - 200],
    ]),
    p.trim,
    'opacity=".16"',
  )

const camera = (x: number, p: Palette): string =>
  line(`M${x} 560L${x - 90} ${H - 90}M${x} 560L${x + 84} ${H - 90}M${x} 560V${H - 100}`, '#26242a', 11) +
  rect(x - 80, 470, 160, 96, '#26242a', 'rx="12"') +
  rect(x - 132, 490, 60, 56, '#3a373f', 'rx="6"') +
  circle(x - 132, 518, 24, p.accent) +
  rect(x - 30, 442, 70, 34, '#26242a', 'rx="6"')

/** A photo studio with backdrop paper, lamp and camera. */
export function studio(rng: Rng, p: Palette, world: World): string {
  const paper = rng.range(640, 760)
  const cast =
    world === 'paws'
      ? petExtra(rng, p, paper + 220, 720, 0.52)
      : extra(rng, p, world, paper + 130, 760, 0.58) + (rng.chance(0.7) ? extra(rng, p, world, paper + 350, 740, 0.54) : '')
  return (
    rect(0, 0, W, H, p.ground) +
    rect(0, H - 220, W, 220, tone(p.ground, -0.06)) +
    fill(
      `M${paper - 40} 60H${paper + 500}V560C${paper + 500} 700 ${paper + 560} 760 ${paper + 640} 820H${paper - 180}C${paper - 100} 760 ${paper - 40} 700 ${paper - 40} 560Z`,
      p.shape,
    ) +
    fill(
      `M${paper - 40} 560C${paper - 40} 700 ${paper - 100} 760 ${paper - 180} 820H${paper + 640}C${paper + 560} 760 ${paper + 500} 700 ${paper + 500} 560C${paper + 480} 680 ${paper - 20} 680 ${paper - 40} 560Z`,
      tone(p.shape, -0.05),
    ) +
    rect(paper - 80, 40, 620, 26, '#26242a', 'rx="8"') +
    line(`M${paper - 64} 50V${H - 130}M${paper + 524} 50V${H - 130}`, '#26242a', 8) +
    rect(70, 140, 210, 300, p.second) +
    rect(70, 140, 210, 300, 'none', `stroke="${tone(p.ground, -0.2)}" stroke-width="10"`) +
    line('M175 140V440M70 290H280', tone(p.ground, -0.2), 8) +
    cast +
    lamp(430, 250, p, 1) +
    camera(1420, p) +
    [-1.5, -0.9, -0.3, 0.3, 0.9, 1.5]
      .map((a, i) =>
        fill(
          limb(
            [
              [1260, 770],
              [1260 + a * 46, 660 - (i % 2) * 24],
              [1260 + a * 92, 600 + Math.abs(a) * 44 - (i % 2) * 40],
            ],
            [10, 44, 6],
          ),
          i % 2 ? '#4f6b52' : '#3d5643',
        ),
      )
      .join('') +
    fill(
      polygon([
        [1214, 750],
        [1306, 750],
        [1292, 836],
        [1228, 836],
      ]),
      p.accent,
    )
  )
}

/** A film set with flats, lamps and a director's chair. */
export function set(rng: Rng, p: Palette, world: World): string {
  const cloud = (x: number, y: number, k: number): string =>
    line(`M${x} 0V${y - 30 * k}`, tone(p.ground, -0.25), 4) +
    fill(
      blob(
        [
          [x - 110 * k, y + 30 * k],
          [x - 70 * k, y - 30 * k],
          [x - 10 * k, y - 60 * k],
          [x + 60 * k, y - 34 * k],
          [x + 110 * k, y + 26 * k],
          [x, y + 44 * k],
        ],
        5,
      ),
      p.trim,
    )
  const flats =
    fill('M300 800V330A210 210 0 0 1 720 330V800Z', p.second) +
    fill('M380 800V350A130 130 0 0 1 640 350V800Z', p.shape) +
    rect(760, 240, 260, 560, tone(p.shape, 0.06)) +
    rect(820, 320, 140, 180, p.ground) +
    line('M890 320V500M820 410H960', tone(p.shape, -0.08), 10)
  const steps = [0, 1, 2].map((i) => rect(1020 + i * 80, 720 - i * 70, 200, 80 + i * 70, tone(p.second, -0.05 - i * 0.05))).join('')
  const chair =
    line('M200 560L330 790M330 560L200 790M190 560H345M210 440V560M330 440V560', '#3b2f2a', 12) +
    rect(200, 440, 140, 56, p.accent, 'rx="6"') +
    rect(196, 556, 150, 26, p.accent, 'rx="6"')
  const cast =
    world === 'paws'
      ? petExtra(rng, p, 1276, 590, 0.34) + extra(rng, p, world, 500, 800, 0.5)
      : extra(rng, p, world, 510, 805, 0.52) + extra(rng, p, world, 890, 805, 0.5)
  return (
    rect(0, 0, W, H, p.ground) +
    rect(0, 0, W, 44, '#26242a') +
    [160, 620, 1080, 1500]
      .map(
        (x) =>
          rect(x - 6, 30, 12, 60, '#26242a') +
          fill(
            polygon([
              [x - 30, 80],
              [x + 30, 80],
              [x + 46, 140],
              [x - 46, 140],
            ]),
            '#26242a',
          ) +
          fill(
            polygon([
              [x - 46, 140],
              [x + 46, 140],
              [x + 220, 800],
              [x - 220, 800],
            ]),
            p.trim,
            'opacity=".1"',
          ),
      )
      .join('') +
    flats +
    cloud(1160, 250, 1.1) +
    cloud(210, 260, 0.8) +
    rect(0, 790, W, 110, tone(p.ground, -0.09)) +
    steps +
    cast +
    chair +
    camera(1440, p)
  )
}
