import { Guard } from '@/components/shell/guard'
import { BookingPage } from '@/features/bookings/booking-page'

/** One option or booking of an agency. */
export default async function DeskBookingPage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params
  return (
    <Guard needs="account.bookings.read">
      <BookingPage id={id} side="agency" />
    </Guard>
  )
}
