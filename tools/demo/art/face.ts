import type { Anatomy } from './anatomy.ts'
import { lightness, mix } from './colour.ts'
import { ears, eyes, mouth, nose, type Expression } from './features.ts'
import type { Rng } from './rng.ts'
import { blob, circle, clipped, ellipse, fill, halftone, line } from './svg.ts'
import { HAIR, type PersonTraits } from './traits.ts'

/** Draws ears, face, shadow side and features in head units; light comes from the left. */
export function face(a: Anatomy, traits: PersonTraits, outline: string, look: Expression, lipTint: string, rng: Rng): string {
  const { skin, turn } = a
  const shade = mix(skin.base, skin.shade, 0.72)
  const c = a.cheek
  const shadowX = c * (0.34 + turn * 0.12)
  const shadow = blob([
    [shadowX + 10, -215],
    [shadowX + c * 0.1, -120],
    [shadowX - c * 0.04, a.eyeY - 36],
    [shadowX + c * 0.06, a.eyeY + 14],
    [shadowX + c * 0.24, a.eyeY + 62],
    [shadowX + c * 0.02, a.chinY - 70],
    [shadowX - c * 0.12, a.chinY + 16],
    [c * 1.3, a.chinY + 30],
    [c * 1.5, 0],
    [c * 1.2, -230],
  ])
  const ink = features(a, traits)
  const blushY = a.eyeY + (a.child ? 60 : 66)
  const blush = a.child
    ? circle(-c * 0.55 + turn * 20, blushY, 30, skin.blush, 'opacity=".55"') + circle(c * 0.55 + turn * 22, blushY, 28, skin.blush, 'opacity=".55"')
    : traits.presentation === 'feminine' && traits.age !== 'teen'
      ? halftone('blush', skin.blush, 2.3, 9) + ellipse(-c * 0.56 + turn * 16, blushY, 46, 30, 'url(#blush)', 'opacity=".8"')
      : ''
  const inside =
    fill(shadow, shade) +
    ellipse(-c * 0.62, a.eyeY - 96, 40, 70, skin.light, 'opacity=".3"') +
    blush +
    (traits.beard ? beard(a, traits) : '') +
    (traits.freckles ? freckles(a, rng) : '')
  return (
    ears(a, shade) +
    fill(outline, skin.base) +
    clipped('face', outline, inside) +
    nose(a, shade) +
    eyes(a, ink, look) +
    mouth(a, lipTint, look, traits) +
    (traits.glasses ? glasses(a, ink) : '')
  )
}

function features(a: Anatomy, traits: PersonTraits): string {
  const hairDark = HAIR[traits.hairColour].dark
  return mix(mix(hairDark, a.skin.shade, 0.12), '#1c1315', Math.min(1, 0.4 + (1 - lightness(a.skin.base)) * 0.8))
}

function beard(a: Anatomy, traits: PersonTraits): string {
  const hair = HAIR[traits.hairColour]
  const x = a.turn * 34
  const c = a.cheek
  const full = `M${-c * 1.1} 10C${-c * 0.95} 60 ${-c * 0.8} 96 ${x - 54} 104C${x - 30} 96 ${x + 30} 96 ${x + 54} 104C${c * 0.8} 96 ${c * 0.95} 60 ${c * 1.1} 10L${c * 1.3} 260L${-c * 1.3} 260Z`
  if (traits.beard === 'moustache') {
    return fill(
      `M${x - 58} 128C${x - 34} 100 ${x - 10} 100 ${x} 107C${x + 10} 100 ${x + 34} 100 ${x + 58} 128C${x + 30} 122 ${x - 30} 122 ${x - 58} 128Z`,
      hair.base,
    )
  }
  if (traits.beard === 'stubble')
    return halftone('stubble', hair.dark, 1.7, 7) + fill(full, mix(a.skin.shade, hair.base, 0.4), 'opacity=".28"') + fill(full, 'url(#stubble)', 'opacity=".5"')
  return (
    fill(full, hair.base) +
    fill(`M${x + 30} 150C${c * 0.7} 130 ${c} 80 ${c * 1.1} 10L${c * 1.3} 260L${x + 10} 260Z`, hair.dark, 'opacity=".6"') +
    fill(`M${x - 46} 128Q${x} 112 ${x + 46} 128Q${x} 186 ${x - 46} 128Z`, hair.dark, 'opacity=".5"')
  )
}

function freckles(a: Anatomy, rng: Rng): string {
  let out = ''
  for (let i = 0; i < 26; i++)
    out += circle(a.turn * 34 + rng.range(-1, 1) * a.cheek * 0.7, a.eyeY + rng.range(30, 82), rng.range(2, 3.6), a.skin.shade, 'opacity=".75"')
  return out
}

function glasses(a: Anatomy, ink: string): string {
  const x = a.turn * 34
  const d = a.cheek * 0.46
  const ring = (cx: number): string =>
    `<rect x="${cx - 52}" y="${a.eyeY - 36}" width="104" height="78" rx="36" fill="#fffaf2" fill-opacity=".16" stroke="${ink}" stroke-width="8"/>`
  return (
    ring(x - d) +
    ring(x + d) +
    line(`M${x - d + 52} ${a.eyeY - 4}Q${x} ${a.eyeY - 16} ${x + d - 52} ${a.eyeY - 4}`, ink, 8) +
    line(`M${x - d - 52} ${a.eyeY - 6}L${-a.cheek} ${a.eyeY - 12}M${x + d + 52} ${a.eyeY - 6}L${a.cheek} ${a.eyeY - 12}`, ink, 7)
  )
}
