import { Guard } from '@/components/shell/guard'
import { BookingList } from '@/features/bookings/booking-list'

/** Requests, options and bookings of a client. */
export default function ClientBookingsPage() {
  return (
    <Guard needs="account.bookings.read">
      <BookingList side="client" />
    </Guard>
  )
}
