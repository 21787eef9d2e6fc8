import type { Metadata } from 'next'
import { Guard } from '@/components/shell/guard'
import { LegalPages } from '@/features/legal/legal-pages'
import { getI18n } from '@/lib/i18n/server'

export async function generateMetadata(): Promise<Metadata> {
  const { t } = await getI18n()
  return { title: t('leg.title') }
}

/** Imprint, privacy, terms and further pages. */
export default function AdminLegalPagesPage() {
  return (
    <Guard needs="tenant.legal.read">
      <LegalPages />
    </Guard>
  )
}
