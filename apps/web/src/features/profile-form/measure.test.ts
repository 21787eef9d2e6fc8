import { describe, expect, it } from 'vitest'
import type { Field } from '@itellico/contracts/model-schema'
import { measureText, readMeasure } from './measure'

const field = (key: string, unit: string): Field => ({ key, unit, label: { en: key }, type: 'measurement', privacy: 'public' })
const height = field('height', 'cm')
const waist = field('waist', 'cm')
const weight = field('weight', 'kg')

describe('measurements as people type them', () => {
  it('metric', () => {
    expect(['179', '179,5', '179.5 cm', ' '].map((text) => readMeasure(height, text, 'metric'))).toEqual([179, 179.5, 179.5, null])
    expect(readMeasure(height, 'tall', 'metric')).toBeUndefined()
  })
  it('imperial', () => {
    expect([`5'10"`, '5 ft 10', '70', '70"'].map((text) => readMeasure(height, text, 'imperial'))).toEqual([177.8, 177.8, 177.8, 177.8])
    expect(readMeasure(waist, '24.5', 'imperial')).toBe(62.2)
    expect(readMeasure(weight, '121 lb', 'imperial')).toBe(54.9)
  })
  it('show again what was read', () => {
    expect(measureText(height, 177.8, 'imperial')).toBe(`5'10"`)
    expect(measureText(waist, 62.2, 'imperial')).toBe('24.5')
    expect(measureText(height, null, 'imperial')).toBe('')
  })
})
