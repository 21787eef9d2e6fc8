import type { Metadata } from 'next'
import { Guard } from '@/components/shell/guard'
import { FactorPolicy } from '@/features/admin/factor-policy'
import { getI18n } from '@/lib/i18n/server'

export async function generateMetadata(): Promise<Metadata> {
  const { t } = await getI18n()
  return { title: t('pol.title') }
}

/** Who must have a second step to sign in. */
export default function AdminSecurityPage() {
  return (
    <Guard needs="tenant.security.manage">
      <FactorPolicy of="tenant" />
    </Guard>
  )
}
