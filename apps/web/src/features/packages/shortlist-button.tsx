'use client'

import { useState } from 'react'
import { Star } from 'lucide-react'
import { Button } from '@/components/ui/button'
import { Popover } from '@/components/ui/popover'
import type { ActionTarget } from '@/features/search/action-target'
import { useI18n } from '@/lib/i18n/client'
import { ShortlistPicker } from './shortlist-picker'

/** Puts a talent on shortlists of an account. */
export function ShortlistButton({ profile, size, accountId }: { profile: ActionTarget; size: 'icon' | 'full'; accountId: string }) {
  const { t } = useI18n()
  const [open, setOpen] = useState(false)
  const trigger =
    size === 'full' ? (
      <Button variant="outline" size="lg">
        <Star />
        {t('talent.shortlist')}
      </Button>
    ) : (
      <Button variant="quiet" size="icon" aria-label={`${t('talent.shortlist')}: ${profile.displayName}`} className="bg-canvas text-ink">
        <Star />
      </Button>
    )
  return (
    <Popover open={open} onOpenChange={setOpen} label={t('lists.putOn', { name: profile.displayName })} className="w-72 p-3" trigger={trigger}>
      {open && <ShortlistPicker profile={profile} accountId={accountId} />}
    </Popover>
  )
}
