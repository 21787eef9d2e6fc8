import { expect, it } from 'vitest'
import { amountText, moneyOf, parseAmount } from './money'

it('reads amounts as people of different countries write them', () => {
  expect(['1200', '1.200', '1,200', '1200,5', '1,200.50', '1.200,50', '€ 950'].map(parseAmount)).toEqual([
    120_000, 120_000, 120_000, 120_050, 120_050, 120_050, 95_000,
  ])
})

it('refuses what is no amount', () => {
  expect(['', 'twelve', '-5', '1e6', '12€3x'].map(parseAmount)).toEqual([null, null, null, null, null])
})

it('shows again what it read', () => {
  const money = moneyOf('1200,5', 'EUR')
  expect(money).toEqual({ amountMinor: 120_050, currency: 'EUR' })
  expect(parseAmount(amountText(money, 'de'))).toBe(120_050)
  expect(moneyOf(' ', 'EUR')).toBeUndefined()
})
