import type { Metadata } from 'next'
import { Guard } from '@/components/shell/guard'
import { Policies } from '@/features/access/policies'
import { getI18n } from '@/lib/i18n/server'

export async function generateMetadata(): Promise<Metadata> {
  const { t } = await getI18n()
  return { title: t('acs.rulesTitle') }
}

/** The rules beside the permissions, each to be tried. */
export default function AdminRulesPage() {
  return (
    <Guard needs="tenant.roles.read">
      <Policies />
    </Guard>
  )
}
