import type { Metadata } from 'next'
import { Guard } from '@/components/shell/guard'
import { Users } from '@/features/admin/users'
import { getI18n } from '@/lib/i18n/server'

export async function generateMetadata(): Promise<Metadata> {
  const { t } = await getI18n()
  return { title: t('usr.title') }
}

/** Everybody with a login in the marketplace. */
export default function AdminUsersPage() {
  return (
    <Guard needs="tenant.users.read">
      <Users />
    </Guard>
  )
}
