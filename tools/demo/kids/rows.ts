import type { HairColour, HairStyle, SkinTone } from '../art/traits.ts'

/** One child in short form: first name and initial, sex, age, city, skin, hair colour, hair style, eyes, guardian account, skills, flags, bio. */
export type KidRow = readonly [
  name: string,
  sex: 'f' | 'm',
  age: number,
  city: string,
  skin: SkinTone,
  hair: HairColour,
  style: HairStyle,
  eyes: string,
  account: string,
  skills: string,
  flags: string,
  bio: string,
]
