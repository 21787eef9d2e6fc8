'use client'

import { useState } from 'react'
import { CalendarPlus } from 'lucide-react'
import { useSession } from '@/components/shell/use-session'
import { Button } from '@/components/ui/button'
import type { ActionTarget } from '@/features/search/action-target'
import { useI18n } from '@/lib/i18n/client'
import { membershipWith } from '@/lib/permissions'
import { RequestDialog } from './request-dialog'

/** Asks the agency of a talent for an option. */
export function RequestOptionButton({ profile, size }: { profile: ActionTarget; size: 'icon' | 'full' }) {
  const { t } = useI18n()
  const me = useSession()
  const [open, setOpen] = useState(false)
  const account = me && membershipWith(me, 'account.options.request', 'client')
  return (
    <>
      {size === 'full' ? (
        <Button size="lg" onClick={() => setOpen(true)}>
          <CalendarPlus />
          {t('profile.contact')}
        </Button>
      ) : (
        <Button
          variant="quiet"
          size="icon"
          aria-label={`${t('profile.contact')}: ${profile.displayName}`}
          className="bg-canvas text-ink"
          onClick={() => setOpen(true)}
        >
          <CalendarPlus />
        </Button>
      )}
      {open && account && <RequestDialog targets={[profile]} accountId={account.accountId} onClose={() => setOpen(false)} />}
    </>
  )
}
