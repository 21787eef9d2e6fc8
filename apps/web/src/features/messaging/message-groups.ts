import type { Message } from '@itellico/contracts/messaging'
import { dayOf } from '@/features/bookings/zone'

/** A message that is on its way, or did not get through. */
export interface Pending {
  readonly clientKey: string
  readonly conversationId: string
  readonly body: string
  readonly sentAt: string
  readonly problem: string | null
}

/** One line of speech: a message of the server or one that is on its way. */
export interface Line {
  readonly key: string
  readonly body: string
  readonly sentAt: string
  readonly pending: Pending | null
}

/** Lines of one person without a long pause in between. */
export interface Group {
  readonly key: string
  readonly authorId: string
  readonly authorName: string
  readonly lines: readonly Line[]
}

/** Everything that was said on one day. */
export interface DayOfTalk {
  readonly day: string
  readonly groups: readonly Group[]
}

const PAUSE_MS = 5 * 60_000

/** Arranges messages (oldest first) and what is on its way by day, then by speaker. */
export function arrange(messages: readonly Message[], pending: readonly Pending[], me: { id: string; name: string }, zone: string): DayOfTalk[] {
  const arrived = new Set(messages.filter((m) => m.authorId === me.id).map((m) => m.clientKey))
  const lines = [
    ...messages.map((m) => ({ authorId: m.authorId, authorName: m.authorName, key: m.clientKey ?? m.id, body: m.body, sentAt: m.sentAt, pending: null })),
    ...pending
      .filter((p) => !arrived.has(p.clientKey))
      .map((p) => ({ authorId: me.id, authorName: me.name, key: p.clientKey, body: p.body, sentAt: p.sentAt, pending: p })),
  ]
  const days: { day: string; groups: { key: string; authorId: string; authorName: string; lines: Line[] }[] }[] = []
  for (const { authorId, authorName, ...line } of lines) {
    const day = dayOf(line.sentAt, zone)
    if (days.at(-1)?.day !== day) days.push({ day, groups: [] })
    const groups = days.at(-1)?.groups ?? []
    const last = groups.at(-1)
    const before = last?.lines.at(-1)
    const goesOn = last?.authorId === authorId && before && Date.parse(line.sentAt) - Date.parse(before.sentAt) < PAUSE_MS
    if (goesOn) last.lines.push(line)
    else groups.push({ key: line.key, authorId, authorName, lines: [line] })
  }
  return days
}
