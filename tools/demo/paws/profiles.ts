import { createRng } from '../art/rng.ts'
import { birthday, dayFrom } from '../clock.ts'
import { flag, slugOf, words } from '../text.ts'
import type { DemoProfile, FieldValue, ProfileStatus } from '../types.ts'
import { BREED_SIZES } from './breeds.ts'
import { dogs } from './dogs.ts'
import { others } from './others.ts'
import type { PetRow } from './rows.ts'

const CATEGORY: Record<PetRow[1], string> = {
  dog: 'dogs',
  cat: 'cats',
  rabbit: 'small',
  parrot: 'birds',
  horse: 'horses',
}
const TEMPERS = ['calm', 'bold', 'gentle', 'playful', 'independent', 'sensitive', 'clownish'] as const
const LIMITS: Record<PetRow[1], string> = {
  dog: 'Not above 84 °F, water every 20 minutes',
  cat: 'Indoors, or outdoors on a harness',
  rabbit: 'Indoors only, not above 72 °F',
  parrot: 'No open flame, no wind machines',
  horse: 'No ice, shade above 88 °F',
}

function sizeOf(species: string, weight: number): string {
  if (species === 'horse') return weight < 300 ? 'large' : 'giant'
  return weight < 3 ? 'tiny' : weight < 10 ? 'small' : weight < 25 ? 'medium' : weight < 45 ? 'large' : 'giant'
}

function petData(row: PetRow, now: Date): Record<string, FieldValue> {
  const [name, species, breed, coat, sex, age, , , handler, skills, flags, bio] = row
  const rng = createRng(`paws-data:${name}`)
  const [usualHeight, usualWeight, coatLength] = BREED_SIZES[breed]!
  const k = (sex === 'm' ? 1.03 : 0.97) * rng.range(0.96, 1.04)
  const digits = usualWeight < 1 ? 1000 : 10
  const stated = /Twenty-one pounds/.test(bio) ? 9.5 : /A hundred and five pounds/.test(bio) ? 47.6 : undefined
  const weight = stated ?? Math.round(usualWeight * k ** 2 * digits) / digits
  const tall = /Eighteen hands/.test(bio) ? 183 : Math.round(usualHeight * k)
  const obedience =
    flag(flags, 'working') !== undefined
      ? 'working'
      : flag(flags, 'reliable') !== undefined
        ? 'reliable'
        : flag(flags, 'draft') !== undefined
          ? 'house_pet'
          : 'basic'
  return {
    species,
    breed,
    sex: sex === 'f' ? 'female' : 'male',
    neutered: species === 'parrot' ? false : rng.chance(0.8),
    size: sizeOf(species, weight),
    height: tall,
    length: Math.round(tall * (breed === 'dachshund' || breed === 'corgi' ? 1.9 : species === 'parrot' ? 1 : 1.15)),
    weight,
    coat,
    coat_length: coatLength,
    temperament: [...new Set([rng.pick(TEMPERS), rng.pick(TEMPERS), ...(words(skills).includes('talk') ? ['talkative'] : [])])],
    energy: age > 7 ? 'low' : age < 4 ? 'high' : 'steady',
    obedience,
    skills: words(skills),
    costume: words(skills).includes('costume'),
    water: flag(flags, 'water') !== undefined,
    good_with:
      species === 'dog'
        ? ['children', 'dogs', ...(obedience === 'basic' ? [] : ['crowds', 'loud_sets'])]
        : species === 'horse'
          ? ['livestock', 'children']
          : [rng.pick(['children', 'cats', 'crowds'])],
    max_duration: species === 'rabbit' ? 120 : species === 'cat' ? 180 : species === 'parrot' ? 150 : obedience === 'working' ? 420 : 300,
    max_temperature: LIMITS[species],
    handler,
    vaccinated_until: dayFrom(now, name === 'Maple' ? -20 : rng.int(30, 330)),
    insured: obedience !== 'house_pet',
    vet: `Dr. ${rng.pick(['Lindholm', 'Achebe', 'Castellano', 'Prewitt', 'Nakagawa'])}`,
    microchip: `9850${rng.int(10_000_000, 99_999_999)}${rng.int(100, 999)}`,
    diet: rng.pick([
      'Freeze-dried liver, nothing else',
      'Any treat without grain',
      'String cheese opens all doors',
      'Own treats only, handler brings them',
      'Parsley, apple, praise',
    ]),
  }
}

function build(row: PetRow, now: Date): DemoProfile {
  const [name, species, , , , age, city, account, , skills, flags, bio] = row
  const slug = slugOf(name)
  const rng = createRng(`paws:${slug}`)
  const status = (['draft', 'pending', 'hidden'] as const).find((s) => flag(flags, s) !== undefined) ?? ('active' satisfies ProfileStatus)
  const trained = flag(flags, 'working') !== undefined || flag(flags, 'reliable') !== undefined
  return {
    tenant: 'paws',
    slug,
    displayName: name,
    city,
    country: 'US',
    bio,
    schema: 'pet',
    data: petData(row, now),
    status,
    isMinor: false,
    dateOfBirth: birthday(now, age, rng.next()),
    categories: [
      CATEGORY[species],
      ...(trained ? ['trained'] : []),
      ...(/calm|patien|silk|stays|steady/i.test(bio) ? ['calm'] : []),
      ...(words(skills).includes('costume') || /runway|perfume|shampoo/i.test(bio) ? ['runway'] : []),
    ],
    art: {
      kind: 'pet',
      traits: { species: row[1], breed: row[2], coat: row[3] } as Extract<DemoProfile['art'], { kind: 'pet' }>['traits'],
    },
    pictures: flag(flags, 'star') !== undefined ? rng.int(3, 5) : status === 'draft' ? 1 : rng.int(1, 2),
    account,
  }
}

/** The profiles of the pet tenant. */
export function pawsProfiles(now: Date): DemoProfile[] {
  return [...dogs, ...others].map((row) => build(row, now))
}
