import type { Money } from '@itellico/contracts/kit'

// Built once per language and kind: making an Intl formatter is slow.
const formatters = new Map<string, Intl.DateTimeFormat | Intl.NumberFormat>()
function memo<T extends Intl.DateTimeFormat | Intl.NumberFormat>(key: string, make: () => T): T {
  const found = formatters.get(key) as T | undefined
  if (found) return found
  const made = make()
  formatters.set(key, made)
  return made
}

// Plain English means no country: day before month, 24 hours.
const regional = (locale: string) => (locale === 'en' ? 'en-GB' : locale)
const dateFormat = (locale: string, options: Intl.DateTimeFormatOptions) =>
  memo(`d${locale}${JSON.stringify(options)}`, () => new Intl.DateTimeFormat(regional(locale), options))

/** `€ 1,200` in the language of the page; whole amounts without decimals. */
export function formatMoney(money: Money, locale: string): string {
  const whole = money.amountMinor % 100 === 0
  const format = memo(
    `m${locale}${money.currency}${whole}`,
    () => new Intl.NumberFormat(regional(locale), { style: 'currency', currency: money.currency, ...(whole && { maximumFractionDigits: 0 }) }),
  )
  return format.format(money.amountMinor / 100)
}

/** `24 Nov 2026` for a calendar date `YYYY-MM-DD`, which has no zone. */
export function formatDate(date: string, locale: string, options: Intl.DateTimeFormatOptions = { day: 'numeric', month: 'short', year: 'numeric' }): string {
  return dateFormat(locale, { ...options, timeZone: 'UTC' }).format(new Date(`${date.slice(0, 10)}T00:00:00Z`))
}

/** `24–26 Nov 2026` for a range of calendar dates. */
export function formatDateRange(from: string, to: string | null, locale: string): string {
  if (!to || to === from) return formatDate(from, locale)
  const at = (d: string) => new Date(`${d.slice(0, 10)}T00:00:00Z`)
  return dateFormat(locale, { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' }).formatRange(at(from), at(to))
}

/** `24 Nov, 14:00` for an instant, in the given zone. */
export function formatInstant(
  instant: string,
  locale: string,
  timeZone: string,
  options: Intl.DateTimeFormatOptions = { day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit' },
): string {
  return dateFormat(locale, { ...options, timeZone }).format(new Date(instant))
}

/** `24 Nov, 09:00–17:00` for a period, in the given zone. */
export function formatPeriod(startsAt: string, endsAt: string, locale: string, timeZone: string): string {
  return dateFormat(locale, { day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit', timeZone }).formatRange(new Date(startsAt), new Date(endsAt))
}

/** `3 minutes ago`. Only in the browser or below a request-time boundary: it reads the clock. */
export function formatAgo(instant: string, locale: string, now = Date.now()): string {
  const seconds = Math.round((Date.parse(instant) - now) / 1000)
  const relative = new Intl.RelativeTimeFormat(locale, { numeric: 'auto', style: 'short' })
  const steps: [Intl.RelativeTimeFormatUnit, number][] = [
    ['day', 86_400],
    ['hour', 3_600],
    ['minute', 60],
  ]
  for (const [unit, size] of steps) if (Math.abs(seconds) >= size) return relative.format(Math.round(seconds / size), unit)
  return relative.format(0, 'minute')
}

/** `1,204` */
export function formatNumber(value: number, locale: string): string {
  return memo(`n${locale}`, () => new Intl.NumberFormat(locale)).format(value)
}

/** `Vienna, Austria` */
export function formatPlace(city: string | null, country: string | null, locale: string): string {
  const land = country ? (new Intl.DisplayNames([locale], { type: 'region', fallback: 'code' }).of(country) ?? country) : null
  return [city, land].filter(Boolean).join(', ')
}

/** Up to two letters that stand for a name. */
export function initials(name: string): string {
  const parts = name.trim().split(/\s+/)
  return ((parts[0]?.[0] ?? '') + (parts.length > 1 ? (parts.at(-1)?.[0] ?? '') : '')).toUpperCase()
}

/** `New faces` for a key such as `new_faces`, for things that have no text of their own. */
export function humanise(key: string): string {
  const words = key.replaceAll(/[_-]+/g, ' ').trim()
  return words.charAt(0).toUpperCase() + words.slice(1)
}

/** Name of a language in another one: `German` for `de` in English. */
export function languageName(tag: string, locale: string): string {
  return new Intl.DisplayNames([locale], { type: 'language' }).of(tag) ?? tag
}
