import type { DemoBooking } from '../activity-types.ts'
import { createRng } from '../art/rng.ts'
import { instant, nearestClockChange } from '../clock.ts'
import type { DemoProfile } from '../types.ts'
import { jobTemplates } from './jobs.ts'

const ZONE = 'Europe/Vienna'
const BOOKERS = ['booker@fashion.example', 'booker@fashion.example', 'judith.maier@fashion.example'] as const
const BOOKOUTS = [
  ['Exam week', 4],
  ['Family, Trieste', 3],
  ['Dentist', 1],
  ['Holiday', 6],
  ['Hair colour setting, no castings', 1],
  ['Rehearsals', 3],
] as const

type Slot = { profile: string; from: number; to: number }

/** Fills the chart of the fashion tenant: about eighty bars from 30 days before to 45 days after the reference day. */
export function fashionChart(now: Date, profiles: readonly DemoProfile[]): DemoBooking[] {
  const rng = createRng('fashion:chart')
  const out: DemoBooking[] = []
  const firm: Slot[] = []
  const taken: Slot[] = []
  const collides = (slots: readonly Slot[], s: Slot): boolean => slots.some((t) => t.profile === s.profile && t.from <= s.to && s.from <= t.to)
  const at = (day: number, time: string): string => instant(now, ZONE, day, time)
  const bar = (
    key: string,
    profile: string,
    first: number,
    last: number,
    from: string,
    to: string,
    rest: Pick<DemoBooking, 'kind' | 'status' | 'title' | 'location'> & Partial<DemoBooking>,
  ): void => {
    const slot = { profile, from: first, to: last }
    taken.push(slot)
    if (rest.status === 'confirmed' || rest.status === 'completed' || rest.kind === 'bookout' || rest.status === 'no_show') firm.push(slot)
    out.push({
      tenant: 'fashion',
      key,
      profile,
      start: at(first, from),
      end: at(last, to),
      timezone: ZONE,
      currency: 'EUR',
      createdBy: rng.pick(BOOKERS),
      createdAt: at(Math.min(-1, first - rng.int(4, 20)), '11:20'),
      ...rest,
    })
  }
  const option = (rank: 1 | 2 | 3, expires: number): Pick<DemoBooking, 'kind' | 'status' | 'rank' | 'expiresAt'> => ({
    kind: 'option',
    status: 'held',
    rank,
    expiresAt: at(expires, '17:00'),
  })

  bar('clash-first', 'mira-vasilescu', 8, 9, '08:30', '17:30', {
    ...option(1, 2),
    title: 'E-commerce, knit week',
    location: 'Studio Salzburg-Gnigl',
    client: 'feld-und-faden',
    feeMinor: 156_000,
    note: 'Client answers by tomorrow evening.',
  })
  bar('clash-second', 'mira-vasilescu', 8, 8, '09:00', '18:00', {
    ...option(2, 3),
    title: 'Lookbook, capsule',
    location: 'Atelier Brandt, 1070 Vienna',
    client: 'haus-morgenrot',
    feeMinor: 95_000,
    note: 'Ready to confirm. Challenge is possible.',
  })
  bar('clash-third', 'mira-vasilescu', 8, 8, '08:00', '19:00', {
    ...option(3, 4),
    title: 'Editorial, concrete',
    location: 'Alterlaa, Tower B',
    client: 'kaltwasser',
    feeMinor: 35_000,
  })
  bar('overnight-train', 'darius-novak', -2, -1, '20:00', '06:30', {
    kind: 'booking',
    status: 'completed',
    title: 'Early train, conductor',
    location: 'Depot Floridsdorf, 1210 Vienna',
    client: 'studio-nord',
    feeMinor: 160_000,
    note: 'Night shoot. Rest day after, do not place anything.',
  })
  bar('overnight-window', 'selma-demirkan', 14, 15, '18:00', '04:00', {
    kind: 'booking',
    status: 'confirmed',
    title: 'Window display, live night',
    location: 'Mariahilfer Straße 41',
    client: 'haus-morgenrot',
    feeMinor: 180_000,
    note: 'Overtime 1.5 from 02:00.',
  })
  const change = nearestClockChange(now, ZONE)
  bar('clock-change', 'kwame-asante', change, change + 1, '21:00', '07:00', {
    kind: 'booking',
    status: change < 0 ? 'completed' : 'confirmed',
    title: 'Night of the long hour, film',
    location: 'Karlsplatz, Vienna',
    client: 'studio-north',
    feeMinor: 190_000,
    note: 'The clocks change during this job: count worked hours, not wall-clock hours.',
  })
  bar('no-show', 'jonas-weidinger', -17, -17, '09:00', '13:00', {
    kind: 'booking',
    status: 'no_show',
    title: 'Fitting, denim',
    location: 'Atelier, Neubaugasse',
    client: 'haus-morgenrot',
    feeMinor: 22_000,
    note: 'Bicycle accident, minor. Client informed at 09:40.',
  })
  bar('promoted', 'adaeze-okonjo', 19, 20, '09:00', '17:00', {
    ...option(1, 5),
    title: 'Skin, unretouched: recall',
    location: 'Milan, Via Savona',
    client: 'mira-lo',
    feeMinor: 360_000,
    note: 'Moved up from second on release by Kaltwasser.',
  })
  bar('released-above', 'adaeze-okonjo', 19, 19, '08:00', '19:00', {
    kind: 'option',
    status: 'released',
    rank: 1,
    title: 'Cover try',
    location: 'Vienna, studio to follow',
    client: 'kaltwasser',
    feeMinor: 40_000,
  })
  bar('cancelled-late', 'samir-el-amin', 3, 3, '08:00', '18:00', {
    kind: 'booking',
    status: 'cancelled',
    title: 'Football shoe, telecom spot',
    location: 'Hohe Warte stadium',
    client: 'studio-nord',
    feeMinor: 130_000,
    note: 'Cancelled inside 48 hours: half of the fee is due.',
  })

  const roster = profiles.filter((p) => p.tenant === 'fashion' && p.status === 'active' && !p.isMinor)
  BOOKOUTS.forEach(([title, length], i) => {
    const first = [-12, 6, 11, 22, 27, 33][i]!
    const profile = roster[(i * 7 + 3) % roster.length]!.slug
    if (!collides(taken, { profile, from: first, to: first + length - 1 }))
      bar(`bookout-${i + 1}`, profile, first, first + length - 1, '00:00', '23:59', {
        kind: 'bookout',
        status: 'confirmed',
        title,
        location: '',
      })
  })

  for (let attempt = 0; out.length < 75 && attempt < 900; attempt++) {
    const person = rng.pick(roster.slice(0, 46))
    const [title, client, location, fee, from, to, days] = rng.pick(jobTemplates)
    if (title.includes(', men') && person.schema !== 'model_men') continue
    const first = rng.int(-30, 44)
    const slot = { profile: person.slug, from: first, to: first + days - 1 }
    if (slot.to > 45 || (slot.to >= 0 && slot.from < 0)) continue
    const amount = fee * days * 100
    const common = { title, location, client, feeMinor: amount }
    const draw = rng.next()
    const key = `job-${out.length + 1}`
    if (first < 0) {
      if (collides(taken, slot)) continue
      bar(key, person.slug, slot.from, slot.to, from, to, {
        kind: 'booking',
        status: draw < 0.84 ? 'completed' : draw < 0.94 ? 'cancelled' : 'released',
        ...common,
        ...(draw >= 0.94 ? { kind: 'option', rank: 1 as const } : {}),
      })
    } else if (draw < 0.42) {
      if (collides(taken, slot)) continue
      bar(key, person.slug, slot.from, slot.to, from, to, { kind: 'booking', status: 'confirmed', ...common })
    } else if (!collides(firm, slot)) {
      const rivals = out.filter((b) => b.profile === person.slug && b.status === 'held' && b.start < at(slot.to, to) && b.end > at(slot.from, from))
      const rank = 1 + Math.max(0, ...rivals.map((b) => b.rank ?? 1))
      if (rank > 2 || rivals.some((b) => b.client === client)) continue
      bar(key, person.slug, slot.from, slot.to, from, to, {
        ...option(rank === 1 ? 1 : 2, Math.max(1, Math.min(first - 2, rng.int(1, 9)))),
        ...common,
      })
    }
  }
  for (const first of out.filter((b) => b.rank === 1 && b.status === 'held' && b.key.startsWith('job-')).slice(0, 8)) {
    const [title, client, location, fee] = jobTemplates[(out.length * 5) % jobTemplates.length]!
    const day = Math.round((Date.parse(first.start) - now.getTime()) / 86_400_000)
    if (
      client === first.client ||
      collides(firm, { profile: first.profile, from: day, to: day }) ||
      out.some((b) => b.rank === 2 && b.profile === first.profile)
    )
      continue
    bar(`second-${first.key}`, first.profile, day, day, '09:00', '17:00', {
      ...option(2, Math.max(2, Math.min(10, day - 1))),
      title,
      client,
      location,
      feeMinor: fee * 100,
    })
  }
  return out.sort((a, b) => a.start.localeCompare(b.start))
}
