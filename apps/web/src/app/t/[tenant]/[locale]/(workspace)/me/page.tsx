import type { Metadata } from 'next'
import { Guard } from '@/components/shell/guard'
import { TalentHome } from '@/features/talent/talent-home'
import { getI18n } from '@/lib/i18n/server'

export async function generateMetadata(): Promise<Metadata> {
  const { t } = await getI18n()
  return { title: t('nav.me') }
}

/** Start page of talents and guardians. */
export default function MePage() {
  return (
    <Guard needs="user.profiles.read">
      <TalentHome />
    </Guard>
  )
}
