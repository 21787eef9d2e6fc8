import type { DemoApplication, DemoBooking, DemoCasting } from './activity-types.ts'
import { instant } from './clock.ts'

/** Bookings that follow from accepted applications of the other tenants, so that their calendars are not empty. */
export function bookingsFromCastings(
  now: Date,
  castings: readonly DemoCasting[],
  applications: readonly DemoApplication[],
  bookers: Record<string, string>,
): DemoBooking[] {
  return applications
    .filter((a) => a.tenant !== 'fashion' && (a.status === 'accepted' || a.status === 'offered'))
    .map((a, i): DemoBooking => {
      const casting = castings.find((c) => c.tenant === a.tenant && c.slug === a.casting)!
      const past = casting.shootEnd < now.toISOString()
      return {
        tenant: a.tenant,
        key: `casting-${i + 1}`,
        profile: a.profile,
        kind: a.status === 'accepted' ? 'booking' : 'option',
        ...(a.status === 'offered' ? { rank: 1 as const, expiresAt: instant(now, casting.timezone, 3, '17:00') } : {}),
        status: a.status === 'offered' ? 'held' : past ? 'completed' : 'confirmed',
        client: casting.client,
        title: casting.title,
        location: casting.location,
        start: casting.shootStart,
        end: casting.shootEnd,
        timezone: casting.timezone,
        feeMinor: casting.roles.find((r) => r.key === a.role)!.feeMinor,
        currency: casting.currency,
        createdBy: bookers[a.tenant]!,
        createdAt: a.createdAt,
      }
    })
}
