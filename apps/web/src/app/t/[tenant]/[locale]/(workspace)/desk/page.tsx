import { Guard } from '@/components/shell/guard'
import { DeskHome } from '@/features/bookings/desk/desk-home'

/** What an agency sees first. */
export default function DeskPage() {
  return (
    <Guard needs="account.settings.read">
      <DeskHome />
    </Guard>
  )
}
