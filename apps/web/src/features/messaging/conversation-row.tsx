'use client'

import type { MouseEvent } from 'react'
import type { Conversation } from '@itellico/contracts/messaging'
import { dayOf } from '@/features/bookings/zone'
import { useNow } from '@/features/bookings/use-now'
import { cn } from '@/lib/cn'
import { formatInstant } from '@/lib/format'
import { useI18n } from '@/lib/i18n/client'
import { usePerson } from '@/lib/me'
import { namesText, othersOf } from './people'
import { SideAvatar } from './side-avatar'

interface Props {
  readonly conversation: Conversation
  readonly current: boolean
  readonly onOpen: (id: string) => void
}

/** One conversation of the list: who, about what, what was said last. */
export function ConversationRow({ conversation, current, onOpen }: Props) {
  const { t, locale } = useI18n()
  const { me } = usePerson()
  const now = useNow()
  const others = othersOf(conversation, me.id)
  const [first] = others
  const last = conversation.lastMessage
  const when = last?.sentAt ?? conversation.updatedAt
  const isToday = now !== null && dayOf(when, me.timezone) === dayOf(now, me.timezone)
  const time = formatInstant(when, locale, me.timezone, isToday ? { hour: '2-digit', minute: '2-digit' } : { day: 'numeric', month: 'short' })
  const unread = conversation.unread > 0
  const open = (event: MouseEvent) => {
    if (event.metaKey || event.ctrlKey || event.shiftKey) return
    event.preventDefault()
    onOpen(conversation.id)
  }
  return (
    <li className="border-b border-line">
      <a
        href={`/messages?c=${conversation.id}`}
        onClick={open}
        aria-current={current ? 'true' : undefined}
        data-conversation
        className={cn(
          'relative flex gap-3 px-4 py-3 transition-colors duration-150 hover:bg-sunken focus-visible:-outline-offset-2 lg:pl-8',
          current && 'bg-brand-wash before:absolute before:inset-y-2 before:left-0 before:w-[3px] before:rounded-full before:bg-brand hover:bg-brand-wash',
        )}
      >
        <SideAvatar name={first?.name ?? conversation.subject} side={first?.side ?? 'agency'} />
        <span className="grid min-w-0 flex-1 grid-cols-[minmax(0,1fr)] gap-0.5">
          <span className="flex items-baseline gap-2">
            <span className={cn('min-w-0 flex-1 truncate', unread ? 'font-semibold' : 'font-medium')}>{namesText(others, t)}</span>
            <time dateTime={when} className={cn('tabular shrink-0 text-xs', unread ? 'font-medium text-brand-ink' : 'text-ink-3')}>
              {time}
            </time>
          </span>
          <span className="truncate text-xs text-ink-3">
            {first && `${t(`msg.side.${first.side}`)} · `}
            {conversation.subject}
          </span>
          <span className="flex items-center gap-2">
            <span className={cn('min-w-0 flex-1 truncate text-sm', unread ? 'text-ink' : 'text-ink-2')}>
              {last && (last.authorId === me.id ? t('msg.youSaid', { text: last.body }) : last.body || t('msg.erased'))}
            </span>
            {unread && (
              <span className="tabular grid h-5 min-w-5 shrink-0 place-items-center rounded-full bg-brand px-1.5 text-2xs font-semibold text-on-brand">
                <span aria-hidden>{conversation.unread > 99 ? '99+' : conversation.unread}</span>
                <span className="sr-only">{t('msg.unread', { count: conversation.unread })}</span>
              </span>
            )}
          </span>
        </span>
      </a>
    </li>
  )
}
