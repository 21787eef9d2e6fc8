'use client'

import type { Booking } from '@itellico/contracts/bookings'
import { EmptyState } from '@/components/ui/empty-state'
import { MediaImage } from '@/components/ui/media-image'
import { Sheet } from '@/components/ui/sheet'
import { Status } from '@/components/ui/status'
import { BookingFacts } from '@/features/bookings/booking-facts'
import { StartConversation } from '@/features/messaging/start-conversation'
import { useI18n } from '@/lib/i18n/client'
import { rankMeaning, rankText } from './talent-words'

/** One option or booking of the person beside the list, with the way to write to the agency. */
export function OwnBookingSheet({ booking, onClose }: { booking: Booking | null; onClose: () => void }) {
  const { t } = useI18n()
  return (
    <Sheet
      open
      onOpenChange={(open) => !open && onClose()}
      title={booking?.title ?? t('book.booking')}
      description={booking?.client.name}
      closeLabel={t('common.close')}
    >
      {booking ? (
        <div className="grid gap-5">
          <div className="grid grid-cols-[5.5rem_minmax(0,1fr)] items-end gap-4">
            <MediaImage item={booking.profile.cover} alt="" name={booking.profile.displayName} sizes="6rem" ratio="3/4" variant="thumb" />
            <div className="grid gap-1.5">
              <p className="font-display text-xl leading-tight font-semibold">{booking.profile.displayName}</p>
              <p>
                <Status status={booking.status} text={rankText(t, booking)} />
              </p>
              <p className="text-sm text-ink-2">{rankMeaning(t, booking)}</p>
            </div>
          </div>
          <BookingFacts booking={booking} side="agency" />
          <p className="flex flex-wrap items-center justify-between gap-2 text-ink-2">
            {t('me.through', { agency: booking.agency.name })}
            <StartConversation about={{ bookingId: booking.id, with: 'agency' }} to={booking.agency.name} variant="outline" />
          </p>
        </div>
      ) : (
        <EmptyState title={t('mine.gone')} className="border-t-0" />
      )}
    </Sheet>
  )
}
