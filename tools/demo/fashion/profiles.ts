import { createRng, type Rng } from '../art/rng.ts'
import type { HairStyle } from '../art/traits.ts'
import { birthday, dayFrom } from '../clock.ts'
import { hairLength, hairType } from '../hair.ts'
import { childData } from '../kids/child-data.ts'
import { flag, slugOf, words } from '../text.ts'
import type { DemoProfile, FieldValue, ProfileStatus } from '../types.ts'
import { men } from './men.ts'
import type { FashionRow } from './rows.ts'
import { women } from './women.ts'

const SKILLS: readonly (readonly [RegExp, string])[] = [
  [/violin/, 'violin'],
  [/ski instructor/i, 'skiing'],
  [/mountain-bike|courier/i, 'cycling'],
  [/400 metres/, 'running'],
  [/ballet/i, 'ballet'],
  [/dance|capoeira/i, 'contemporary'],
  [/opera|bass in a band/i, 'singing'],
  [/theatre|bouffon/i, 'acting'],
  [/rescuer|climb/i, 'climbing'],
  [/swim|water-polo|rower|surf/i, 'swimming'],
  [/drives/i, 'driving'],
]
const SPARE = ['yoga', 'swimming', 'running', 'cycling', 'driving', 'skiing', 'skating', 'riding', 'boxing', 'piano', 'motorbike'] as const

const half = (value: number): number => Math.round(value * 2) / 2

function womensSizes(height: number, age: number, curve: number, rng: Rng): Record<string, FieldValue> {
  const jitter = (spread: number): number => (curve ? 0 : rng.int(-spread, spread))
  const mature = age >= 45 ? 4 : 0
  const bust = Math.round(height * 0.46) + jitter(2) + curve + mature
  const waist = Math.round(height * 0.342) + jitter(1) + Math.round(curve * 0.95) + mature + (age >= 45 ? 3 : 0)
  const hips = Math.round(height * 0.502) + jitter(1) + Math.round(curve * 0.9) + mature
  return {
    bust,
    waist,
    hips,
    inseam: Math.round(height * 0.462) + rng.int(-1, 1),
    dress: 34 + 2 * Math.round((bust - 82) / 4),
    shoe: half(38.5 + (height - 172) * 0.22 + rng.range(-0.4, 0.4)),
  }
}

function mensSizes(height: number, age: number, rng: Rng): Record<string, FieldValue> {
  const mature = age >= 40 ? 4 : 0
  const chest = Math.round(height * 0.515) + rng.int(-2, 3) + mature
  const waist = Math.round(height * 0.412) + rng.int(-2, 2) + mature * 2
  return {
    chest,
    waist,
    hips: Math.round(height * 0.5) + rng.int(-1, 2) + mature,
    inseam: Math.round(height * 0.45) + rng.int(-1, 1),
    collar: half(chest * 0.39 + 0.5),
    suit: 2 * Math.round(chest / 4),
    shoe: half(43 + (height - 184) * 0.25 + rng.range(-0.5, 0.5)),
  }
}

function experienceOf(age: number, categories: string): string {
  if (categories.includes('new_faces')) return age < 21 ? 'new_face' : 'some'
  return age > 40 ? 'senior' : age > 29 ? 'experienced' : age > 25 ? 'international' : 'regular'
}

function skillsOf(bio: string, rng: Rng): string[] {
  const found = SKILLS.filter(([pattern]) => pattern.test(bio)).map(([, skill]) => skill)
  while (found.length < 3) {
    const next = rng.pick(SPARE)
    if (!found.includes(next)) found.push(next)
  }
  return found
}

function modelData(row: FashionRow, now: Date, rng: Rng): Record<string, FieldValue> {
  const [name, board, age, city, country, height, skin, hair, style, eyes, categories, , languages, flags, bio] = row
  const seasoned = age > 25 ? 300 : 0
  return {
    height,
    ...(board === 'f' ? womensSizes(height, age, Number(flag(flags, 'curve') ?? 0), rng) : mensSizes(height, age, rng)),
    hair_colour: hair,
    hair_length: hairLength(style),
    hair_type: hairType(style, rng),
    eye_colour: eyes,
    skin_tone: skin,
    tattoos: rng.chance(0.18),
    piercings: board === 'f' && rng.chance(0.6) ? 'Ears' : 'None',
    experience: experienceOf(age, categories),
    languages: words(languages),
    skills: skillsOf(bio, rng),
    travel: city === 'Vienna' ? rng.pick(['dach', 'europe', 'worldwide']) : 'europe',
    work_authorisation: country === 'CH' || /Ukrainian|Georgian/.test(bio) ? 'eu_permit' : 'eu',
    restrictions: [...new Set([rng.pick(['fur', 'tobacco', 'politics']), rng.pick(['fur', 'tobacco', 'haircut', 'lingerie'])])],
    day_rate: categories.includes('new_faces') ? 350 : 550 + seasoned + rng.int(0, 6) * 100,
    digitals_on: dayFrom(now, -rng.int(6, 120)),
    ...(name.includes(' ') ? { portfolio_url: `https://${slugOf(name)}.example` } : {}),
    legal_name: name.includes(' ') ? name : `${name} Ferreira Costa`,
    mobile: `+43 660 555 ${String(rng.int(100, 999))}`,
    passport_until: dayFrom(now, rng.int(160, 3000)),
    notes: rng.pick([
      'Confirm call times by text, not by e-mail.',
      'Prefers train to plane up to seven hours.',
      'Shoes: bring own nude heels or black derbies.',
      'Needs a day between night shoots.',
      'Vegetarian, tell catering.',
      'Check the haircut clause before every hair job.',
    ]),
  }
}

function traitsAge(age: number): 'child' | 'adult' | 'senior' {
  return age < 13 ? 'child' : age >= 50 ? 'senior' : 'adult'
}

function build(row: FashionRow, now: Date): DemoProfile {
  const [name, board, age, city, country, height, skin, hair, style, eyes, categories, account, languages, flags, bio] = row
  const slug = slugOf(name)
  const rng = createRng(`fashion:${slug}`)
  const minor = age < 18
  const displayName = minor ? `${name.split(' ')[0]} ${name.split(' ')[1]![0]}.` : name
  const status = (['draft', 'pending', 'hidden'] as const).find((s) => flag(flags, s) !== undefined) ?? ('active' satisfies ProfileStatus)
  const beard = flag(flags, 'beard') as 'stubble' | 'full' | 'moustache' | undefined
  return {
    tenant: 'fashion',
    slug: slugOf(displayName),
    displayName,
    city,
    country,
    bio,
    schema: minor ? 'child' : board === 'f' ? 'model_women' : 'model_men',
    data: minor
      ? {
          ...childData({
            slug,
            age,
            skin,
            hair,
            style: style as HairStyle,
            eyes,
            skills: ['climbing'],
            guardian: ['Katharina Sommer', 'sommer@fashion.example'],
            now,
            glasses: false,
            freckles: flag(flags, 'freckles') !== undefined,
          }),
          height,
          languages: words(languages),
        }
      : modelData(row, now, rng),
    status,
    isMinor: minor,
    dateOfBirth: birthday(now, age, rng.next()),
    categories: words(categories),
    art: {
      kind: 'person',
      traits: {
        identity: `fashion:${slug}`,
        world: minor ? 'kids' : 'fashion',
        age: traitsAge(age),
        presentation: board === 'f' ? 'feminine' : 'masculine',
        skin,
        hairColour: hair,
        hairStyle: style,
        ...(beard ? { beard } : {}),
        ...(flag(flags, 'glasses') !== undefined ? { glasses: true } : {}),
        ...(flag(flags, 'freckles') !== undefined ? { freckles: true } : {}),
      },
    },
    pictures: flag(flags, 'star') !== undefined ? rng.int(4, 6) : status === 'draft' ? 1 : rng.int(1, 2),
    account,
    ...(account === 'linie-neun' ? {} : { agency: 'linie-neun' }),
  }
}

/** The profiles of the fashion tenant; the two children of the guardian family are private. */
export function fashionProfiles(now: Date): DemoProfile[] {
  return [...women, ...men].map((row) => build(row, now))
}
