import type { Metadata } from 'next'
import { Guard } from '@/components/shell/guard'
import { Connections } from '@/features/sso/connections'
import { getI18n } from '@/lib/i18n/server'

export async function generateMetadata(): Promise<Metadata> {
  const { t } = await getI18n()
  return { title: t('sso.title') }
}

/** Providers through which people sign in to the marketplace. */
export default function AdminSsoPage() {
  return (
    <Guard needs="tenant.sso.manage">
      <Connections />
    </Guard>
  )
}
