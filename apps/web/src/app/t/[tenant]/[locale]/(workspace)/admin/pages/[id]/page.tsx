import type { Metadata } from 'next'
import { Guard } from '@/components/shell/guard'
import { LegalEditor } from '@/features/legal/legal-editor'
import { getI18n } from '@/lib/i18n/server'

export async function generateMetadata(): Promise<Metadata> {
  const { t } = await getI18n()
  return { title: t('leg.title') }
}

/** Editor of one page. */
export default async function AdminLegalPagePage({ params }: { params: Promise<{ id: string }> }) {
  return (
    <Guard needs="tenant.legal.read">
      <LegalEditor id={(await params).id} />
    </Guard>
  )
}
