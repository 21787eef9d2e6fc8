import { PageSkeleton } from '@/components/shell/page-skeleton'
import { getI18n } from '@/lib/i18n/server'

/** Shown at once while a signed-in page is on its way. */
export default async function WorkspaceLoading() {
  const { t } = await getI18n()
  return <PageSkeleton label={t('common.loading')} />
}
