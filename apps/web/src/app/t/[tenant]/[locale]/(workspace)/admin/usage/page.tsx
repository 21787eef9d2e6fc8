import type { Metadata } from 'next'
import { Guard } from '@/components/shell/guard'
import { OwnUsage } from '@/features/usage/own-usage'
import { getI18n } from '@/lib/i18n/server'

export async function generateMetadata(): Promise<Metadata> {
  const { t } = await getI18n()
  return { title: t('use.title') }
}

/** What the marketplace uses of its plan. */
export default function AdminUsagePage() {
  return (
    <Guard needs="tenant.usage.read">
      <OwnUsage />
    </Guard>
  )
}
