import type { Metadata } from 'next'
import { Guard } from '@/components/shell/guard'
import { Branding } from '@/features/branding/branding'
import { getI18n } from '@/lib/i18n/server'

export async function generateMetadata(): Promise<Metadata> {
  const { t } = await getI18n()
  return { title: t('brand.title') }
}

/** Branding and settings of the marketplace. */
export default function AdminBrandingPage() {
  return (
    <Guard needs="tenant.settings.read">
      <Branding />
    </Guard>
  )
}
