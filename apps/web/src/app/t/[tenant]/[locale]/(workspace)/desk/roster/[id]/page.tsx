import { Guard } from '@/components/shell/guard'
import { TalentPage } from '@/features/roster/talent-page'

/** One talent of the roster. */
export default function RosterTalentPage({ params }: { params: Promise<{ id: string }> }) {
  return (
    <Guard needs="account.profiles.read">
      {params.then(({ id }) => (
        <TalentPage id={id} />
      ))}
    </Guard>
  )
}
