'use client'

import { useState } from 'react'
import { useInfiniteQuery } from '@tanstack/react-query'
import { listNotifications } from '@itellico/contracts/notification'
import { QueryError } from '@/components/shell/query-error'
import { Button } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { Segmented } from '@/components/ui/segmented'
import { Loading, Skeleton } from '@/components/ui/skeleton'
import { api } from '@/lib/api.client'
import { useI18n } from '@/lib/i18n/client'
import { keys } from '@/lib/query-keys'
import { NotificationRow } from './notification-row'
import { useMarkRead } from './use-mark-read'

type Shown = 'all' | 'unread'

/** All notifications, newest first, page after page. */
export function NotificationList() {
  const { t } = useI18n()
  const [shown, setShown] = useState<Shown>('all')
  const markRead = useMarkRead()
  const list = useInfiniteQuery({
    queryKey: keys.notifications('list', shown),
    queryFn: ({ pageParam, signal }) =>
      api(listNotifications, { query: { ...(shown === 'unread' && { unread: true }), ...(pageParam && { cursor: pageParam }) }, signal }),
    initialPageParam: '',
    getNextPageParam: (last) => last.page.nextCursor,
  })
  const items = list.data?.pages.flatMap((page) => page.items) ?? []
  const unread = list.data?.pages[0]?.unread ?? 0
  return (
    <div className="grid max-w-3xl gap-4">
      <div className="flex flex-wrap items-center justify-between gap-3">
        <Segmented<Shown>
          label={t('notifications.title')}
          value={shown}
          onValueChange={setShown}
          options={[
            { value: 'all', label: t('notifications.everything') },
            { value: 'unread', label: unread > 0 ? `${t('notifications.onlyUnread')} (${unread})` : t('notifications.onlyUnread') },
          ]}
        />
        {unread > 0 && (
          <Button variant="quiet" busy={markRead.isPending} onClick={() => markRead.mutate(undefined)}>
            {t('notifications.readAll')}
          </Button>
        )}
      </div>
      {list.isPending && (
        <Loading label={t('common.loading')} className="grid gap-px">
          {[0, 1, 2, 3].map((i) => (
            <Skeleton key={i} className="h-16" />
          ))}
        </Loading>
      )}
      {list.isError && <QueryError cause={list.error} retry={list.refetch} />}
      {list.isSuccess && items.length === 0 && <EmptyState title={t('notifications.none')} text={t('notifications.noneText')} />}
      {items.length > 0 && (
        <ul className="-mx-4 border-y border-line">
          {items.map((n) => (
            <NotificationRow key={n.id} notification={n} />
          ))}
        </ul>
      )}
      {list.hasNextPage && (
        <div>
          <Button variant="outline" busy={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
            {t('notifications.more')}
          </Button>
        </div>
      )}
    </div>
  )
}
