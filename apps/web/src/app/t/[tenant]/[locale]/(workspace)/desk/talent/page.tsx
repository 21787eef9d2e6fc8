import type { Metadata } from 'next'
import { Guard } from '@/components/shell/guard'
import { MemberSearch } from '@/features/search/member-search'
import { getI18n } from '@/lib/i18n/server'

export async function generateMetadata(): Promise<Metadata> {
  const { t } = await getI18n()
  return { title: t('nav.search') }
}

/** The search of an agency, beyond its own roster. */
export default function TalentsPage() {
  return (
    <Guard needs="account.talents.read">
      <MemberSearch area="desk" />
    </Guard>
  )
}
