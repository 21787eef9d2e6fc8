import { describe, expect, it } from 'vitest'
import { maskedName, maskedPlace, maskedText, tellsTooMuch } from './profiles.masking.ts'

describe('the name of a minor', () => {
  it.each([
    ['Ada Okafor', 'Ada O.'],
    ['Ada O.', 'Ada O.'],
    ['  Mei-Lin   Chen ', 'Mei-Lin C.'],
    ['Ada Maria van der Berg', 'Ada B.'],
    ['Okafor, Ada', 'Ada O.'],
    ['Ada (Okafor)', 'Ada O.'],
    ['Élodie Österreicher', 'Élodie Ö.'],
    ['Ada', 'Ada'],
    ['Ada 7', 'Ada'],
  ])('%j reads %j', (name, masked) => {
    expect(maskedName(name)).toBe(masked)
  })
})

describe('the place of a minor', () => {
  it.each([
    ['London', 'London'],
    ['Hackney, London', 'London'],
    ['12 Elm Street, London', 'London'],
    ['London N1 7AA', null],
    ['Neubaugasse 14', null],
    ['London (Hackney)', 'Hackney'],
    ['', null],
    [null, null],
  ])('%j reads %j', (city, masked) => {
    expect(maskedPlace(city)).toBe(masked)
  })
})

describe('a text about a minor', () => {
  it('does not hold the surname, however it is written', () => {
    expect(maskedText('Ada Okafor sings. OKAFOR’s brother, the Okafors, too.', 'Ada Okafor')).toBe('Ada O. sings. O.’s brother, the O.s, too.')
  })
  it('keeps words that only begin like it, and signs that mean something to a pattern', () => {
    expect(maskedText('A bell rings in Bellevue (for Bell)', 'Hugo Bell')).toBe('A B. rings in Bellevue (for B.)')
    expect(maskedText('a.c and abc', 'Ada a.c')).toBe('A. and abc')
  })
})

describe('a field of a minor', () => {
  const field = (key: string, label: Record<string, string> = { en: key }) => tellsTooMuch({ key, label, type: 'text', privacy: 'members' })
  it.each([['school'], ['school_year'], ['last_name'], ['surname'], ['home_address'], ['postcode'], ['postal_code'], ['legalName']])(
    '%s stays inside',
    (key) => {
      expect(field(key)).toBe(true)
    },
  )
  it('is known by its label in any language', () => {
    expect(field('f1', { en: 'Where', de: 'Schule' })).toBe(true)
    expect(field('f2', { en: 'ZIP' })).toBe(true)
  })
  it.each([['shoulders'], ['height'], ['skills'], ['hair_colour'], ['schulterbreite']])('%s does not', (key) => {
    expect(field(key)).toBe(false)
  })
})
