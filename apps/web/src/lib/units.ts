/** System in which a viewer reads measurements; independent of the language. */
export type UnitSystem = 'metric' | 'imperial'

const CM_PER_INCH = 2.54
const LB_PER_KG = 2.20462
// Sizes of clothes and shoes are labels, not amounts: they stay in the system they were measured in and name it.
const SIZES = new Set(['eu_shoe', 'eu_clothing', 'eu_suit', 'eu_child'])
const NAMED: Record<string, string> = { cm: 'centimeter', kg: 'kilogram', km: 'kilometer', minutes: 'minute', h: 'hour', years: 'year', percent: 'percent' }

/** How the language of the reader writes amounts of a unit; null where it has no word for it. */
function writing(unit: string): Intl.NumberFormatOptions | null {
  if (unit === 'eur') return { style: 'currency', currency: 'EUR', maximumFractionDigits: 0 }
  const name = NAMED[unit]
  return name ? { style: 'unit', unit: name, unitDisplay: name === 'year' ? 'long' : 'short', maximumFractionDigits: 1 } : null
}

/** Shows a canonical value (cm, kg, …) in the viewer's system; units without a counterpart stay as they are. */
export function formatMeasurement(value: number, unit: string | undefined, system: UnitSystem, locale: string, key = ''): string {
  const number = (n: number, digits: number) => new Intl.NumberFormat(locale, { maximumFractionDigits: digits }).format(n)
  if (!unit) return number(value, 2)
  if (system === 'imperial' && unit === 'cm') return imperialLength(value, key, number)
  if (system === 'imperial' && unit === 'kg') return `${number(value * LB_PER_KG, value < 20 ? 1 : 0)} lb`
  if (SIZES.has(unit)) return `EU ${number(value, 1)}`
  const style = writing(unit)
  return style ? new Intl.NumberFormat(locale, style).format(value) : `${number(value, 1)} ${unit}`
}

/** The unit alone, as it stands beside a number that is typed. */
export function unitText(unit: string, locale: string): string {
  if (SIZES.has(unit)) return 'EU'
  const style = writing(unit)
  const parts = style ? new Intl.NumberFormat(locale, style).formatToParts(2) : []
  return parts.find((p) => p.type !== 'integer' && p.type !== 'literal')?.value ?? unit
}

function imperialLength(cm: number, key: string, number: (n: number, digits: number) => string): string {
  const inches = cm / CM_PER_INCH
  if (!/height/i.test(key)) return `${number(Math.round(inches * 2) / 2, 1)}″`
  const total = Math.round(inches)
  return `${Math.floor(total / 12)}′ ${total % 12}″`
}
