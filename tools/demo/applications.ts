import type { DemoApplication, DemoCasting } from './activity-types.ts'
import { COVER_NOTES } from './application-texts.ts'
import { createRng } from './art/rng.ts'
import { dayFrom, instant } from './clock.ts'
import { fits } from './matching.ts'
import type { DemoProfile, DemoUser } from './types.ts'

/** Who got a decided or offered role, so that applications, bookings and conversations tell one story. */
const CHOSEN: Record<string, readonly string[]> = {
  'nord-frueher-zug:conductor': ['darius-novak'],
  'morgenrot-lookbook:women': ['dalia-petrova', 'mira-vasilescu'],
  'kaltwasser-stiegenhaus:lead': ['lenka-horvathova'],
  'bramble-breakfast:table': ['amina-s', 'thea-s'],
  'north-first-snow:friends': ['maya-t', 'clementine-s'],
  'ferry-oak-cover:bird': ['scarlett'],
  'north-snow-day:digger': ['luna'],
}

type Status = DemoApplication['status']

const OPEN: readonly (readonly [Status, number])[] = [
  ['submitted', 0.38],
  ['viewed', 0.28],
  ['shortlisted', 0.13],
  ['callback_scheduled', 0.06],
  ['rejected', 0.07],
  ['withdrawn', 0.04],
  ['draft', 0.04],
]
const DECIDING: readonly (readonly [Status, number])[] = [
  ['viewed', 0.2],
  ['shortlisted', 0.3],
  ['callback_scheduled', 0.18],
  ['rejected', 0.28],
  ['withdrawn', 0.04],
]

function draw(table: readonly (readonly [Status, number])[], value: number): Status {
  let sum = 0
  for (const [status, weight] of table) {
    sum += weight
    if (value < sum) return status
  }
  return 'rejected'
}

/** Applications to every casting that was published, as a funnel that narrows towards the decision. */
export function buildApplications(
  now: Date,
  castings: readonly DemoCasting[],
  profiles: readonly DemoProfile[],
  users: readonly DemoUser[],
  bookers: Record<string, string>,
): DemoApplication[] {
  const out: DemoApplication[] = []
  const booked = new Set<string>()
  for (const casting of castings.filter((c) => c.publishedAt !== undefined)) {
    const rng = createRng(`applications:${casting.tenant}:${casting.slug}`)
    const decided = casting.status === 'filled' || casting.status === 'completed'
    const published = Math.round((Date.parse(casting.publishedAt!) - now.getTime()) / 86_400_000)
    const applied = new Set<string>()
    for (const role of casting.roles) {
      const candidates = profiles.filter(
        (p) => p.tenant === casting.tenant && p.status === 'active' && !applied.has(p.slug) && (p.tenant !== 'fashion' || !p.isMinor) && fits(p, role, now),
      )
      const wanted = Math.min(candidates.length, role.quantity * 3 + rng.int(3, 6))
      const leads = CHOSEN[`${casting.slug}:${role.key}`] ?? []
      const order = (slug: string): number => (leads.includes(slug) ? leads.indexOf(slug) - leads.length : createRng(`${casting.slug}:${slug}`).next())
      const chosen = [...candidates].sort((a, b) => order(a.slug) - order(b.slug)).slice(0, wanted)
      let places = decided ? role.quantity : casting.status === 'closed' ? role.quantity : 0
      for (const profile of chosen) {
        applied.add(profile.slug)
        const free = places > 0 && !booked.has(`${profile.tenant}:${profile.slug}`)
        let status = free ? (decided ? 'accepted' : 'offered') : decided ? 'rejected' : draw(casting.status === 'closed' ? DECIDING : OPEN, rng.next())
        if (free) {
          places--
          booked.add(`${profile.tenant}:${profile.slug}`)
        } else if (profile.isMinor && status === 'submitted' && rng.chance(0.35)) status = 'awaiting_guardian'
        const login = users.find((u) => u.tenant === profile.tenant && u.profiles?.includes(profile.slug))
        const source = login && (profile.tenant !== 'fashion' || rng.chance(0.5)) && rng.chance(0.6) ? 'direct' : 'agency'
        const text = rng
          .pick(COVER_NOTES[profile.tenant][source])
          .replaceAll('{name}', profile.displayName.replace(/\.$/, ''))
          .replaceAll('{role}', role.title.toLowerCase())
        out.push({
          tenant: casting.tenant,
          casting: casting.slug,
          role: role.key,
          profile: profile.slug,
          submittedBy: source === 'direct' ? login!.email : bookers[casting.tenant]!,
          source,
          message: text,
          status,
          createdAt: instant(
            now,
            casting.timezone,
            Math.min(-1, published + rng.int(0, Math.max(1, Math.min(9, -published - 1)))),
            `${String(rng.int(8, 19)).padStart(2, '0')}:${String(rng.int(0, 59)).padStart(2, '0')}`,
          ),
        })
      }
    }
  }
  return out.filter((a) => a.createdAt.slice(0, 10) <= dayFrom(now, 0))
}
