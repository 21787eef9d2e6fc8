import type { Metadata } from 'next'
import { Guard } from '@/components/shell/guard'
import { EditCasting } from '@/features/listings/casting-editor'
import { getI18n } from '@/lib/i18n/server'

export async function generateMetadata(): Promise<Metadata> {
  const { t } = await getI18n()
  return { title: t('cast.editTitle') }
}

/** Changes a casting. */
export default async function EditCastingPage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params
  return (
    <Guard needs="account.listings.manage">
      <EditCasting id={id} />
    </Guard>
  )
}
