import { createRng } from '../art/rng.ts'
import type { HairColour, HairStyle, SkinTone } from '../art/traits.ts'
import { dayFrom } from '../clock.ts'
import { hairLength } from '../hair.ts'
import type { FieldValue } from '../types.ts'

/** What is known about a child before the schema's fields are filled. */
export type ChildFacts = {
  slug: string
  age: number
  skin: SkinTone
  hair: HairColour
  style: HairStyle
  eyes: string
  skills: string[]
  /** Name and e-mail address of the guardian. */
  guardian: readonly [string, string]
  now: Date
  glasses: boolean
  freckles: boolean
}

const HEIGHT_AT = [68, 78, 88, 96, 103, 110, 116, 122, 128, 134, 139, 145, 151, 158, 164, 169, 172, 174] as const
const CLOTHING = [56, 62, 68, 74, 80, 86, 92, 98, 104, 110, 116, 122, 128, 134, 140, 146, 152, 158, 164, 170, 176, 182, 188] as const

/** Field values of a child, teen or baby: height follows age, clothing size follows height, the rest is care data. */
export function childData(c: ChildFacts): Record<string, FieldValue> {
  const rng = createRng(`child:${c.slug}`)
  const height = HEIGHT_AT[c.age]! + rng.int(-3, 4)
  const clothing = CLOTHING.find((size) => size >= height - 2) ?? 188
  const looks = [
    ...(c.freckles ? ['freckles'] : []),
    ...(c.glasses ? ['glasses'] : []),
    ...(c.age >= 6 && c.age <= 8 ? ['gap_teeth'] : []),
    ...(c.age >= 12 && rng.chance(0.25) ? ['braces'] : []),
    ...(c.slug === 'mabel-h' ? ['hearing_aid'] : []),
  ]
  const relation = rng.pick(['mother', 'mother', 'father', 'grandparent'])
  const shared: Record<string, FieldValue> = {
    height,
    clothing,
    hair_colour: c.hair,
    hair_length: hairLength(c.style),
    eye_colour: c.eyes,
    skin_tone: c.skin,
    distinguishing: looks,
    guardian_name: c.guardian[0],
    guardian_relation: relation,
    guardian_phone: `+44 7700 900${String(rng.int(100, 999))}`,
    guardian_email: c.guardian[1],
    emergency_contact: rng.pick(['Grandmother, lives next door', 'Aunt, works nearby', 'Other parent, always on mobile', 'Neighbour with a key']),
    consent_until: dayFrom(c.now, rng.int(90, 700)),
    licence_authority: rng.pick(['london_boroughs', 'south_east', 'midlands', 'north_west']),
    licence_until: dayFrom(c.now, c.slug === 'finn-d' ? -12 : rng.int(20, 170)),
    max_hours: c.age < 3 ? 2 : c.age < 9 ? 4 : c.age < 13 ? 5 : 7,
    chaperone: rng.pick(['Guardian', 'Guardian', 'Licensed chaperone from the agency', 'Grandparent, licensed']),
    restrictions: rng.chance(0.5) ? [rng.pick(['no_swimwear', 'weekends_only', 'no_travel', 'school_holidays'])] : ['no_swimwear'],
    medical: rng.pick(['None', 'None', 'None', 'Nut allergy, carries a pen', 'Mild eczema: own face cream only', 'Asthma inhaler in the blue bag']),
  }
  if (c.age < 3) {
    return {
      ...shared,
      weight: Math.round((height * 0.235 - 7.8) * 10) / 10,
      mood: [rng.pick(['smiley', 'calm', 'curious']), 'lively'],
      walking: c.age >= 2,
      best_time: rng.pick(['9 to 11 in the morning', 'After the first nap', 'Before lunch']),
      max_shoot: rng.pick([20, 30, 45]),
    }
  }
  const year = `Year ${Math.max(0, c.age - 5)}`
  const work = {
    camera: c.age < 4 ? 'shy' : rng.pick(['easy', 'easy', 'experienced', 'first_time']),
    skills: c.skills,
    languages: ['en'],
    school_year: c.age < 5 ? 'Nursery' : year,
    shoe: Math.round((height * 0.166 + 9) * 2) / 2,
  }
  if (c.age < 13) return { ...shared, ...work, weight: Math.round(height * height * 0.00162) }
  return { ...shared, ...work, exam_year: c.age === 16, savings_account: true }
}
