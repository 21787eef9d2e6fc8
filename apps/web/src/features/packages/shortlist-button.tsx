'use client'

import Link from 'next/link'
import { Star } from 'lucide-react'
import { buttonStyles } from '@/components/ui/button-styles'
import { cn } from '@/lib/cn'
import { useI18n } from '@/lib/i18n/client'
import type { ActionTarget } from '@/features/search/action-target'

/** Puts a talent on a shortlist. */
export function ShortlistButton({ profile, size }: { profile: ActionTarget; size: 'icon' | 'full' }) {
  const { t } = useI18n()
  const href = `/client/shortlists?add=${profile.id}`
  if (size === 'full')
    return (
      <Link href={href} className={buttonStyles({ variant: 'outline', size: 'lg' })}>
        <Star />
        {t('talent.shortlist')}
      </Link>
    )
  return (
    <Link
      href={href}
      aria-label={`${t('talent.shortlist')}: ${profile.displayName}`}
      className={cn(buttonStyles({ variant: 'quiet', size: 'icon' }), 'bg-canvas text-ink')}
    >
      <Star />
    </Link>
  )
}
