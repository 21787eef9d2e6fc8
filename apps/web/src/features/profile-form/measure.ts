import type { Field } from '@itellico/contracts/model-schema'
import type { UnitSystem } from '@/lib/units'

const CM_PER_INCH = 2.54
const LB_PER_KG = 2.20462
const round = (n: number, step: number) => Math.round(n / step) * step
const number = (text: string) => (/^-?\d+([.,]\d+)?$/.test(text) ? Number(text.replace(',', '.')) : null)

/** Whether a field is read in feet and inches rather than inches alone. */
const inFeet = (field: Field) => field.unit === 'cm' && /height/i.test(field.key)

/** The unit that a viewer types a field in. */
export function typedUnit(field: Field, system: UnitSystem): string | undefined {
  if (system === 'metric') return field.unit
  if (field.unit === 'cm') return inFeet(field) ? 'ft in' : 'in'
  return field.unit === 'kg' ? 'lb' : field.unit
}

/** A canonical value as text for a field, in the viewer's system. */
export function measureText(field: Field, value: number | null | undefined, system: UnitSystem): string {
  if (value === null || value === undefined) return ''
  if (system === 'imperial' && field.unit === 'cm') {
    const inches = round(value / CM_PER_INCH, 0.25)
    return inFeet(field) ? `${Math.floor(inches / 12)}'${round(inches % 12, 0.5)}"` : String(inches)
  }
  if (system === 'imperial' && field.unit === 'kg') return String(round(value * LB_PER_KG, 0.5))
  return String(value)
}

/** Reads what somebody typed as a canonical value: null for nothing, undefined for what is no measurement. */
export function readMeasure(field: Field, text: string, system: UnitSystem): number | null | undefined {
  const clean = text.trim().replace(/\s*(cm|kg|lb|lbs|in|inch|”|″|")$/i, '')
  if (!clean) return null
  const tenth = (n: number) => Math.round(n * 10) / 10
  if (system === 'imperial' && field.unit === 'cm') {
    const feet = /^(\d+)\s*(?:ft|['′’])\s*(\d+(?:[.,]\d+)?)?$/i.exec(clean)
    if (feet) return tenth((Number(feet[1]) * 12 + Number((feet[2] ?? '0').replace(',', '.'))) * CM_PER_INCH)
    const inches = number(clean)
    return inches === null ? undefined : tenth(inches * CM_PER_INCH)
  }
  const value = number(clean)
  if (value === null) return undefined
  return system === 'imperial' && field.unit === 'kg' ? tenth(value / LB_PER_KG) : value
}
