import type { Metadata } from 'next'
import { Guard } from '@/components/shell/guard'
import { TemplatePage } from '@/features/templates/template-page'
import { getI18n } from '@/lib/i18n/server'

export async function generateMetadata(): Promise<Metadata> {
  const { t } = await getI18n()
  return { title: t('tpl.title') }
}

/** The template of the marketplace and the way to its newest version. */
export default function AdminTemplatePage() {
  return (
    <Guard needs="tenant.templates.read">
      <TemplatePage />
    </Guard>
  )
}
