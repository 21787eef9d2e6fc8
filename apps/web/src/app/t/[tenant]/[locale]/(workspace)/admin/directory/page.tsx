import type { Metadata } from 'next'
import { Guard } from '@/components/shell/guard'
import { Directory } from '@/features/directory/directory'
import { getI18n } from '@/lib/i18n/server'

export async function generateMetadata(): Promise<Metadata> {
  const { t } = await getI18n()
  return { title: t('dir.title') }
}

/** The directory that keeps users and groups of the marketplace. */
export default function AdminDirectoryPage() {
  return (
    <Guard needs="tenant.scim.manage">
      <Directory />
    </Guard>
  )
}
