import Link from 'next/link'
import { HomeLink } from '@/components/shell/home-link'
import { buttonStyles } from '@/components/ui/button-styles'
import { EmptyState } from '@/components/ui/empty-state'
import { getI18n } from '@/lib/i18n/server'
import { isLockedOut } from '@/lib/permissions'
import { requireMe } from '@/lib/session'

/** Where people land whose role does not allow a page, or whose accounts are all suspended. */
export default async function NoAccessPage() {
  const { t } = await getI18n()
  if (!isLockedOut(await requireMe())) return <EmptyState title={t('noAccess.title')} text={t('noAccess.text')} action={<HomeLink />} />
  const toMessages = (
    <Link href="/messages" className={buttonStyles({ variant: 'outline' })}>
      {t('nav.messages')}
    </Link>
  )
  return <EmptyState title={t('noAccess.lockedTitle')} text={t('noAccess.lockedText')} action={toMessages} />
}
