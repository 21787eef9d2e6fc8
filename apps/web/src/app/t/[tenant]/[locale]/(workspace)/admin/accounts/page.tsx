import type { Metadata } from 'next'
import { Guard } from '@/components/shell/guard'
import { Accounts } from '@/features/admin/accounts'
import { getI18n } from '@/lib/i18n/server'

export async function generateMetadata(): Promise<Metadata> {
  const { t } = await getI18n()
  return { title: t('acc.title') }
}

/** All accounts of the marketplace. */
export default function AdminAccountsPage() {
  return (
    <Guard needs="tenant.accounts.read">
      <Accounts />
    </Guard>
  )
}
