'use client'

import { useState } from 'react'
import { MessageSquare } from 'lucide-react'
import type { ConversationTopic } from '@itellico/contracts/messaging'
import { Button } from '@/components/ui/button'
import { MessageDialog } from '@/features/bookings/message-dialog'
import { useI18n } from '@/lib/i18n/client'
import { useCan } from '@/lib/me'

interface Props {
  /** A booking and its other side, or a talent (then it goes to their agency, or from the agency to the talent). */
  readonly about: ConversationTopic
  /** Name of whoever gets the message. */
  readonly to: string
  readonly variant?: 'primary' | 'outline' | 'quiet'
  readonly size?: 'sm' | 'md'
  readonly label?: string
}

/** A button to write to somebody; goes on with the conversation there is. Shows nothing to people who may not write. */
export function StartConversation({ about, to, variant = 'quiet', size = 'md', label }: Props) {
  const { t } = useI18n()
  const may = useCan('user.messages.send')
  const [open, setOpen] = useState(false)
  if (!may) return null
  return (
    <>
      <Button variant={variant} size={size} onClick={() => setOpen(true)}>
        <MessageSquare />
        {label ?? t('book.messageName', { name: to })}
      </Button>
      {open && <MessageDialog about={about} to={to} onClose={() => setOpen(false)} />}
    </>
  )
}
