'use client'

import Link from 'next/link'
import { buttonStyles } from '@/components/ui/button-styles'
import { useI18n } from '@/lib/i18n/client'
import { usePerson } from '@/lib/me'
import { homeOf } from '@/lib/permissions'

/** Leads to the start page of the signed-in person. */
export function HomeLink() {
  const { t } = useI18n()
  const { me, accountId } = usePerson()
  return (
    <Link href={homeOf(me, accountId)} className={buttonStyles({ variant: 'outline' })}>
      {t('noAccess.home')}
    </Link>
  )
}
