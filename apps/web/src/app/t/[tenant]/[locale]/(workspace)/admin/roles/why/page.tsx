import type { Metadata } from 'next'
import { Guard } from '@/components/shell/guard'
import { Why } from '@/features/access/why'
import { getI18n } from '@/lib/i18n/server'

export async function generateMetadata(): Promise<Metadata> {
  const { t } = await getI18n()
  return { title: t('acs.whyTitle') }
}

/** Why somebody may do something, or may not. */
export default function AdminWhyPage() {
  return (
    <Guard needs="tenant.roles.read">
      <Why />
    </Guard>
  )
}
