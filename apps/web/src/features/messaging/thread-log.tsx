'use client'

import { useEffect, useRef } from 'react'
import type { Conversation, Message } from '@itellico/contracts/messaging'
import { Skeleton } from '@/components/ui/skeleton'
import { useNow } from '@/features/bookings/use-now'
import { addDays, dayOf } from '@/features/bookings/zone'
import { formatDate } from '@/lib/format'
import { useI18n } from '@/lib/i18n/client'
import { usePerson } from '@/lib/me'
import { arrange, type Pending } from './message-groups'
import { MessageGroup } from './message-group'
import { useSeenBy, useWriters } from './use-presence'

interface Props {
  readonly conversation: Conversation
  readonly messages: readonly Message[]
  readonly pending: readonly Pending[]
  readonly names: string
  readonly hasOlder: boolean
  readonly loadingOlder: boolean
  readonly onOlder: () => void
  readonly onRetry: (entry: Pending) => void
}

/** Everything that was said, newest at the bottom; scrolling up reads older messages. */
export function ThreadLog({ conversation, messages, pending, names, hasOlder, loadingOlder, onOlder, onRetry }: Props) {
  const { t, locale } = useI18n()
  const { me } = usePerson()
  const now = useNow()
  const writers = useWriters(conversation.id)
  const seen = useSeenBy(conversation.id)
  const top = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const mark = top.current
    if (!mark || !hasOlder || loadingOlder) return
    const watcher = new IntersectionObserver(([entry]) => entry?.isIntersecting && onOlder(), { rootMargin: '240px' })
    watcher.observe(mark)
    return () => watcher.disconnect()
  }, [hasOlder, loadingOlder, onOlder])

  const days = arrange(messages, pending, { id: me.id, name: `${me.firstName} ${me.lastName}` }, me.timezone)
  const today = now === null ? null : dayOf(now, me.timezone)
  const dayText = (day: string) => {
    if (day === today) return t('msg.today')
    if (today && day === addDays(today, -1)) return t('msg.yesterday')
    return formatDate(day, locale, { weekday: 'long', day: 'numeric', month: 'long', ...(day.slice(0, 4) !== today?.slice(0, 4) && { year: 'numeric' }) })
  }
  const sides = new Map(conversation.participants.map((p) => [p.userId, p.side]))
  const last = messages.at(-1)
  const readers =
    last?.authorId === me.id ? seen.filter((s) => s.at >= last.sentAt).map((s) => conversation.participants.find((p) => p.userId === s.userId)?.name) : []
  // Column-reverse keeps the view at the bottom, and in place when older messages come in above.
  return (
    <div
      tabIndex={0}
      role="region"
      aria-label={t('msg.log', { names })}
      className="flex min-h-0 flex-1 flex-col-reverse overflow-y-auto overscroll-contain px-4 focus-visible:-outline-offset-2 lg:px-6"
    >
      <div className="mt-auto grid gap-6 pt-6 pb-4">
        <div ref={top} />
        {hasOlder && (
          <p role="status" className="grid gap-2 text-xs text-ink-3">
            <span className="sr-only">{t('msg.older')}</span>
            <Skeleton className="h-9 w-1/2 rounded-lg" />
            <Skeleton className="ml-auto h-9 w-2/5 rounded-lg" />
          </p>
        )}
        {!hasOlder && <p className="text-center text-xs text-ink-3">{t('msg.begin')}</p>}
        {days.map(({ day, groups }) => (
          <section key={day} aria-label={dayText(day)} className="grid gap-4">
            <h3 className="flex items-center gap-3 font-sans text-xs font-medium tracking-normal text-ink-3 before:h-px before:flex-1 before:bg-line after:h-px after:flex-1 after:bg-line">
              {dayText(day)}
            </h3>
            <ol className="grid gap-4">
              {groups.map((group) => (
                <MessageGroup
                  key={group.key}
                  group={group}
                  mine={group.authorId === me.id}
                  side={sides.get(group.authorId) ?? 'agency'}
                  zone={me.timezone}
                  onRetry={onRetry}
                />
              ))}
            </ol>
          </section>
        ))}
        <div aria-live="polite" className="-mt-3 min-h-4 text-xs text-ink-3">
          {writers.length === 1 && <Writing text={t('msg.typing', { name: writers[0] ?? '' })} />}
          {writers.length > 1 && <Writing text={t('msg.typingMany', { count: writers.length })} />}
          {writers.length === 0 && readers[0] && <p className="text-right">{t('msg.seen', { name: readers.filter(Boolean).join(', ') })}</p>}
        </div>
      </div>
    </div>
  )
}

function Writing({ text }: { text: string }) {
  return (
    <p className="flex items-center gap-2 pl-9.5">
      <span aria-hidden className="flex gap-1">
        {[0, 1, 2].map((i) => (
          <span key={i} className="size-1.5 animate-pulse rounded-full bg-ink-3" style={{ animationDelay: `${i * 180}ms` }} />
        ))}
      </span>
      {text}
    </p>
  )
}
