'use client'

import { useRef, useState, type KeyboardEvent } from 'react'
import type { Conversation } from '@itellico/contracts/messaging'
import { QueryError } from '@/components/shell/query-error'
import { Button } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { Input } from '@/components/ui/input'
import { Loading, Skeleton } from '@/components/ui/skeleton'
import { useI18n } from '@/lib/i18n/client'
import { ConversationRow } from './conversation-row'
import type { useConversations } from './use-conversations'

interface Props {
  readonly list: ReturnType<typeof useConversations>
  readonly currentId: string | null
  readonly onOpen: (id: string) => void
}

const fits = (conversation: Conversation, text: string) =>
  [conversation.subject, ...conversation.participants.map((p) => p.name)].some((part) => part.toLowerCase().includes(text.toLowerCase()))

/** All conversations with their newest line. Arrow keys move through it. */
export function ConversationList({ list, currentId, onOpen }: Props) {
  const { t } = useI18n()
  const [text, setText] = useState('')
  const box = useRef<HTMLUListElement>(null)
  const all = list.data?.pages.flatMap((p) => p.items) ?? []
  const shown = text.trim() ? all.filter((c) => fits(c, text.trim())) : all
  const unread = all.reduce((sum, c) => sum + c.unread, 0)
  const move = (event: KeyboardEvent) => {
    if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return
    const rows = [...(box.current?.querySelectorAll<HTMLElement>('[data-conversation]') ?? [])]
    const at = rows.indexOf(document.activeElement as HTMLElement)
    const next = rows[event.key === 'ArrowDown' ? at + 1 : at - 1]
    if (!next) return
    event.preventDefault()
    next.focus()
  }
  return (
    <div className="flex min-h-0 flex-1 flex-col" onKeyDown={move}>
      <div className="grid gap-3 border-b border-line px-4 pt-5 pb-3 lg:pl-8">
        <div className="flex items-baseline justify-between gap-3">
          <h1 className="text-xl font-semibold tracking-[-0.02em]">{t('msg.title')}</h1>
          {unread > 0 && <p className="tabular text-xs font-medium text-brand-ink">{t('msg.unread', { count: unread })}</p>}
        </div>
        {all.length > 5 && (
          <Input
            type="search"
            aria-label={t('msg.filter')}
            placeholder={t('msg.filter')}
            value={text}
            onChange={(e) => setText(e.target.value)}
            onKeyDown={(e) => e.key === 'Escape' && setText('')}
          />
        )}
      </div>
      <div className="min-h-0 flex-1 overflow-y-auto overscroll-contain">
        {list.isPending && <ConversationListSkeleton label={t('common.loading')} />}
        {list.isError && (
          <div className="px-4 lg:pl-8">
            <QueryError cause={list.error} retry={list.refetch} />
          </div>
        )}
        {list.isSuccess && all.length === 0 && <EmptyState title={t('msg.none')} text={t('msg.noneText')} className="border-t-0 px-4 lg:pl-8" />}
        {all.length > 0 && shown.length === 0 && <p className="px-4 py-6 text-ink-3 lg:pl-8">{t('msg.noneFits', { text: text.trim() })}</p>}
        <ul ref={box} aria-label={t('msg.list')}>
          {shown.map((c) => (
            <ConversationRow key={c.id} conversation={c} current={c.id === currentId} onOpen={onOpen} />
          ))}
        </ul>
        {list.hasNextPage && (
          <div className="px-4 py-3 lg:pl-8">
            <Button variant="quiet" busy={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
              {t('notifications.more')}
            </Button>
          </div>
        )}
      </div>
    </div>
  )
}

function ConversationListSkeleton({ label }: { label: string }) {
  return (
    <Loading label={label}>
      {[0, 1, 2, 3, 4].map((i) => (
        <div key={i} className="flex gap-3 border-b border-line px-4 py-3 lg:pl-8">
          <Skeleton className="size-9" />
          <div className="grid flex-1 gap-2 py-0.5">
            <Skeleton className="h-4 w-2/5" />
            <Skeleton className="h-3 w-3/5" />
            <Skeleton className="h-4" />
          </div>
        </div>
      ))}
    </Loading>
  )
}
