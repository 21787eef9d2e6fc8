'use client'

import { useState } from 'react'
import { useRouter } from 'next/navigation'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { toast } from 'sonner'
import { startConversation, type ConversationTopic } from '@itellico/contracts/messaging'
import { Button } from '@/components/ui/button'
import { Dialog, DialogClose } from '@/components/ui/dialog'
import { Field } from '@/components/ui/field'
import { Textarea } from '@/components/ui/input'
import { api, newIdempotencyKey } from '@/lib/api.client'
import { useI18n } from '@/lib/i18n/client'
import { problemText } from '@/lib/problems'

/** Writes the first (or next) message about a booking or a talent and offers the way to the conversation. */
export function MessageDialog({ about, to, onClose }: { about: ConversationTopic; to: string; onClose: () => void }) {
  const { t } = useI18n()
  const router = useRouter()
  const client = useQueryClient()
  const [body, setBody] = useState('')
  const [key] = useState(newIdempotencyKey)
  const send = useMutation({
    mutationFn: () => api(startConversation, { body: { about, body }, idempotencyKey: key }),
    onSuccess: ({ id }) => {
      void client.invalidateQueries({ queryKey: ['conversations'] })
      toast.success(t('book.messageSent', { name: to }), { action: { label: t('common.open'), onClick: () => router.push(`/messages?c=${id}`) } })
      onClose()
    },
  })
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={t('book.messageTo', { name: to })}
      closeLabel={t('common.close')}
      footer={
        <>
          <DialogClose render={<Button variant="outline" />}>{t('common.cancel')}</DialogClose>
          <Button busy={send.isPending} disabled={!body.trim()} onClick={() => send.mutate()}>
            {t('book.send')}
          </Button>
        </>
      }
    >
      <Field label={t('book.message')} error={send.isError ? problemText(send.error, t) : undefined}>
        <Textarea
          rows={5}
          maxLength={5000}
          value={body}
          autoFocus
          onChange={(e) => setBody(e.target.value)}
          onKeyDown={(e) => {
            if (e.key === 'Enter' && (e.metaKey || e.ctrlKey) && body.trim()) send.mutate()
          }}
        />
      </Field>
    </Dialog>
  )
}
