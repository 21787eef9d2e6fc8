import { PageHeader } from '@/components/shell/page-header'
import { getI18n } from '@/lib/i18n/server'
export default async function Page() {
  const { t } = await getI18n()
  return <PageHeader title={t('notifications.title')} />
}
