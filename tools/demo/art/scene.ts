import { palettesOf, type World } from './palette.ts'
import { createRng } from './rng.ts'
import { set, studio } from './scene-indoor.ts'
import { park, street } from './scene-outdoor.ts'
import { SCENE_SIZE } from './scene-size.ts'
import { picture } from './svg.ts'

/** Places a scene can show. */
export type SceneKind = 'studio' | 'street' | 'set' | 'park'

/** Draws a wide scene in a tenant's palette as an SVG of 1600 by 900. */
export function scene(seed: string, kind: SceneKind, world: World): string {
  const rng = createRng(`${seed}:scene`)
  const p = rng.pick(palettesOf(world))
  const content = { studio, street, set, park }[kind](rng, p, world)
  return picture(seed, SCENE_SIZE.width, SCENE_SIZE.height, content)
}
