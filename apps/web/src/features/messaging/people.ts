import type { Conversation, Participant } from '@itellico/contracts/messaging'
import type { Translate } from '@/lib/i18n/translate'

/** On which side of a conversation somebody stands. */
export function sideOf(conversation: Conversation, userId: string): Participant['side'] | null {
  return conversation.participants.find((p) => p.userId === userId)?.side ?? null
}

/** The people on the other sides; in a conversation within one side, everybody else. */
export function othersOf(conversation: Conversation, userId: string): Participant[] {
  const own = sideOf(conversation, userId)
  const others = conversation.participants.filter((p) => p.userId !== userId)
  const across = others.filter((p) => p.side !== own)
  return across.length > 0 ? across : others
}

/** `Mara Voss`, `Mara Voss and 2 more`: whom one talks to. */
export function namesText(people: readonly Participant[], t: Translate): string {
  const [first, second] = people
  if (!first) return ''
  if (!second) return first.name
  return t('msg.others', { name: first.name, count: people.length - 1 })
}

/** Where the booking of a conversation is shown to somebody on this side. */
export function bookingHref(conversation: Conversation, side: Participant['side'] | null): string | null {
  if (!conversation.bookingId) return null
  if (side === 'talent') return `/me/bookings?b=${conversation.bookingId}`
  return side === 'client' ? `/client/bookings/${conversation.bookingId}` : `/desk/bookings/${conversation.bookingId}`
}
