import type { Metadata } from 'next'
import { Guard } from '@/components/shell/guard'
import { AllKeys } from '@/features/api-keys/all-keys'
import { getI18n } from '@/lib/i18n/server'

export async function generateMetadata(): Promise<Metadata> {
  const { t } = await getI18n()
  return { title: t('key.title') }
}

/** The API keys of everybody in the marketplace. */
export default function AdminKeysPage() {
  return (
    <Guard needs="tenant.keys.read">
      <AllKeys />
    </Guard>
  )
}
