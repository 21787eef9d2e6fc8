import type { Metadata } from 'next'
import { Guard } from '@/components/shell/guard'
import { AccountExports } from '@/features/account-exports/account-exports'
import { getI18n } from '@/lib/i18n/server'

export async function generateMetadata(): Promise<Metadata> {
  const { t } = await getI18n()
  return { title: t('exp.title') }
}

/** Exports of the data of an account. */
export default function DeskExportsPage() {
  return (
    <Guard needs="account.data.export">
      <AccountExports />
    </Guard>
  )
}
