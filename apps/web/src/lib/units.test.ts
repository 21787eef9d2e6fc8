import { describe, expect, it } from 'vitest'
import { formatMeasurement, unitText } from './units.ts'

describe('units', () => {
  it('stand beside a number as people write them, in their language', () => {
    const units = ['cm', 'kg', 'eu_shoe', 'eu_clothing', 'eu_suit', 'eu_child', 'years', 'minutes', 'h', 'percent', 'eur', 'm²']
    expect(units.map((u) => unitText(u, 'en'))).toEqual(['cm', 'kg', 'EU', 'EU', 'EU', 'EU', 'years', 'min', 'hr', '%', '€', 'm²'])
    expect(units.map((u) => unitText(u, 'de-AT'))).toEqual(['cm', 'kg', 'EU', 'EU', 'EU', 'EU', 'Jahre', 'Min.', 'Std.', '%', '€', 'm²'])
  })

  it('are part of amounts', () => {
    const text = (value: number, unit: string) => formatMeasurement(value, unit, 'metric', 'de').replaceAll(/\s/g, ' ')
    expect([text(38, 'eu_shoe'), text(24, 'h'), text(1, 'years'), text(900, 'eur'), text(40, 'm²')]).toEqual(['EU 38', '24 Std.', '1 Jahr', '900 €', '40 m²'])
    expect(formatMeasurement(180, 'cm', 'imperial', 'en', 'height')).toBe('5′ 11″')
  })
})
