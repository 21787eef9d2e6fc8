import { Guard } from '@/components/shell/guard'
import { TalentPage } from '@/features/roster/talent-page'

/** One talent of the roster. */
export default async function RosterTalentPage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params
  return (
    <Guard needs="account.profiles.read">
      <TalentPage id={id} />
    </Guard>
  )
}
