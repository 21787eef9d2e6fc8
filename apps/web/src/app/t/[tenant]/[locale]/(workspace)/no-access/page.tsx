import { HomeLink } from '@/components/shell/home-link'
import { EmptyState } from '@/components/ui/empty-state'
import { getI18n } from '@/lib/i18n/server'

/** Where people land whose role does not allow a page. */
export default async function NoAccessPage() {
  const { t } = await getI18n()
  return <EmptyState title={t('noAccess.title')} text={t('noAccess.text')} action={<HomeLink />} />
}
