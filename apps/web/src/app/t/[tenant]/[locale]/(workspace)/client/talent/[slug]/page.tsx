import { Guard } from '@/components/shell/guard'
import { MemberTalent } from '@/features/profiles/member-talent'

/** A talent as a client sees one. */
export default async function TalentPage({ params }: { params: Promise<{ slug: string }> }) {
  const { slug } = await params
  return (
    <Guard needs="account.talents.read">
      <MemberTalent slug={slug} area="client" />
    </Guard>
  )
}
