import { Guard } from '@/components/shell/guard'
import { BookingPage } from '@/features/bookings/booking-page'

/** One option or booking of an agency. */
export default function DeskBookingPage({ params }: { params: Promise<{ id: string }> }) {
  return (
    <Guard needs="account.bookings.read">
      {params.then(({ id }) => (
        <BookingPage id={id} side="agency" />
      ))}
    </Guard>
  )
}
