import type { Metadata } from 'next'
import { Guard } from '@/components/shell/guard'
import { CastingReview } from '@/features/applications/casting-review'
import { getI18n } from '@/lib/i18n/server'

export async function generateMetadata(): Promise<Metadata> {
  const { t } = await getI18n()
  return { title: t('cast.title') }
}

/** Applicants of a casting. */
export default async function ClientCastingPage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params
  return (
    <Guard needs="account.applications.read">
      <CastingReview id={id} />
    </Guard>
  )
}
