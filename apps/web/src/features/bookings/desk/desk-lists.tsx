'use client'

import type { ReactNode } from 'react'
import Link from 'next/link'
import type { Booking } from '@itellico/contracts/bookings'
import type { Conversation } from '@itellico/contracts/messaging'
import { Avatar } from '@/components/ui/avatar'
import { Skeleton } from '@/components/ui/skeleton'
import { formatAgo } from '@/lib/format'
import { useI18n } from '@/lib/i18n/client'
import { usePerson } from '@/lib/me'
import { standingText, whenText } from '../booking-words'
import { Countdown } from '../countdown'

/** A heading with the way to everything of its kind. */
export function DeskSection({ title, count, href, children }: { title: string; count?: number | undefined; href: string; children: ReactNode }) {
  const { t } = useI18n()
  return (
    <section className="grid content-start gap-1">
      <header className="flex items-baseline justify-between gap-4 border-b border-line-strong pb-1">
        <h2 className="text-lg font-semibold">
          {title}
          {count !== undefined && count > 0 && <span className="tabular ml-2 text-ink-3">{count}</span>}
        </h2>
        <Link href={href} className="link text-sm text-ink-2" aria-label={`${t('common.all')}: ${title}`}>
          {t('common.all')}
        </Link>
      </header>
      {children}
    </section>
  )
}

/** One booking in a short list: who, for whom, when, and what presses. */
export function DeskRow({
  booking,
  note,
  who = booking.client.name,
  onOpen,
}: {
  booking: Booking
  note: ReactNode
  who?: string
  onOpen: (id: string) => void
}) {
  const { locale } = useI18n()
  return (
    <li className="border-b border-line last:border-b-0">
      <button
        type="button"
        onClick={() => onOpen(booking.id)}
        className="grid w-full grid-cols-[2.75rem_minmax(0,1fr)_auto] items-center gap-3 text-left hover:bg-sunken"
      >
        <Avatar name={booking.profile.displayName} cover={booking.profile.cover} className="h-face w-face rounded-none" />
        <span className="grid min-w-0">
          <span className="truncate font-semibold">{booking.profile.displayName}</span>
          <span className="truncate text-sm text-ink-2">
            {who} · {booking.title}
          </span>
        </span>
        <span className="grid justify-items-end pr-1 text-sm">
          <span>{note}</span>
          <span className="tabular text-xs text-ink-3">{whenText(booking, locale)}</span>
        </span>
      </button>
    </li>
  )
}

/** Options in the order in which they end. */
export function EndingOptions({ options, onOpen }: { options: readonly Booking[]; onOpen: (id: string) => void }) {
  const { t } = useI18n()
  const ending = options
    .filter((o) => o.optionExpiresAt)
    .sort((a, b) => (a.optionExpiresAt ?? '').localeCompare(b.optionExpiresAt ?? ''))
    .slice(0, 7)
  if (ending.length === 0) return <p className="py-4 text-ink-2">{t('desk.noOptions')}</p>
  return (
    <ul>
      {ending.map((o) => (
        <DeskRow
          key={o.id}
          booking={o}
          onOpen={onOpen}
          note={
            <span className="inline-flex items-baseline gap-2">
              <span className="text-xs text-ink-3">{standingText(t, o.status, o.rank)}</span>
              {o.optionExpiresAt && <Countdown until={o.optionExpiresAt} timezone={o.timezone} />}
            </span>
          }
        />
      ))}
    </ul>
  )
}

/** The latest conversations, unread ones in bold. */
export function LatestTalks({ talks }: { talks: readonly Conversation[] }) {
  const { t, locale } = useI18n()
  const { me } = usePerson()
  if (talks.length === 0) return <p className="py-4 text-ink-2">{t('desk.noTalks')}</p>
  return (
    <ul>
      {talks.map((c) => {
        const last = c.lastMessage
        const author = last && (last.authorId === me.id ? t('desk.you') : last.authorName)
        return (
          <li key={c.id} className="border-b border-line last:border-b-0">
            <Link href={`/messages?c=${c.id}`} className="grid min-h-face grid-cols-[minmax(0,1fr)_auto] items-center gap-3 py-1.5 hover:bg-sunken">
              <span className="grid min-w-0">
                <span className={c.unread ? 'truncate font-semibold' : 'truncate'}>{c.subject}</span>
                <span className={c.unread ? 'truncate text-sm' : 'truncate text-sm text-ink-3'}>{last && `${author}: ${last.body}`}</span>
              </span>
              <span className="grid justify-items-end gap-1 text-xs text-ink-3">
                <time dateTime={c.updatedAt}>{formatAgo(c.updatedAt, locale)}</time>
                {c.unread > 0 && (
                  <span className="tabular grid h-5 min-w-5 place-items-center rounded-full bg-brand px-1.5 font-semibold text-on-brand">
                    {c.unread}
                    <span className="sr-only"> {t('notifications.onlyUnread')}</span>
                  </span>
                )}
              </span>
            </Link>
          </li>
        )
      })}
    </ul>
  )
}

/** Holds the place of a short list. */
export function DeskRowsSkeleton() {
  return (
    <div className="grid">
      {[0, 1, 2, 3].map((i) => (
        <div key={i} className="flex h-face items-center gap-3 border-b border-line">
          <Skeleton className="h-face w-face rounded-none" />
          <Skeleton className="h-4 flex-1" />
          <Skeleton className="h-4 w-16" />
        </div>
      ))}
    </div>
  )
}
