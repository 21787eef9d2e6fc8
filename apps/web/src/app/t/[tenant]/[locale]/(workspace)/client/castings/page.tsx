import type { Metadata } from 'next'
import { Guard } from '@/components/shell/guard'
import { OwnCastings } from '@/features/listings/own-castings'
import { getI18n } from '@/lib/i18n/server'

export async function generateMetadata(): Promise<Metadata> {
  const { t } = await getI18n()
  return { title: t('cast.title') }
}

/** Castings of a client. */
export default function ClientCastingsPage() {
  return (
    <Guard needs="account.listings.read">
      <OwnCastings />
    </Guard>
  )
}
