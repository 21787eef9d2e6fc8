import type { Metadata } from 'next'
import { Guard } from '@/components/shell/guard'
import { OpenCastings } from '@/features/applications/open-castings'
import { getI18n } from '@/lib/i18n/server'

export async function generateMetadata(): Promise<Metadata> {
  const { t } = await getI18n()
  return { title: t('sub.title') }
}

/** Open castings, to submit talents to. */
export default function DeskCastingsPage() {
  return (
    <Guard needs="account.applications.submit">
      <OpenCastings />
    </Guard>
  )
}
