import type { Metadata } from 'next'
import { Guard } from '@/components/shell/guard'
import { OwnBookings } from '@/features/talent/own-bookings'
import { getI18n } from '@/lib/i18n/server'

export async function generateMetadata(): Promise<Metadata> {
  const { t } = await getI18n()
  return { title: t('mine.title') }
}

/** Options and bookings of own profiles. */
export default function MeBookingsPage() {
  return (
    <Guard needs="user.bookings.read">
      <OwnBookings />
    </Guard>
  )
}
