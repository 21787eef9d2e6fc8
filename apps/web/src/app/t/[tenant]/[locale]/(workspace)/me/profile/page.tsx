import type { Metadata } from 'next'
import { Guard } from '@/components/shell/guard'
import { OwnProfile } from '@/features/talent/own-profile'
import { getI18n } from '@/lib/i18n/server'

export async function generateMetadata(): Promise<Metadata> {
  const { t } = await getI18n()
  return { title: t('own.title') }
}

/** Own profiles and their forms. */
export default function MeProfilePage() {
  return (
    <Guard needs="user.profiles.read">
      <OwnProfile />
    </Guard>
  )
}
