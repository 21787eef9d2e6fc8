import type { DemoApplication, DemoBooking, DemoCasting, DemoConversation, DemoShortlist } from './activity-types.ts'
import { buildApplications } from './applications.ts'
import { bookingsFromCastings } from './casting-bookings.ts'
import { placed } from './casting-kit.ts'
import { conversations } from './conversation-kit.ts'
import { fashionCastings } from './fashion/castings.ts'
import { fashionChart } from './fashion/chart.ts'
import { fashionBookingTalks } from './fashion/booking-talks.ts'
import { fashionTalks } from './fashion/talks.ts'
import { kidsCastings } from './kids/castings.ts'
import { kidsBookingTalks } from './kids/booking-talks.ts'
import { kidsTalks } from './kids/talks.ts'
import { pawsCastings } from './paws/castings.ts'
import { pawsBookingTalks } from './paws/booking-talks.ts'
import { pawsTalks } from './paws/talks.ts'
import { buildUsers } from './people.ts'
import { buildProfiles } from './profiles.ts'
import { shortlists } from './shortlists.ts'
import { tenants } from './tenants.ts'

const BOOKERS: Record<string, string> = {
  fashion: 'booker@fashion.example',
  kids: 'booker@kids.example',
  paws: 'booker@paws.example',
}

/** Everything that happens in the tenants, dated around one reference day. */
export type DemoActivity = {
  castings: DemoCasting[]
  applications: DemoApplication[]
  bookings: DemoBooking[]
  conversations: DemoConversation[]
  shortlists: readonly DemoShortlist[]
}

/** Builds castings, applications, the chart, conversations and shortlists; the same `now` gives the same data. */
export function buildActivity(now: Date): DemoActivity {
  const profiles = buildProfiles(now)
  const users = buildUsers(now)
  const zone = (slug: string): string => tenants.find((tenant) => tenant.slug === slug)!.timezone
  const castings = [
    ...placed(now, 'fashion', 'EUR', zone('fashion'), fashionCastings),
    ...placed(now, 'kids', 'GBP', zone('kids'), kidsCastings),
    ...placed(now, 'paws', 'USD', zone('paws'), pawsCastings),
  ]
  const applications = buildApplications(now, castings, profiles, users, BOOKERS)
  return {
    castings,
    applications,
    bookings: [...fashionChart(now, profiles), ...bookingsFromCastings(now, castings, applications, BOOKERS)],
    conversations: [
      ...conversations(now, 'fashion', zone('fashion'), [...fashionBookingTalks, ...fashionTalks]),
      ...conversations(now, 'kids', zone('kids'), [...kidsBookingTalks, ...kidsTalks]),
      ...conversations(now, 'paws', zone('paws'), [...pawsBookingTalks, ...pawsTalks]),
    ],
    shortlists,
  }
}
