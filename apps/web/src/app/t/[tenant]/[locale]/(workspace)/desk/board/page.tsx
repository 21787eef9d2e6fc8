import { Guard } from '@/components/shell/guard'
import { Board } from '@/features/bookings/board/board'

/** The chart board of an agency. */
export default function BoardPage() {
  return (
    <Guard needs="account.bookings.read">
      <Board />
    </Guard>
  )
}
