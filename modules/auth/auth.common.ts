import { dictionary } from '@zxcvbn-ts/language-common'

// 49 000 passwords that were stolen most often, from public breaches
let known: ReadonlySet<string> | null = null
const LEET: Readonly<Record<string, string>> = { '0': 'o', '1': 'i', '3': 'e', '4': 'a', '5': 's', '7': 't', '@': 'a', $: 's', '!': 'i' }
const ROWS = [
  'qwertzuiopü',
  'qwertyuiop',
  'asdfghjklöä',
  'zxcvbnm',
  'yxcvbnm',
  'azertyuiop',
  '1234567890',
  'abcdefghijklmnopqrstuvwxyz',
  '1qaz2wsx3edc4rfv5tgb6yhn7ujm',
]
const RUNS = ROWS.flatMap((row) => [row + row, [...(row + row)].reverse().join('')])

const isListed = (text: string): boolean => (known ??= new Set(dictionary['passwords-common'])).has(text)
const plain = (text: string): string => [...text].map((c) => LEET[c] ?? c).join('')
const core = (text: string): string => text.replace(/^[^\p{L}]{1,4}/u, '').replace(/[^\p{L}]{1,6}$/u, '')

/** Whether a password is on the lists of stolen ones: as it is, backwards, twice, with digits around it, or with digits for letters. */
export function isStolen(lower: string): boolean {
  const half = lower.slice(0, lower.length / 2)
  const forms = [lower, core(lower), ...(half.length >= 4 && half + half === lower ? [half] : [])]
  return forms.some((form) => form.length >= 4 && [form, plain(form), core(plain(form)), [...form].reverse().join('')].some(isListed))
}

/** Whether a password is hardly more than a run of neighbouring keys, letters or numbers. */
export function isSequence(lower: string): boolean {
  let rest = lower
  for (const run of RUNS)
    for (let size = Math.min(run.length, rest.length); size >= 4; size--)
      for (let at = 0; at + size <= run.length; at++) rest = rest.replaceAll(run.slice(at, at + size), '')
  return rest.length <= 3
}
