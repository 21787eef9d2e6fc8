'use client'

import { useEffect, useMemo } from 'react'
import Link from 'next/link'
import { ArrowLeft, CalendarRange } from 'lucide-react'
import type { Conversation } from '@itellico/contracts/messaging'
import { QueryError } from '@/components/shell/query-error'
import { Button } from '@/components/ui/button'
import { buttonStyles } from '@/components/ui/button-styles'
import { EmptyState } from '@/components/ui/empty-state'
import { Loading, Skeleton } from '@/components/ui/skeleton'
import { useI18n } from '@/lib/i18n/client'
import { useCan, usePerson } from '@/lib/me'
import { problemCode } from '@/lib/problems'
import { Composer } from './composer'
import { useOutbox, useSend } from './outbox'
import { bookingHref, namesText, othersOf, sideOf } from './people'
import { ThreadLog } from './thread-log'
import { useConversation, useMessages, useReadMark } from './use-conversations'

/** One conversation: head, what was said, where one writes. Esc leads back. */
export function Thread({ id, known, onBack }: { id: string; known: Conversation | undefined; onBack: () => void }) {
  const { t } = useI18n()
  const { me } = usePerson()
  const mayWrite = useCan('user.messages.send')
  const { data: conversation, error, refetch } = useConversation(id, known)
  const messages = useMessages(id)
  const outbox = useOutbox((s) => s.pending)
  const { send, retry } = useSend()
  const lines = useMemo(() => (messages.data?.pages.flatMap((p) => p.items) ?? []).toReversed(), [messages.data])
  const pending = useMemo(() => outbox.filter((p) => p.conversationId === id), [outbox, id])
  useReadMark(conversation, lines.at(-1))
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key === 'Escape' && !event.defaultPrevented && !document.querySelector('[role=dialog],[role=menu],[role=listbox]')) onBack()
    }
    addEventListener('keydown', onKey)
    return () => removeEventListener('keydown', onKey)
  }, [onBack])

  if (error && !conversation)
    return problemCode(error) === 'access.not_found' ? (
      <EmptyState title={t('msg.gone')} text={t('msg.goneText')} action={<Button onClick={onBack}>{t('msg.back')}</Button>} className="border-t-0 px-6" />
    ) : (
      <div className="px-6">
        <QueryError cause={error} retry={refetch} />
      </div>
    )
  if (!conversation || messages.isPending) return <ThreadSkeleton label={t('common.loading')} />
  const others = othersOf(conversation, me.id)
  const names = namesText(others, t)
  const href = bookingHref(conversation, sideOf(conversation, me.id))
  return (
    <section aria-label={conversation.subject} className="flex min-h-0 flex-1 flex-col">
      <header className="flex items-center gap-3 border-b border-line px-4 py-3 lg:px-6">
        <Button variant="quiet" size="icon" aria-label={t('msg.back')} onClick={onBack} className="-ml-2 md:hidden">
          <ArrowLeft />
        </Button>
        <div className="min-w-0 flex-1">
          <h2 className="truncate text-lg font-semibold">{conversation.subject}</h2>
          <p className="truncate text-xs text-ink-3">{others.map((p) => `${p.name} (${t(`msg.side.${p.side}`)})`).join(', ')}</p>
        </div>
        {href && (
          <Link href={href} aria-label={t('msg.booking')} className={buttonStyles({ variant: 'outline' })}>
            <CalendarRange />
            <span className="max-sm:sr-only">{t('msg.booking')}</span>
          </Link>
        )}
      </header>
      {messages.isError ? (
        <div className="flex-1 px-6">
          <QueryError cause={messages.error} retry={messages.refetch} />
        </div>
      ) : (
        <ThreadLog
          conversation={conversation}
          messages={lines}
          pending={pending}
          names={names}
          hasOlder={messages.hasNextPage}
          loadingOlder={messages.isFetchingNextPage}
          onOlder={() => void messages.fetchNextPage()}
          onRetry={retry}
        />
      )}
      {mayWrite ? (
        <Composer conversationId={id} names={names} onSend={(body) => send(id, body)} />
      ) : (
        <p className="border-t border-line px-4 py-3 text-sm text-ink-3 lg:px-6">{t('msg.readOnly')}</p>
      )}
    </section>
  )
}

function ThreadSkeleton({ label }: { label: string }) {
  const bubbles = ['w-1/2', 'w-2/3', 'ml-auto w-2/5', 'w-1/3', 'ml-auto w-1/2']
  return (
    <Loading label={label} className="flex min-h-0 flex-1 flex-col">
      <div className="grid gap-2 border-b border-line px-4 py-3 lg:px-6">
        <Skeleton className="h-6 w-56" />
        <Skeleton className="h-4 w-40" />
      </div>
      <div className="grid flex-1 content-end gap-4 px-4 pb-8 lg:px-6">
        {bubbles.map((width) => (
          <Skeleton key={width} className={`h-9 rounded-lg ${width}`} />
        ))}
      </div>
      <div className="border-t border-line px-4 py-3 lg:px-6">
        <Skeleton className="h-10" />
      </div>
    </Loading>
  )
}
