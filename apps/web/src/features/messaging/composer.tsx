'use client'

import { useEffect, useRef, type KeyboardEvent } from 'react'
import { ArrowUp } from 'lucide-react'
import { Button } from '@/components/ui/button'
import { controlStyles } from '@/components/ui/input'
import { cn } from '@/lib/cn'
import { useI18n } from '@/lib/i18n/client'
import { setDraft, useOutbox } from './outbox'
import { useTellTyping } from './use-presence'

const LONGEST = 5000

/** Where one writes: Enter sends, Shift and Enter makes a new line. */
export function Composer({ conversationId, names, onSend }: { conversationId: string; names: string; onSend: (body: string) => void }) {
  const { t } = useI18n()
  const text = useOutbox((s) => s.drafts[conversationId] ?? '')
  const tell = useTellTyping(conversationId)
  const box = useRef<HTMLTextAreaElement>(null)
  // On phones the keyboard would cover what one came to read.
  useEffect(() => {
    if (matchMedia('(pointer: fine)').matches) box.current?.focus({ preventScroll: true })
  }, [conversationId])
  const tooLong = text.length > LONGEST
  const send = () => {
    if (!text.trim() || tooLong) return
    onSend(text.trim())
    setDraft(conversationId, '')
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return
    event.preventDefault()
    send()
  }
  return (
    <form
      className="border-t border-line bg-canvas px-4 pt-3 pb-3 lg:px-6"
      onSubmit={(event) => {
        event.preventDefault()
        send()
      }}
    >
      <div className="flex items-end gap-2">
        <textarea
          ref={box}
          rows={1}
          value={text}
          aria-label={t('msg.write')}
          aria-describedby="composer-hint"
          aria-invalid={tooLong || undefined}
          placeholder={t('msg.placeholder', { names })}
          onChange={(event) => {
            setDraft(conversationId, event.target.value)
            if (event.target.value) tell()
          }}
          onKeyDown={onKeyDown}
          className={cn(controlStyles, 'field-sizing-content max-h-40 min-h-10 resize-none py-2')}
        />
        <Button type="submit" aria-label={t('msg.send')} disabled={!text.trim() || tooLong} className="h-10 w-10 px-0">
          <ArrowUp />
        </Button>
      </div>
      <p id="composer-hint" className={cn('pt-1.5 text-2xs max-lg:sr-only', tooLong ? 'text-bad' : 'text-ink-3')}>
        {tooLong ? t('msg.tooLong') : t('msg.hint')}
      </p>
    </form>
  )
}
