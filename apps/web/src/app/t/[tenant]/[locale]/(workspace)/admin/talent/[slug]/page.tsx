import { Guard } from '@/components/shell/guard'
import { MemberTalent } from '@/features/profiles/member-talent'

/** A published talent, for those who run the marketplace. */
export default async function TalentPage({ params }: { params: Promise<{ slug: string }> }) {
  const { slug } = await params
  return (
    <Guard needs="tenant.talents.read">
      <MemberTalent slug={slug} area="admin" />
    </Guard>
  )
}
