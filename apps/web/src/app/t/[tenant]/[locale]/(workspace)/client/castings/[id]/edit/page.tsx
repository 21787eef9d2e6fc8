import type { Metadata } from 'next'
import { Guard } from '@/components/shell/guard'
import { EditCasting } from '@/features/listings/casting-editor'
import { getI18n } from '@/lib/i18n/server'

export async function generateMetadata(): Promise<Metadata> {
  const { t } = await getI18n()
  return { title: t('cast.editTitle') }
}

/** Changes a casting. */
export default function EditCastingPage({ params }: { params: Promise<{ id: string }> }) {
  return (
    <Guard needs="account.listings.manage">
      {params.then(({ id }) => (
        <EditCasting id={id} />
      ))}
    </Guard>
  )
}
