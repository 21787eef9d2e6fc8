import type { Metadata } from 'next'
import { Guard } from '@/components/shell/guard'
import { CastingReview } from '@/features/applications/casting-review'
import { getI18n } from '@/lib/i18n/server'

export async function generateMetadata(): Promise<Metadata> {
  const { t } = await getI18n()
  return { title: t('cast.title') }
}

/** Applicants of a casting. */
export default function ClientCastingPage({ params }: { params: Promise<{ id: string }> }) {
  return (
    <Guard needs="account.applications.read">
      {params.then(({ id }) => (
        <CastingReview id={id} />
      ))}
    </Guard>
  )
}
