import type { Metadata } from 'next'
import { Guard } from '@/components/shell/guard'
import { TalentCalendar } from '@/features/talent/talent-calendar'
import { getI18n } from '@/lib/i18n/server'

export async function generateMetadata(): Promise<Metadata> {
  const { t } = await getI18n()
  return { title: t('cal.title') }
}

/** Options, bookings and blocked time of own profiles, by month. */
export default function MeCalendarPage() {
  return (
    <Guard needs="user.bookings.read">
      <TalentCalendar />
    </Guard>
  )
}
