import { Guard } from '@/components/shell/guard'
import { BookingPage } from '@/features/bookings/booking-page'

/** One option or booking of a client. */
export default async function ClientBookingPage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params
  return (
    <Guard needs="account.bookings.read">
      <BookingPage id={id} side="client" />
    </Guard>
  )
}
