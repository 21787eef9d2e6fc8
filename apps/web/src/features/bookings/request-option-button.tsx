'use client'

import { useState } from 'react'
import { CalendarPlus } from 'lucide-react'
import { Button } from '@/components/ui/button'
import type { ActionTarget } from '@/features/search/action-target'
import { useI18n } from '@/lib/i18n/client'
import { RequestDialog } from './request-dialog'

/** Asks the agency of a talent for an option, for an account. */
export function RequestOptionButton({ profile, size, accountId }: { profile: ActionTarget; size: 'icon' | 'full'; accountId: string }) {
  const { t } = useI18n()
  const [open, setOpen] = useState(false)
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
      {open && <RequestDialog targets={[profile]} accountId={accountId} onClose={() => setOpen(false)} />}
    </>
  )
}
