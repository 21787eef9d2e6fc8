'use client'

import { LockKeyhole } from 'lucide-react'
import type { Listing } from '@itellico/contracts/listings'
import { formatMoney } from '@/lib/format'
import { useI18n } from '@/lib/i18n/client'

/** Roles that cannot change any more because somebody has applied for them, and why. */
export function LockedRoles({ casting }: { casting: Listing }) {
  const { t, locale } = useI18n()
  const count = casting.applicationCount
  return (
    <div className="grid gap-4">
      <div className="flex gap-3 border-l-2 border-info bg-info-wash px-4 py-3">
        <LockKeyhole aria-hidden className="mt-0.5 size-4 shrink-0 text-info" />
        <div className="grid gap-1">
          <p className="font-semibold text-info">{t('cast.locked')}</p>
          <p className="text-ink-2">{count > 1 ? t('cast.lockedText', { count }) : t('cast.lockedTextOne')}</p>
        </div>
      </div>
      <ul className="border-t border-line-strong">
        {casting.roles.map((role) => (
          <li key={role.id} className="grid gap-x-6 gap-y-1 border-b border-line py-3 sm:grid-cols-[minmax(0,1fr)_auto]">
            <div className="grid gap-0.5">
              <h3 className="text-md font-semibold">{role.name}</h3>
              {role.description && <p className="text-ink-2">{role.description}</p>}
            </div>
            <p className="tabular sm:text-right">
              <span className="font-medium">{role.fee ? formatMoney(role.fee, locale) : t('castings.feeOpen')}</span>
              <span className="text-ink-3"> · {t('castings.people', { count: role.quantity })}</span>
            </p>
          </li>
        ))}
      </ul>
    </div>
  )
}
