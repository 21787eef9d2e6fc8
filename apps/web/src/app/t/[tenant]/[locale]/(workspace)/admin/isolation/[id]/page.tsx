import type { Metadata } from 'next'
import { Guard } from '@/components/shell/guard'
import { CheckReport } from '@/features/isolation/check-report'
import { getI18n } from '@/lib/i18n/server'

export async function generateMetadata(): Promise<Metadata> {
  const { t } = await getI18n()
  return { title: t('iso.report') }
}

/** The report of one isolation check. */
export default async function AdminIsolationReportPage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params
  return (
    <Guard needs="tenant.isolation.read">
      <CheckReport id={id} />
    </Guard>
  )
}
