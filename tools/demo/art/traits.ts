import type { World } from './palette.ts'

/** Skin tones from light to deep; the same values are options of the profile schemas. */
export const SKIN_TONES = ['porcelain', 'fair', 'light', 'light_olive', 'olive', 'tan', 'caramel', 'brown', 'deep'] as const
/** One of the nine skin tones. */
export type SkinTone = (typeof SKIN_TONES)[number]

/** Hair colours; the same values are options of the profile schemas. */
export const HAIR_COLOURS = [
  'black',
  'blue_black',
  'dark_brown',
  'brown',
  'light_brown',
  'chestnut',
  'auburn',
  'red',
  'strawberry_blonde',
  'dark_blonde',
  'blonde',
  'platinum',
  'salt_and_pepper',
  'grey',
  'white',
] as const
/** One of the fifteen hair colours. */
export type HairColour = (typeof HAIR_COLOURS)[number]

/** Hair styles the generator can draw. */
export const HAIR_STYLES = [
  'bob',
  'long_straight',
  'long_wavy',
  'sleek_bun',
  'top_knot',
  'afro',
  'curls',
  'crop',
  'buzz',
  'side_part',
  'pixie',
  'ponytail',
  'braids',
  'shag',
  'quiff',
  'locs',
  'pigtails',
  'space_buns',
  'bald',
] as const
/** One of the drawable hair styles. */
export type HairStyle = (typeof HAIR_STYLES)[number]

/** What stays the same about a person from picture to picture. */
export type PersonTraits = {
  /** Fixes face proportions; use something stable such as the profile's slug. */
  identity: string
  world: World
  age: 'child' | 'teen' | 'adult' | 'senior'
  presentation: 'feminine' | 'masculine'
  skin: SkinTone
  hairColour: HairColour
  hairStyle: HairStyle
  beard?: 'stubble' | 'full' | 'moustache'
  glasses?: boolean
  freckles?: boolean
}

/** Colours of a skin tone: base, shadow side, lit side, lips, blush. */
export type Skin = { base: string; shade: string; light: string; lips: string; blush: string }

const skin = (base: string, shade: string, light: string, lips: string, blush: string): Skin => ({
  base,
  shade,
  light,
  lips,
  blush,
})

/** The drawing colours of every skin tone. */
export const SKIN: Record<SkinTone, Skin> = {
  porcelain: skin('#f6ddcb', '#dfae98', '#fdeee2', '#c05a55', '#ec9a86'),
  fair: skin('#f1cdb4', '#d59c80', '#fae1cf', '#b9524c', '#e58a73'),
  light: skin('#e8bb9a', '#c4876a', '#f4d2b8', '#ae4b44', '#d9775d'),
  light_olive: skin('#dcae85', '#b27e5a', '#eac6a2', '#a2483f', '#cb6d50'),
  olive: skin('#cb9a6e', '#9d6c47', '#ddb48c', '#964139', '#bc6145'),
  tan: skin('#b98056', '#8a5637', '#cf9c72', '#8a3a33', '#a9533a'),
  caramel: skin('#9c6440', '#6f422a', '#b57e57', '#7a332e', '#93462f'),
  brown: skin('#7a4a31', '#53301f', '#956244', '#692c2b', '#7d3a2b'),
  deep: skin('#573425', '#382018', '#714836', '#5a2628', '#67302a'),
}

/** Colours of hair: base, strands in light, mass in shadow. */
export type Hair = { base: string; light: string; dark: string }

const hair = (base: string, light: string, dark: string): Hair => ({ base, light, dark })

/** The drawing colours of every hair colour. */
export const HAIR: Record<HairColour, Hair> = {
  black: hair('#211d1f', '#4a4345', '#0f0d0f'),
  blue_black: hair('#1c222e', '#3f4c63', '#0d1118'),
  dark_brown: hair('#3a2722', '#634639', '#231613'),
  brown: hair('#553729', '#83593f', '#38231a'),
  light_brown: hair('#7d563a', '#a97d57', '#573923'),
  chestnut: hair('#6a3524', '#98553a', '#462015'),
  auburn: hair('#86381f', '#b45c38', '#5c2413'),
  red: hair('#b4491f', '#d9773f', '#833113'),
  strawberry_blonde: hair('#cf8a55', '#e6b083', '#a3653a'),
  dark_blonde: hair('#a98350', '#cda974', '#7d5d36'),
  blonde: hair('#d3a95c', '#ecce8f', '#a37c3a'),
  platinum: hair('#e8d7b4', '#f8eed8', '#bfa880'),
  salt_and_pepper: hair('#6d6a69', '#b0aba6', '#45423f'),
  grey: hair('#9c9892', '#c8c4bd', '#706c67'),
  white: hair('#e3ded4', '#f8f5ee', '#b5afa4'),
}
