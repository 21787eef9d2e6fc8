const A = 65
const LETTERS = 26
const NOT_A_COUNTRY = new Set(['EU', 'EZ', 'UN', 'XA', 'XB', 'ZZ', 'QO'])

/** Countries by name in a language, for pickers. */
export function countryOptions(locale: string): { value: string; label: string }[] {
  const names = new Intl.DisplayNames([locale], { type: 'region', fallback: 'none' })
  const letter = (index: number) => String.fromCharCode(A + index)
  const codes = Array.from({ length: LETTERS * LETTERS }, (_, i) => letter(Math.floor(i / LETTERS)) + letter(i % LETTERS))
  return codes
    .filter((code) => !NOT_A_COUNTRY.has(code))
    .map((value) => ({ value, label: names.of(value) ?? '' }))
    .filter((c) => c.label)
    .sort((a, b) => a.label.localeCompare(b.label, locale))
}
