import type { Metadata } from 'next'
import { Guard } from '@/components/shell/guard'
import { Domains } from '@/features/domains/domains'
import { getI18n } from '@/lib/i18n/server'

export async function generateMetadata(): Promise<Metadata> {
  const { t } = await getI18n()
  return { title: t('dom.title') }
}

/** The domains of the marketplace. */
export default function AdminDomainsPage() {
  return (
    <Guard needs="tenant.domains.read">
      <Domains />
    </Guard>
  )
}
