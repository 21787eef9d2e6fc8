import { createRng } from '../art/rng.ts'
import { birthday } from '../clock.ts'
import { flag, slugOf, words } from '../text.ts'
import type { DemoProfile, ProfileStatus } from '../types.ts'
import { childData } from './child-data.ts'
import { younger } from './children.ts'
import { guardianOf } from './families.ts'
import type { KidRow } from './rows.ts'
import { older } from './teens.ts'

/** All rows of the child-talent tenant. */
export const kidRows: readonly KidRow[] = [...younger, ...older]

const LANGUAGES: Record<string, string> = {
  'nell-w': 'cy',
  'mei-lin-c': 'zh',
  'arjun-p': 'hi',
  'mateo-f': 'es',
  'rafi-g': 'es',
  'yusuf-o': 'so',
  'kenji-m': 'ja',
  'hana-y': 'ja',
  'theo-v': 'el',
  'zayn-k': 'ur',
  'gwen-p': 'cy',
  'saoirse-m': 'ga',
  'ada-o': 'yo',
  'tobe-o': 'yo',
}

function build(row: KidRow, now: Date): DemoProfile {
  const [name, sex, age, city, skin, hair, style, eyes, account, skills, flags, bio] = row
  const slug = slugOf(name)
  const rng = createRng(`kids:${slug}`)
  const status = (['draft', 'pending', 'hidden'] as const).find((s) => flag(flags, s) !== undefined) ?? ('active' satisfies ProfileStatus)
  const glasses = flag(flags, 'glasses') !== undefined
  const freckles = flag(flags, 'freckles') !== undefined
  const guardian = guardianOf(account)
  const data = childData({
    slug,
    age,
    skin,
    hair,
    style,
    eyes,
    skills: words(skills),
    guardian: [`${guardian.firstName} ${guardian.lastName}`, guardian.email],
    now,
    glasses,
    freckles,
  })
  const band = age < 3 ? 'baby' : age < 13 ? 'child' : 'teen'
  return {
    tenant: 'kids',
    slug,
    displayName: name,
    city,
    country: 'GB',
    bio,
    schema: band,
    data: LANGUAGES[slug] && band !== 'baby' ? { ...data, languages: ['en', LANGUAGES[slug]] } : data,
    status,
    isMinor: true,
    dateOfBirth: birthday(now, age, rng.next()),
    categories: [
      band,
      'photo',
      ...(/film|play|acting|theatre/i.test(`${skills} ${bio}`) ? ['film'] : []),
      ...(/reading_aloud|singing|radio|audio/i.test(`${skills} ${bio}`) ? ['voice'] : []),
      ...(/twin|cousin|brother|sister/i.test(bio) ? ['twins'] : []),
      ...(/football|gymnastics|swim|dance|climb|martial|skate/i.test(skills) ? ['sport'] : []),
    ],
    art: {
      kind: 'person',
      traits: {
        identity: `kids:${slug}`,
        world: 'kids',
        age: band === 'teen' ? 'teen' : 'child',
        presentation: sex === 'f' ? 'feminine' : 'masculine',
        skin,
        hairColour: hair,
        hairStyle: style,
        ...(glasses ? { glasses } : {}),
        ...(freckles ? { freckles } : {}),
      },
    },
    pictures: flag(flags, 'star') !== undefined ? rng.int(3, 5) : status === 'draft' ? 1 : rng.int(1, 2),
    account,
    agency: 'thimble-finch',
  }
}

/** The profiles of the child-talent tenant: minors all of them, so none is ever public. */
export function kidsProfiles(now: Date): DemoProfile[] {
  return kidRows.map((row) => build(row, now))
}
