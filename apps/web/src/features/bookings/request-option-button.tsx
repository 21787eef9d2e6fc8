'use client'

import Link from 'next/link'
import { CalendarPlus } from 'lucide-react'
import { buttonStyles } from '@/components/ui/button-styles'
import { cn } from '@/lib/cn'
import { useI18n } from '@/lib/i18n/client'
import type { ActionTarget } from '@/features/search/action-target'

/** Asks the agency of a talent for an option. */
export function RequestOptionButton({ profile, size }: { profile: ActionTarget; size: 'icon' | 'full' }) {
  const { t } = useI18n()
  const href = `/client/requests/new?profile=${profile.slug}`
  if (size === 'full')
    return (
      <Link href={href} className={buttonStyles({ size: 'lg' })}>
        <CalendarPlus />
        {t('profile.contact')}
      </Link>
    )
  return (
    <Link
      href={href}
      aria-label={`${t('profile.contact')}: ${profile.displayName}`}
      className={cn(buttonStyles({ variant: 'quiet', size: 'icon' }), 'bg-canvas text-ink')}
    >
      <CalendarPlus />
    </Link>
  )
}
