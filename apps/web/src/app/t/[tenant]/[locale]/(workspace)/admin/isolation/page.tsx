import type { Metadata } from 'next'
import { Guard } from '@/components/shell/guard'
import { IsolationChecks } from '@/features/isolation/isolation-checks'
import { getI18n } from '@/lib/i18n/server'

export async function generateMetadata(): Promise<Metadata> {
  const { t } = await getI18n()
  return { title: t('iso.title') }
}

/** Isolation checks of the marketplace. */
export default function AdminIsolationPage() {
  return (
    <Guard needs="tenant.isolation.read">
      <IsolationChecks />
    </Guard>
  )
}
