import { anatomyOf } from './anatomy.ts'
import { lightness, mix, tone } from './colour.ts'
import type { Head } from './head.ts'
import type { Palette } from './palette.ts'
import type { Rng } from './rng.ts'
import { sideHair } from './side-hair.ts'
import { blob, circle, clipped, curve, ellipse, fill, group, halftone, line } from './svg.ts'
import { HAIR, type PersonTraits } from './traits.ts'

const FACE =
  'M96 -160C112 -130 121 -92 121 -60C121 -42 112 -30 111 -18C122 10 146 44 159 68C163 78 158 88 146 90C134 91 126 92 122 97' +
  'C122 104 130 107 136 116C138 122 131 126 122 128C132 132 135 141 129 149C122 157 115 158 115 166C119 176 120 186 112 198' +
  'C104 210 84 212 66 207C40 199 12 190 -8 186'
const SKULL = 'C-190 60 -190 -100 -150 -170C-100 -230 60 -240 96 -160Z'
const WITH_NECK = `${FACE}C-2 230 2 262 26 316L-168 330C-142 260 -128 200 -132 120${SKULL}`
const HEAD_ONLY = `${FACE}C-5 204 -4 216 -3 226L-136 226C-132 190 -131 150 -132 120${SKULL}`

/** Draws an adult's head in profile, looking to the light on the left. */
export function sideHead(rng: Rng, traits: PersonTraits, palette: Palette): Head {
  const anatomy = anatomyOf(traits, 0)
  const hair = HAIR[traits.hairColour]
  const layers = sideHair(traits.hairStyle, hair, palette, rng)
  const tilt = rng.range(-9, 3)
  const turn = (content: string): string => group('scale(-1 1)', group(`rotate(${tilt.toFixed(1)} -60 230)`, content))
  const neck = fill(WITH_NECK, mix(anatomy.skin.base, anatomy.skin.shade, 0.75))
  return { anatomy, back: turn(layers.back + neck), front: turn(skull(traits, palette, rng) + layers.front) }
}

function skull(traits: PersonTraits, palette: Palette, rng: Rng): string {
  const { skin, masculine } = anatomyOf(traits, 0)
  const hair = HAIR[traits.hairColour]
  const ink = mix(mix(hair.dark, skin.shade, 0.12), '#1c1315', Math.min(1, 0.4 + (1 - lightness(skin.base)) * 0.8))
  const shade = mix(skin.base, skin.shade, 0.75)
  const jaw = blob([
    [20, -70],
    [-6, 40],
    [24, 130],
    [74, 206],
    [-10, 190],
    [-60, 330],
    [-220, 330],
    [-220, -60],
  ])
  const cast = fill('M86 214C40 204 6 190 -10 186L-40 330L60 330C30 290 20 260 30 226Z', shade)
  const beard =
    traits.beard && traits.beard !== 'moustache'
      ? fill(
          'M-8 20C0 70 20 104 70 104C96 100 110 98 122 97C130 104 124 116 114 120L128 152C112 160 124 190 112 204C90 222 20 200 -30 170Z',
          hair.base,
          traits.beard === 'stubble' ? 'opacity=".35"' : '',
        )
      : ''
  const plain = masculine || traits.age === 'teen'
  const lip = plain ? mix(skin.lips, skin.base, 0.35) : mix(skin.lips, palette.accent, 0.55)
  const lips =
    fill('M136 116C138 122 131 126 122 128L94 130C108 119 122 112 129 110Z', tone(lip, -0.07)) +
    fill('M122 128C132 132 135 141 129 149C118 150 106 142 96 131Z', lip)
  const closed = rng.chance(0.35)
  const eye = closed
    ? line(
        curve([
          [104, 6],
          [88, 13],
          [68, 4],
        ]),
        ink,
        8,
      ) + line('M104 8l10 6M95 12l6 9', ink, 5)
    : fill('M108 -4C96 -22 76 -18 62 -6C80 -10 94 -8 104 8C108 6 109 2 108 -4Z', ink) + circle(94, -1, 10, ink)
  const brow = masculine ? 15 : 9
  const browPath = `M116 -50C100 -64 78 -64 58 -44C78 ${-62 + brow} 100 ${-62 + brow} 114 ${-50 + brow}Z`
  const blush = plain ? '' : halftone('blush', skin.blush, 2.3, 9) + ellipse(62, 72, 44, 28, 'url(#blush)', 'opacity=".8"')
  const ear =
    ellipse(-26, 26, 27, 44, skin.base, 'transform="rotate(-10 -26 26)"') +
    line(
      curve([
        [-36, 2],
        [-16, 4],
        [-22, 30],
        [-34, 40],
      ]),
      skin.shade,
      6,
    )
  const earring = !masculine && rng.chance(0.6) ? circle(-30, 92, 24, 'none', `stroke="${palette.accent}" stroke-width="8"`) : ''
  const glasses = traits.glasses
    ? line('M112 -14L-20 -8', ink, 7) + ellipse(96, 4, 26, 36, '#fffaf2', `fill-opacity=".2" stroke="${ink}" stroke-width="7"`)
    : ''
  return (
    fill(HEAD_ONLY, skin.base) +
    clipped('side', HEAD_ONLY, fill(jaw, shade, 'opacity=".6"') + cast + blush + beard + ellipse(84, -110, 22, 50, skin.light, 'opacity=".35"')) +
    lips +
    eye +
    fill(browPath, ink) +
    line('M134 88q-6 -12 -16 -2', tone(skin.shade, -0.08), 5) +
    ear +
    earring +
    glasses
  )
}
