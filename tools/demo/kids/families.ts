import { createRng } from '../art/rng.ts'

const FIRST_NAMES = [
  'Grace',
  'Helen',
  'Ruth',
  'Samira',
  'Nadia',
  'Claire',
  'Joanna',
  'Beth',
  'Meera',
  'Fiona',
  'Karen',
  'Leah',
  'Owen',
  'Martin',
  'Daniel',
  'Gareth',
  'Hassan',
  'Peter',
  'Simon',
  'Ravi',
  'Alice',
  'Rachel',
  'Tessa',
  'Ingrid',
] as const

/** The guardian who speaks for a family account. */
export type Guardian = { firstName: string; lastName: string; email: string }

/** The guardian of a family account; the Okafor family is the scripted persona. */
export function guardianOf(account: string): Guardian {
  const surname = account.replace('-family', '')
  const lastName = surname[0]!.toUpperCase() + surname.slice(1)
  if (account === 'okafor-family') return { firstName: 'Chidi', lastName, email: 'guardian@kids.example' }
  return { firstName: createRng(`guardian:${account}`).pick(FIRST_NAMES), lastName, email: `${surname}@kids.example` }
}
