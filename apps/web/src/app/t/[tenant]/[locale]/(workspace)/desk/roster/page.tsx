import { Guard } from '@/components/shell/guard'
import { Roster } from '@/features/roster/roster'

/** The roster of an agency. */
export default function RosterPage() {
  return (
    <Guard needs="account.profiles.read">
      <Roster />
    </Guard>
  )
}
