import type { Metadata } from 'next'
import { Guard } from '@/components/shell/guard'
import { Exports } from '@/features/exports/exports'
import { getI18n } from '@/lib/i18n/server'

export async function generateMetadata(): Promise<Metadata> {
  const { t } = await getI18n()
  return { title: t('exp.title') }
}

/** Exports of the marketplace. */
export default function AdminExportsPage() {
  return (
    <Guard needs="tenant.data.export">
      <Exports />
    </Guard>
  )
}
