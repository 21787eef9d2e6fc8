/** System in which a viewer reads measurements; independent of the language. */
export type UnitSystem = 'metric' | 'imperial'

const CM_PER_INCH = 2.54
const LB_PER_KG = 2.20462

/** Shows a canonical value (cm, kg, …) in the viewer's system; units without a counterpart stay as they are. */
export function formatMeasurement(value: number, unit: string | undefined, system: UnitSystem, locale: string, key = ''): string {
  const number = (n: number, digits: number) => new Intl.NumberFormat(locale, { maximumFractionDigits: digits }).format(n)
  if (system === 'imperial' && unit === 'cm') {
    const inches = value / CM_PER_INCH
    if (/height/i.test(key)) {
      const total = Math.round(inches)
      return `${Math.floor(total / 12)}′ ${total % 12}″`
    }
    return `${number(Math.round(inches * 2) / 2, 1)}″`
  }
  if (system === 'imperial' && unit === 'kg') return `${number(value * LB_PER_KG, value < 20 ? 1 : 0)} lb`
  return unit ? `${number(value, 1)} ${unit}` : number(value, 1)
}
