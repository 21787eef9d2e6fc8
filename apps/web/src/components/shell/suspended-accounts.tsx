'use client'

import { useEffect, useRef } from 'react'
import { useRouter } from 'next/navigation'
import { useI18n } from '@/lib/i18n/client'
import { usePerson } from '@/lib/me'
import { homeOf, isLockedOut } from '@/lib/permissions'

/** Says which accounts of the person are suspended: nobody can act for them, and nobody should have to guess why. */
export function SuspendedAccounts() {
  const { t } = useI18n()
  const { me, accountId } = usePerson()
  const router = useRouter()
  const locked = isLockedOut(me)
  const wasLocked = useRef(locked)
  const home = homeOf(me, accountId)
  useEffect(() => {
    // whoever waited for it is back at work
    if (wasLocked.current && !locked) router.replace(home)
    wasLocked.current = locked
  }, [locked, home, router])
  if (me.suspended.length === 0) return null
  const names = me.suspended.map((a) => a.accountName).join(', ')
  return (
    <div role="alert" className="mb-6 border-l-2 border-warn bg-warn-wash px-4 py-2.5 text-warn">
      <p>
        <strong className="font-semibold">{t('suspended.account', { names })}</strong> {t('suspended.accountText')}
      </p>
    </div>
  )
}
