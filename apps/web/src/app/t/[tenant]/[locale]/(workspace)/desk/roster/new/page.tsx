import { Guard } from '@/components/shell/guard'
import { NewTalent } from '@/features/roster/new-talent'

/** Adds a talent to the roster. */
export default function NewTalentPage() {
  return (
    <Guard needs="account.profiles.create">
      <NewTalent />
    </Guard>
  )
}
