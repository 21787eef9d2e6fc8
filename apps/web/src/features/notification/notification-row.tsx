'use client'

import Link from 'next/link'
import type { Notification } from '@itellico/contracts/notification'
import { cn } from '@/lib/cn'
import { formatAgo } from '@/lib/format'
import { useI18n } from '@/lib/i18n/client'
import { useMarkRead } from './use-mark-read'

/** One notification; opening it marks it as read. */
export function NotificationRow({ notification, onOpen }: { notification: Notification; onOpen?: () => void }) {
  const { locale, t } = useI18n()
  const markRead = useMarkRead()
  const unread = !notification.readAt
  const read = () => unread && markRead.mutate([notification.id])
  const content = (
    <>
      <span aria-hidden className={cn('mt-2 size-1.5 rounded-full', unread ? 'bg-brand' : 'bg-transparent')} />
      <span className="grid min-w-0 flex-1 gap-0.5">
        <span className={cn('text-base', unread ? 'font-semibold' : 'text-ink-2')}>
          {notification.title}
          {unread && <span className="sr-only"> ({t('notifications.onlyUnread')})</span>}
        </span>
        <span className="line-clamp-2 text-sm text-ink-2">{notification.body}</span>
      </span>
      <time dateTime={notification.createdAt} suppressHydrationWarning className="shrink-0 text-xs text-ink-3">
        {formatAgo(notification.createdAt, locale)}
      </time>
    </>
  )
  const styles = 'flex w-full items-start gap-3 px-4 py-3 text-left hover:bg-sunken focus-visible:-outline-offset-2'
  return (
    <li className="border-b border-line last:border-b-0">
      {notification.link ? (
        <Link
          href={notification.link}
          className={styles}
          onClick={() => {
            read()
            onOpen?.()
          }}
        >
          {content}
        </Link>
      ) : (
        <button type="button" className={styles} onClick={read} title={unread ? t('notifications.markRead') : undefined}>
          {content}
        </button>
      )}
    </li>
  )
}
