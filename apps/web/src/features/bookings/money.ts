import type { Money } from '@itellico/contracts/kit'

/** Reads an amount as people type it: `1.200`, `1,200`, `1200,50`, `1200.5`. Null when it is none. */
export function parseAmount(text: string): number | null {
  const clean = text.replace(/[\s'’€$£]/g, '')
  if (!/^\d[\d.,]*$/.test(clean)) return null
  const decimals = /[.,](\d{1,2})$/.exec(clean)
  const whole = (decimals ? clean.slice(0, -decimals[0].length) : clean).replace(/[.,]/g, '')
  const minor = Number(whole || '0') * 100 + (decimals?.[1] ? Number(decimals[1].padEnd(2, '0')) : 0)
  return Number.isSafeInteger(minor) && minor <= 100_000_000_000 ? minor : null
}

/** The fee that a text field holds; undefined for an empty field. */
export function moneyOf(text: string, currency: string): Money | undefined {
  const amountMinor = text.trim() ? parseAmount(text) : null
  return amountMinor === null ? undefined : { amountMinor, currency }
}

/** A fee as text for a field. */
export function amountText(money: Money | null | undefined, locale: string): string {
  if (!money) return ''
  return new Intl.NumberFormat(locale, { useGrouping: false, minimumFractionDigits: money.amountMinor % 100 ? 2 : 0 }).format(money.amountMinor / 100)
}

/** For forms: true when a text is empty or an amount. */
export const isAmount = (text: string) => !text.trim() || parseAmount(text) !== null
