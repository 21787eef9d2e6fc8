import type { Metadata } from 'next'
import { Guard } from '@/components/shell/guard'
import { AdminHome } from '@/features/admin/admin-home'
import { getI18n } from '@/lib/i18n/server'

export async function generateMetadata(): Promise<Metadata> {
  const { t } = await getI18n()
  return { title: t('adm.title') }
}

/** Start page of those who run the marketplace. */
export default function AdminPage() {
  return (
    <Guard needs="tenant.settings.read">
      <AdminHome />
    </Guard>
  )
}
