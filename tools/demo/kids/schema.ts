import { EYE_OPTIONS, HAIR_LENGTH_OPTIONS, HAIR_OPTIONS, LANGUAGE_OPTIONS, SKIN_OPTIONS } from '../appearance.ts'
import { choice, field, label, section, type DemoSchema, type SchemaField } from '../schema-kit.ts'

const english = (values: readonly string[]): string[] => values.map((entry) => entry.split('|').slice(0, 2).join('|'))

const look: SchemaField[] = [
  choice('hair_colour', 'select', 'Hair colour', undefined, english(HAIR_OPTIONS), {
    required: true,
    facet: true,
    highlight: true,
  }),
  choice('hair_length', 'select', 'Hair length', undefined, english(HAIR_LENGTH_OPTIONS), { facet: true }),
  choice('eye_colour', 'select', 'Eye colour', undefined, english(EYE_OPTIONS), {
    required: true,
    facet: true,
    highlight: true,
  }),
  choice('skin_tone', 'select', 'Skin tone', undefined, english(SKIN_OPTIONS), { facet: true }),
  choice('distinguishing', 'multiselect', 'Looks', undefined, ['freckles', 'glasses', 'gap_teeth|Gap in the teeth', 'braces', 'dimples', 'hearing_aid'], {
    facet: true,
  }),
]

const care = (teen: boolean): SchemaField[] => [
  field('guardian_name', 'text', 'Guardian', undefined, { privacy: 'private', required: true }),
  choice('guardian_relation', 'select', 'Relation', undefined, ['mother', 'father', 'grandparent', 'foster_parent', 'legal_guardian'], {
    privacy: 'private',
    required: true,
  }),
  field('guardian_phone', 'text', 'Guardian phone', undefined, { privacy: 'private', required: true }),
  field('guardian_email', 'text', 'Guardian e-mail', undefined, { privacy: 'private', required: true }),
  field('emergency_contact', 'text', 'Emergency contact', undefined, { privacy: 'private', required: true }),
  field('consent_until', 'date', 'Guardian consent valid until', undefined, { privacy: 'private', required: true }),
  choice(
    'licence_authority',
    'select',
    'Licensing council',
    undefined,
    [
      'london_boroughs|London boroughs',
      'south_east|South East',
      'midlands',
      'north_west|North West',
      'yorkshire',
      'wales',
      'scotland',
      'northern_ireland|Northern Ireland',
    ],
    { privacy: 'private' },
  ),
  field('licence_until', 'date', 'Performance licence valid until', undefined, { privacy: 'private' }),
  field('max_hours', 'number', 'Hours per day at most', undefined, { required: true, min: 1, max: 8 }),
  field('chaperone', 'text', 'Chaperone', undefined, { privacy: 'private' }),
  choice(
    'restrictions',
    'multiselect',
    'Restrictions',
    undefined,
    [
      'no_swimwear|No swimwear',
      'no_travel|No travel',
      'weekends_only|Weekends only',
      'no_animals|No animals',
      'no_food|No food jobs',
      'school_holidays|School holidays only',
    ],
    { facet: true },
  ),
  field('medical', 'longtext', 'Medical notes', undefined, { privacy: 'private' }),
  ...(teen ? [field('savings_account', 'boolean', 'Protected savings account', undefined, { privacy: 'private' })] : []),
]

const talents = choice(
  'skills',
  'multiselect',
  'Talents',
  undefined,
  [
    'dance',
    'ballet',
    'gymnastics',
    'football',
    'swimming',
    'cycling',
    'skateboarding',
    'riding',
    'singing',
    'piano',
    'drums',
    'acting',
    'drawing',
    'climbing',
    'martial_arts|Martial arts',
    'chess',
    'cartwheels',
    'reading_aloud|Reading aloud',
  ],
  { facet: true },
)
const comfort = choice(
  'camera',
  'select',
  'In front of the camera',
  undefined,
  ['first_time|Has not tried yet', 'shy|Needs a little time', 'easy|At ease', 'experienced|Experienced'],
  { facet: true, highlight: true },
)
const languages = choice('languages', 'multiselect', 'Languages', undefined, english(LANGUAGE_OPTIONS), { facet: true })

/** Profile schemas of the child-talent tenant: babies, children, teens. No field is public. */
export const kidsSchemas: readonly DemoSchema[] = [
  {
    tenant: 'kids',
    key: 'baby',
    label: label('Baby, 0–2'),
    sections: [
      section('sizes', 'Sizes', undefined, [
        field('height', 'measurement', 'Length', undefined, {
          unit: 'cm',
          required: true,
          min: 45,
          max: 95,
          facet: true,
          highlight: true,
        }),
        field('weight', 'measurement', 'Weight', undefined, { unit: 'kg', min: 2, max: 20 }),
        field('clothing', 'measurement', 'Clothing size', undefined, {
          unit: 'eu_child',
          required: true,
          min: 50,
          max: 98,
          facet: true,
          highlight: true,
        }),
      ]),
      section('look', 'Look', undefined, look),
      section('temperament', 'Temperament', undefined, [
        choice('mood', 'multiselect', 'Mood', undefined, ['smiley', 'calm', 'curious', 'sleepy', 'lively'], {
          facet: true,
        }),
        field('walking', 'boolean', 'Walks alone', undefined, { facet: true }),
        field('best_time', 'text', 'Best time of day'),
        field('max_shoot', 'number', 'Longest time on set', undefined, { unit: 'minutes', min: 15, max: 120 }),
      ]),
      section('care', 'Care and consent', undefined, care(false)),
    ],
  },
  {
    tenant: 'kids',
    key: 'child',
    label: label('Child, 3–12'),
    sections: [
      section('sizes', 'Sizes', undefined, [
        field('height', 'measurement', 'Height', undefined, {
          unit: 'cm',
          required: true,
          min: 85,
          max: 165,
          facet: true,
          highlight: true,
        }),
        field('weight', 'measurement', 'Weight', undefined, { unit: 'kg', privacy: 'private', min: 10, max: 60 }),
        field('clothing', 'measurement', 'Clothing size', undefined, {
          unit: 'eu_child',
          required: true,
          min: 92,
          max: 164,
          facet: true,
          highlight: true,
        }),
        field('shoe', 'measurement', 'Shoe size', undefined, {
          unit: 'eu_shoe',
          required: true,
          min: 23,
          max: 40,
          facet: true,
        }),
      ]),
      section('look', 'Look', undefined, look),
      section('work', 'On set', undefined, [comfort, talents, languages, field('school_year', 'text', 'School year', undefined, { privacy: 'private' })]),
      section('care', 'Care and consent', undefined, care(false)),
    ],
  },
  {
    tenant: 'kids',
    key: 'teen',
    label: label('Teen, 13–17'),
    sections: [
      section('sizes', 'Sizes', undefined, [
        field('height', 'measurement', 'Height', undefined, {
          unit: 'cm',
          required: true,
          min: 130,
          max: 200,
          facet: true,
          highlight: true,
        }),
        field('clothing', 'measurement', 'Clothing size', undefined, {
          unit: 'eu_child',
          required: true,
          min: 146,
          max: 188,
          facet: true,
          highlight: true,
        }),
        field('shoe', 'measurement', 'Shoe size', undefined, {
          unit: 'eu_shoe',
          required: true,
          min: 34,
          max: 47,
          facet: true,
        }),
      ]),
      section('look', 'Look', undefined, look),
      section('work', 'On set', undefined, [
        comfort,
        talents,
        languages,
        field('school_year', 'text', 'School year', undefined, { privacy: 'private' }),
        field('exam_year', 'boolean', 'Exam year', undefined, {}),
      ]),
      section('care', 'Care and consent', undefined, care(true)),
    ],
  },
]
