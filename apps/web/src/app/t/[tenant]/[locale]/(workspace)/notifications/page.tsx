import type { Metadata } from 'next'
import { PageHeader } from '@/components/shell/page-header'
import { NotificationList } from '@/features/notification/notification-list'
import { getI18n } from '@/lib/i18n/server'

export async function generateMetadata(): Promise<Metadata> {
  const { t } = await getI18n()
  return { title: t('notifications.title') }
}

/** All notifications of the signed-in person. */
export default async function Page() {
  const { t } = await getI18n()
  return (
    <>
      <PageHeader title={t('notifications.title')} />
      <NotificationList />
    </>
  )
}
