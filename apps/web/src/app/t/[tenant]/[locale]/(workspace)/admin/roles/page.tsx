import type { Metadata } from 'next'
import { Guard } from '@/components/shell/guard'
import { Roles } from '@/features/admin/roles'
import { getI18n } from '@/lib/i18n/server'

export async function generateMetadata(): Promise<Metadata> {
  const { t } = await getI18n()
  return { title: t('rol.title') }
}

/** Roles and what they allow. */
export default function AdminRolesPage() {
  return (
    <Guard needs="tenant.roles.read">
      <Roles />
    </Guard>
  )
}
