import type { Metadata } from 'next'
import { Guard } from '@/components/shell/guard'
import { OwnApplications } from '@/features/talent/own-applications'
import { getI18n } from '@/lib/i18n/server'

export async function generateMetadata(): Promise<Metadata> {
  const { t } = await getI18n()
  return { title: t('apps.title') }
}

/** Own applications. */
export default function MeApplicationsPage() {
  return (
    <Guard needs="user.applications.read">
      <OwnApplications />
    </Guard>
  )
}
