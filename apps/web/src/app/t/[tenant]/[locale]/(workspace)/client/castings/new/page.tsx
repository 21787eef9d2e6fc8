import type { Metadata } from 'next'
import { Guard } from '@/components/shell/guard'
import { NewCasting } from '@/features/listings/casting-editor'
import { getI18n } from '@/lib/i18n/server'

export async function generateMetadata(): Promise<Metadata> {
  const { t } = await getI18n()
  return { title: t('cast.new') }
}

/** Writes a casting. */
export default function NewCastingPage() {
  return (
    <Guard needs="account.listings.manage">
      <NewCasting />
    </Guard>
  )
}
