import type { Metadata } from 'next'
import { Guard } from '@/components/shell/guard'
import { AccountPage } from '@/features/account/account-page'
import { getI18n } from '@/lib/i18n/server'

export async function generateMetadata(): Promise<Metadata> {
  const { t } = await getI18n()
  return { title: t('team.title') }
}

/** Data and members of a client. */
export default function ClientAccountPage() {
  return (
    <Guard needs="account.settings.read">
      <AccountPage />
    </Guard>
  )
}
