import { tone } from './colour.ts'
import type { Palette, World } from './palette.ts'
import type { Rng } from './rng.ts'
import { extra, petExtra } from './scene-people.ts'
import { SCENE_SIZE } from './scene-size.ts'
import { blob, circle, ellipse, fill, halftone, line, polygon, rect } from './svg.ts'

const { width: W, height: H } = SCENE_SIZE

function facade(rng: Rng, x: number, w: number, top: number, colour: string, p: Palette): string {
  const glass = rng.pick([p.trim, tone(p.ground, -0.2), p.second])
  const cols = Math.max(2, Math.round(w / 96))
  const step = w / cols
  let out = rect(x, top, w, H - top, colour) + rect(x - 8, top - 16, w + 16, 22, tone(colour, -0.07)) + rect(x, 590, w, 14, tone(colour, -0.07))
  for (let y = top + 44; y < 540; y += 122) {
    for (let c = 0; c < cols; c++) {
      const wx = x + step * (c + 0.5) - 22
      const arched = (Math.round(y / 122) + cols) % 2 === 0
      out += arched ? fill(`M${wx} ${y + 82}V${y + 22}A22 22 0 0 1 ${wx + 44} ${y + 22}V${y + 82}Z`, glass) : rect(wx, y, 44, 82, glass)
      out += fill(`M${wx + 22} ${y + (arched ? 4 : 0)}h22v${arched ? 78 : 82}h-22z`, tone(glass, -0.05)) + rect(wx - 7, y + 82, 58, 9, tone(colour, -0.1))
    }
  }
  const door = x + w * 0.5 - 40
  const awning = rng.chance(0.5)
    ? fill(
        polygon([
          [x + 20, 640],
          [x + w - 20, 640],
          [x + w + 4, 690],
          [x - 4, 690],
        ]),
        p.accent,
      )
    : ''
  return out + fill(`M${door} 800V668A40 40 0 0 1 ${door + 80} 668V800Z`, tone(colour, -0.2)) + awning
}

/** A street of old houses with people on the pavement. */
export function street(rng: Rng, p: Palette, world: World): string {
  let houses = ''
  let x = -30
  const colours = [p.shape, p.second, tone(p.shape, 0.07), tone(p.ground, -0.1), p.cloth]
  for (let i = 0; x < W; i++) {
    const w = rng.range(200, 330)
    houses += facade(rng, x, w, rng.range(90, 240), colours[i % colours.length]!, p)
    x += w
  }
  const wires = line('M0 70Q400 120 800 84T1600 96M0 110Q500 150 900 116T1600 140', tone(p.ground, -0.35), 3, 'opacity=".6"')
  const people = [0, 1, 2]
    .map((i) =>
      world === 'paws' && i === 1
        ? petExtra(rng, p, 760, 800, 0.3)
        : extra(rng, p, world, 330 + i * 400 + rng.range(-50, 50), 845, world === 'kids' && i !== 1 ? 0.4 : 0.5),
    )
    .join('')
  return (
    rect(0, 0, W, H, p.ground) +
    circle(1240, 150, 100, p.accent) +
    houses +
    wires +
    rect(0, 796, W, 104, tone(p.ground, -0.08)) +
    rect(0, 796, W, 10, tone(p.ground, -0.18)) +
    people
  )
}

/** A park with trees, a bench and a path. */
export function park(rng: Rng, p: Palette, world: World): string {
  const leafy = [tone(p.shape, -0.04), tone(p.shape, -0.12), p.cloth, tone(p.second, -0.12)]
  const tree = (x: number, y: number, k: number): string => {
    const colour = rng.pick(leafy)
    const crown = rng.chance(0.5)
      ? blob(
          [
            [x, y - 330 * k],
            [x + 120 * k, y - 260 * k],
            [x + 130 * k, y - 130 * k],
            [x, y - 70 * k],
            [x - 130 * k, y - 130 * k],
            [x - 120 * k, y - 260 * k],
          ],
          5,
        )
      : blob(
          [
            [x, y - 420 * k],
            [x + 66 * k, y - 220 * k],
            [x + 54 * k, y - 50 * k],
            [x - 54 * k, y - 50 * k],
            [x - 66 * k, y - 220 * k],
          ],
          6,
        )
    return (
      rect(x - 9 * k, y - 120 * k, 18 * k, 124 * k, '#4b362c') +
      fill(crown, colour) +
      fill(crown, 'url(#leaves)', 'opacity=".5"') +
      line(`M${x} ${y - 70 * k}V${y - 220 * k}M${x} ${y - 130 * k}l${34 * k} ${-40 * k}M${x} ${y - 160 * k}l${-30 * k} ${-36 * k}`, '#4b362c', 5 * k)
    )
  }
  const hill = (y: number, amp: number, colour: string): string => fill(`M0 ${y}Q300 ${y - amp} 700 ${y}T1600 ${y - amp * 0.4}V900H0Z`, colour)
  let trees = ''
  for (let i = 0; i < 9; i++) trees += tree(60 + i * 190 + rng.range(-40, 40), 610 + rng.range(-20, 50), rng.range(0.6, 1.05))
  const cast =
    world === 'paws'
      ? petExtra(rng, p, 1010, 770, 0.36) + extra(rng, p, world, 700, 850, 0.52)
      : extra(rng, p, world, 620, 850, 0.5) + extra(rng, p, world, 960, 850, 0.5)
  const bench = line('M200 740H460M200 700H460M230 740V810M430 740V810', '#4b362c', 12)
  return (
    halftone('leaves', '#1c2320', 2, 13) +
    rect(0, 0, W, H, p.ground) +
    circle(rng.range(1000, 1350), 210, 120, p.accent) +
    hill(470, 130, p.second) +
    hill(590, 90, tone(p.second, -0.06)) +
    trees +
    hill(690, 60, tone(p.shape, 0.03)) +
    fill('M640 900C700 800 900 760 860 690C840 660 800 640 780 636C840 650 1010 690 1000 760C990 820 940 860 930 900Z', p.trim) +
    bench +
    ellipse(0, 880, 300, 70, tone(p.shape, -0.08)) +
    ellipse(1580, 870, 340, 80, tone(p.shape, -0.08)) +
    cast
  )
}
