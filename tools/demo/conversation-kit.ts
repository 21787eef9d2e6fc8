import type { DemoConversation } from './activity-types.ts'
import { instant } from './clock.ts'
import type { TenantSlug } from './types.ts'

/**
 * A conversation in short form. Lines are written `X| text`, where X is the initial given to a participant;
 * a line `+2` moves two days on. The first day is counted from the reference day.
 */
export type Talk = readonly [
  subject: string,
  kind: DemoConversation['kind'],
  profile: string | undefined,
  firstDay: number,
  who: Readonly<Record<string, string>>,
  lines: readonly string[],
]

/** Turns conversations in short form into dated messages. */
export function conversations(now: Date, tenant: TenantSlug, zone: string, talks: readonly Talk[]): DemoConversation[] {
  return talks.map(([subject, kind, profile, firstDay, who, lines], index) => {
    let day = firstDay
    let minute = 9 * 60 + ((index * 37) % 240)
    const messages: DemoConversation['messages'] = []
    for (const entry of lines) {
      if (entry.startsWith('+')) {
        day = Math.min(-1, day + Number(entry.slice(1)))
        minute = 8 * 60 + ((index * 53 + messages.length * 29) % 300)
        continue
      }
      minute = Math.min(minute + 4 + ((index * 11 + messages.length * 17) % 38), 1430)
      const clock = `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`
      messages.push({ from: who[entry[0]!]!, body: entry.slice(2).trim(), at: instant(now, zone, day, clock) })
    }
    return {
      tenant,
      key: `talk-${index + 1}`,
      subject,
      kind,
      ...(profile ? { profile } : {}),
      participants: Object.values(who),
      messages,
    }
  })
}
