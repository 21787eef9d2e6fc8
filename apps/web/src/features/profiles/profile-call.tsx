'use client'

import Link from 'next/link'
import { usePathname } from 'next/navigation'
import type { ActionTarget } from '@/features/search/action-target'
import { ClientActions } from '@/features/search/client-actions'
import { buttonStyles } from '@/components/ui/button-styles'
import { useI18n } from '@/lib/i18n/client'

/** What somebody can do about a talent: clients act, visitors are asked in. */
export function ProfileCall({ profile }: { profile: ActionTarget }) {
  const { t } = useI18n()
  const pathname = usePathname()
  return (
    <div className="flex flex-wrap items-center gap-2">
      <ClientActions profile={profile} size="full" />
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2 signed-in:hidden">
        <Link href={`/login?next=${encodeURIComponent(pathname)}`} className={buttonStyles({ size: 'lg' })}>
          {t('profile.contact')}
        </Link>
        <p className="max-w-[32ch] text-sm text-ink-3">{t('profile.contactHint')}</p>
      </div>
    </div>
  )
}
