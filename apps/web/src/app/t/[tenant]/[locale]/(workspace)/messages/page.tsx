import type { Metadata } from 'next'
import { Guard } from '@/components/shell/guard'
import { Messages } from '@/features/messaging/messages'
import { getI18n } from '@/lib/i18n/server'

export async function generateMetadata(): Promise<Metadata> {
  const { t } = await getI18n()
  return { title: t('msg.title') }
}

/** Conversations with the other sides of bookings and with agencies. */
export default function MessagesPage() {
  return (
    <Guard needs="user.messages.read">
      <Messages />
    </Guard>
  )
}
