'use client'

import { useState } from 'react'
import Link from 'next/link'
import { useQuery } from '@tanstack/react-query'
import { Bell } from 'lucide-react'
import { listNotifications } from '@itellico/contracts/notification'
import { buttonStyles } from '@/components/ui/button-styles'
import { Popover } from '@/components/ui/popover'
import { Skeleton } from '@/components/ui/skeleton'
import { NotificationRow } from '@/features/notification/notification-row'
import { useMarkRead } from '@/features/notification/use-mark-read'
import { api } from '@/lib/api.client'
import { useI18n } from '@/lib/i18n/client'
import { keys } from '@/lib/query-keys'

const SHOWN = 6

/** How many notifications are unread, and the newest of them. Kept up to date by live pushes. */
export function NotificationBell({ href }: { href: string }) {
  const { t } = useI18n()
  const [open, setOpen] = useState(false)
  const { data } = useQuery({ queryKey: keys.notifications('bell'), queryFn: ({ signal }) => api(listNotifications, { query: { limit: SHOWN }, signal }) })
  const markRead = useMarkRead()
  const unread = data?.unread ?? 0
  const label = unread > 0 ? `${t('notifications.title')}, ${t('notifications.unread', { count: unread })}` : t('notifications.title')
  return (
    <Popover
      open={open}
      onOpenChange={setOpen}
      label={t('notifications.title')}
      className="w-96"
      trigger={
        <button type="button" aria-label={label} className={`${buttonStyles({ variant: 'quiet', size: 'icon' })} relative`}>
          <Bell />
          {unread > 0 && (
            <span
              aria-hidden
              className="tabular absolute top-0 right-0 min-w-4 rounded-full bg-brand px-1 text-center text-2xs leading-4 font-semibold text-on-brand"
            >
              {unread > 99 ? '99+' : unread}
            </span>
          )}
        </button>
      }
    >
      <div className="flex items-center justify-between gap-4 border-b border-line px-4 py-3">
        <h2 className="text-md font-semibold">{t('notifications.title')}</h2>
        {unread > 0 && (
          <button type="button" className="text-sm text-ink-2 link" onClick={() => markRead.mutate(undefined)}>
            {t('notifications.readAll')}
          </button>
        )}
      </div>
      {!data && (
        <div className="grid gap-2 p-4">
          {[0, 1, 2].map((i) => (
            <Skeleton key={i} className="h-12" />
          ))}
        </div>
      )}
      {data?.items.length === 0 && (
        <div className="grid gap-1 px-4 py-6">
          <p className="font-semibold">{t('notifications.none')}</p>
          <p className="text-sm text-ink-3">{t('notifications.noneText')}</p>
        </div>
      )}
      <ul className="max-h-[60dvh] overflow-y-auto">
        {data?.items.map((n) => (
          <NotificationRow key={n.id} notification={n} onOpen={() => setOpen(false)} />
        ))}
      </ul>
      <div className="border-t border-line px-4 py-2.5">
        <Link href={href} onClick={() => setOpen(false)} className="text-sm link">
          {t('notifications.all')}
        </Link>
      </div>
    </Popover>
  )
}
