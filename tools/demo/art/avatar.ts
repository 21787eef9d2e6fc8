import { oklch } from './colour.ts'
import { createRng } from './rng.ts'
import { circle, fill, polygon, rect } from './svg.ts'

/** Draws a square geometric avatar, 256 by 256, for staff and accounts; hue ties it to the tenant. */
export function avatar(seed: string, hue: number): string {
  const rng = createRng(`${seed}:avatar`)
  const h = hue + rng.range(-40, 40)
  const ground = oklch(rng.range(0.82, 0.92), 0.05, h)
  const body = oklch(rng.range(0.36, 0.5), 0.08, h)
  const skin = rng.pick(['#f1cdb4', '#dcae85', '#b98056', '#7a4a31', '#573425'])
  const hair = rng.pick(['#221d1f', '#553729', '#a98350', '#86381f', '#c9c4bb'])
  const accent = oklch(0.74, 0.1, h + rng.pick([60, -60, 180]))
  const shape = rng.int(0, 2)
  const back =
    shape === 0
      ? circle(128, 118, 96, accent, 'opacity=".8"')
      : shape === 1
        ? fill(
            polygon([
              [0, 256],
              [256, 0],
              [256, 256],
            ]),
            accent,
            'opacity=".8"',
          )
        : rect(0, 128, 256, 128, accent, 'opacity=".8"')
  const style = rng.int(0, 4)
  const behind =
    style === 0 ? fill('M66 122A62 62 0 0 1 190 122V196H66Z', hair) : style === 1 ? circle(128, 52, 26, hair) : style === 2 ? circle(128, 98, 74, hair) : ''
  const fringe =
    style === 3
      ? fill('M80 104C78 58 108 50 138 54C170 52 180 76 176 104C158 84 112 96 80 104Z', hair)
      : style === 4
        ? fill('M80 110A48 50 0 0 1 176 110C172 92 150 84 128 84S84 92 80 110Z', hair)
        : fill('M80 112A48 52 0 0 1 176 112C160 104 140 92 128 70C118 92 98 104 80 112Z', hair)
  const head =
    rect(108, 140, 40, 60, skin) +
    `<ellipse cx="128" cy="118" rx="47" ry="56" fill="${skin}"/>` +
    fill('M128 62A47 56 0 0 1 128 174Z', '#2a1216', 'opacity=".14"')
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" width="256" height="256" viewBox="0 0 256 256">` +
    rect(0, 0, 256, 256, ground) +
    back +
    behind +
    fill('M30 256C34 204 80 190 128 190S222 204 226 256Z', body) +
    fill('M104 186L128 214L152 186Z', skin) +
    head +
    fringe +
    '</svg>'
  )
}
