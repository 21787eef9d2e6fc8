import { createRng } from './rng.ts'
import { SKIN, type PersonTraits, type Skin } from './traits.ts'
import { blob, type Point } from './svg.ts'

/** Proportions of one person in head units: the head is about 410 high, its centre is the origin. */
export type Anatomy = {
  /** Half width at the cheekbones. */
  cheek: number
  jaw: number
  chin: number
  chinY: number
  eyeY: number
  /** Half width of the neck and of the shoulders. */
  neck: number
  shoulder: number
  /** How far the head turns: -1 left to 1 right. */
  turn: number
  child: boolean
  masculine: boolean
  skin: Skin
}

/** Derives a person's proportions; they depend on the identity only, so every picture agrees. */
export function anatomyOf(traits: PersonTraits, turn: number): Anatomy {
  const rng = createRng(`${traits.identity}:face`)
  const masculine = traits.presentation === 'masculine'
  const child = traits.age === 'child'
  const shape = rng.pick(['oval', 'long', 'square', 'heart', 'round'] as const)
  const cheek = (child ? 150 : 136) + { oval: 0, long: -8, square: 2, heart: 3, round: 9 }[shape] + (masculine && !child ? 4 : 0)
  const jaw = cheek * ({ oval: 0.77, long: 0.76, square: 0.88, heart: 0.7, round: 0.83 }[shape] + (masculine && !child ? 0.05 : 0))
  return {
    cheek,
    jaw: child ? cheek * 0.86 : jaw,
    chin: child ? 44 : { oval: 36, long: 36, square: 50, heart: 27, round: 44 }[shape] + (masculine ? 9 : 0),
    chinY: child ? 180 : 202 + { oval: 0, long: 12, square: 2, heart: 4, round: -7 }[shape],
    eyeY: child ? 26 : 0,
    neck: child ? 45 : masculine ? 72 : 52,
    shoulder: child ? 212 : traits.age === 'teen' ? 265 : masculine ? 335 : 284,
    turn,
    child,
    masculine,
    skin: SKIN[traits.skin],
  }
}

/** The outline of the face, with the chin following the turn of the head. */
export function faceOutline(a: Anatomy): string {
  const t = a.turn
  const side = (s: 1 | -1): Point[] => {
    const far = s * t > 0 ? 1 - 0.07 * Math.abs(t) : 1 + 0.02 * Math.abs(t)
    const x = (v: number, shift: number): number => s * v * far + t * shift
    return [
      [x(a.cheek * 0.6, 0), -188],
      [x(a.cheek * 0.94, 2), -104],
      [x(a.cheek, 6), -6],
      [x(a.cheek * 0.955, 10), a.child ? 78 : 62],
      [x(a.jaw, 18), a.chinY - 74],
      [x(a.chin * 1.25, 24), a.chinY - 15],
    ]
  }
  return blob([[0, -212], ...side(1), [t * 26, a.chinY], ...side(-1).reverse()])
}
