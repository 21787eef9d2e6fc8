import type { Metadata } from 'next'
import { PageHeader } from '@/components/shell/page-header'
import { Settings } from '@/features/account/settings'
import { env } from '@/lib/env'
import { getI18n } from '@/lib/i18n/server'

export async function generateMetadata(): Promise<Metadata> {
  const { t } = await getI18n()
  return { title: t('settings.title') }
}

/** The own settings of staff. */
export default async function Page() {
  const { t } = await getI18n()
  return (
    <>
      <PageHeader title={t('settings.title')} />
      <Settings apiPort={env.publicApiPort} />
    </>
  )
}
