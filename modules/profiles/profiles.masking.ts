import type { Field } from '@itellico/contracts/model-schema'

/** Fields that would tell where a minor is to be found or what the family is called, by key and label in the languages of the product. */
const TELLING =
  /school|schule|schulklasse|schuljahr|kindergarten|nursery|surname|nachname|familienname|(?:last|family|legal)[ _]?name|address|adresse|street|stra(?:ß|ss)e|post[ _]?(?:al|code)|postleitzahl|\b(?:zip|plz)\b/i

/** Given name and the other words of a name; "Okafor, Ada" is turned round. */
function wordsOf(name: string): { given: string; others: string[] } {
  const [last, first] = name.split(',')
  const [given = '', ...others] = (first?.trim() ? `${first} ${last}` : name).trim().split(/\s+/)
  return { given, others }
}

const initial = (word: string | undefined): string => /\p{L}/u.exec(word ?? '')?.[0].toUpperCase() ?? ''

/** The name of a minor as others than the house read it: "Ada Okafor" is "Ada O.". */
export function maskedName(name: string): string {
  const { given, others } = wordsOf(name)
  const letter = initial(others.at(-1))
  return letter ? `${given} ${letter}.` : given
}

/** The place of a minor: the town at most, never a part with a number in it. */
export function maskedPlace(city: string | null): string | null {
  const parts = (city ?? '').split(/[,;/(]/).map((part) => part.replace(/\)/g, '').trim())
  return parts.filter((part) => part !== '' && !/\d/.test(part)).at(-1) ?? null
}

/** A text about a minor without the surname. */
export function maskedText(text: string, name: string): string {
  return wordsOf(name)
    .others.filter((word) => word.length > 2)
    .reduce((masked, word) => {
      const literal = word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
      return masked.replace(new RegExp(`(?<!\\p{L})${literal}(?=s?(?!\\p{L}))`, 'giu'), `${initial(word)}.`)
    }, text)
}

/** Whether a field stays with the house when the profile is a minor's, whatever its privacy says. */
export function tellsTooMuch(field: Field): boolean {
  return TELLING.test(field.key) || Object.values(field.label).some((label) => TELLING.test(label))
}
