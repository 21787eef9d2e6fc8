import type { Metadata } from 'next'
import { Guard } from '@/components/shell/guard'
import { SchemaEditor } from '@/features/schema-editor/schema-editor'
import { getI18n } from '@/lib/i18n/server'

export async function generateMetadata(): Promise<Metadata> {
  const { t } = await getI18n()
  return { title: t('fld.title') }
}

/** The fields that the marketplace keeps on a profile. */
export default function AdminFieldsPage() {
  return (
    <Guard needs="tenant.schemas.read">
      <SchemaEditor />
    </Guard>
  )
}
