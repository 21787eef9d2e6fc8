'use client'

import { useCallback } from 'react'
import { useSearchParams } from 'next/navigation'
import { cn } from '@/lib/cn'
import { useI18n } from '@/lib/i18n/client'
import { ConversationList } from './conversation-list'
import { Thread } from './thread'
import { useConversations } from './use-conversations'

/** All conversations beside the open one; on phones one after the other. The address says which is open. */
export function Messages() {
  const { t } = useI18n()
  const currentId = useSearchParams().get('c')
  const list = useConversations()
  const open = useCallback((id: string) => history.pushState(null, '', `/messages?c=${id}`), [])
  const back = useCallback(() => {
    const row = document.querySelector<HTMLElement>('[data-conversation][aria-current]')
    history.pushState(null, '', '/messages')
    row?.focus()
  }, [])
  const known = list.data?.pages.flatMap((p) => p.items).find((c) => c.id === currentId)
  return (
    <div className="-mx-4 -mt-6 -mb-24 flex h-[calc(100dvh-6.75rem-env(safe-area-inset-bottom))] lg:-mx-8 lg:-mb-12 lg:h-[calc(100dvh-3.25rem)]">
      <div className={cn('flex min-h-0 w-full flex-col border-line md:w-80 md:shrink-0 md:border-r lg:w-96', currentId && 'max-md:hidden')}>
        <ConversationList list={list} currentId={currentId} onOpen={open} />
      </div>
      <div className={cn('flex min-h-0 min-w-0 flex-1 flex-col', !currentId && 'max-md:hidden')}>
        {currentId ? (
          <Thread key={currentId} id={currentId} known={known} onBack={back} />
        ) : (
          <div className="grid flex-1 content-center justify-items-center gap-1 px-8 text-center">
            <p className="font-display text-xl font-semibold">{t('msg.pick')}</p>
            <p className="max-w-[36ch] text-ink-3">{t('msg.pickText')}</p>
          </div>
        )}
      </div>
    </div>
  )
}
