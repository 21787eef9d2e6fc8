import type { Money } from '@itellico/contracts/kit'
import type { PublicListing } from '@itellico/contracts/listings'
import { formatDateRange, formatInstant, formatMoney } from '@/lib/format'
import type { Translate } from '@/lib/i18n/translate'

type Facts = Pick<PublicListing, 'startsOn' | 'endsOn' | 'deadline' | 'location' | 'roles'>

/** When the job is. */
export function whenOf(listing: Facts, locale: string, t: Translate): string {
  return listing.startsOn ? formatDateRange(listing.startsOn, listing.endsOn, locale) : t('castings.dateOpen')
}

/** Last day to apply, in the zone of the marketplace. */
export function deadlineOf(listing: Facts, locale: string, timeZone: string, t: Translate): string {
  return listing.deadline ? formatInstant(listing.deadline, locale, timeZone, { day: 'numeric', month: 'short' }) : t('castings.noDeadline')
}

/** The fee, or the span from the lowest to the highest of the roles. */
export function feeOf(listing: Facts, locale: string, t: Translate): string {
  const fees = listing.roles
    .map((r) => r.fee)
    .filter((f): f is Money => f !== null)
    .sort((a, b) => a.amountMinor - b.amountMinor)
  const [low, high] = [fees[0], fees.at(-1)]
  if (!low || !high) return t('castings.feeOpen')
  return low.amountMinor === high.amountMinor ? formatMoney(low, locale) : `${formatMoney(low, locale)}–${formatMoney(high, locale)}`
}

/** How many people are wanted in all roles together. */
export const wantedOf = (listing: Facts) => listing.roles.reduce((sum, role) => sum + role.quantity, 0)
