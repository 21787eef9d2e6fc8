import { Guard } from '@/components/shell/guard'
import { BookingList } from '@/features/bookings/booking-list'

/** Requests, options and bookings of an agency. */
export default function DeskBookingsPage() {
  return (
    <Guard needs="account.bookings.read">
      <BookingList side="agency" />
    </Guard>
  )
}
