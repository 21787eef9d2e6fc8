import type { HairColour, HairStyle, SkinTone } from '../art/traits.ts'

/** One model in short form: name, board, age, city, country, height, skin, hair colour, hair style, eyes, categories, account, languages, flags, bio. */
export type FashionRow = readonly [
  name: string,
  board: 'f' | 'm',
  age: number,
  city: string,
  country: string,
  height: number,
  skin: SkinTone,
  hair: HairColour,
  style: HairStyle,
  eyes: string,
  categories: string,
  account: string,
  languages: string,
  flags: string,
  bio: string,
]
