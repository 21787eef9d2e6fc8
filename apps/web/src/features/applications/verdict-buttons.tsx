'use client'

import type { ApplicationStatus } from '@itellico/contracts/applications'
import { Button } from '@/components/ui/button'
import { Tooltip } from '@/components/ui/tooltip'
import { cn } from '@/lib/cn'
import { useI18n } from '@/lib/i18n/client'
import { mayBecome, verdicts, type Verdict } from './review-steps'

interface Props {
  readonly name: string
  /** State that the API knows: decides what is possible. */
  readonly from: ApplicationStatus
  /** State that is shown. */
  readonly shown: ApplicationStatus
  readonly tabIndex?: number
  readonly onDecide: (to: Verdict) => void
}

/** The decisions on an applicant as signs in a row; the one that holds is filled. */
export function VerdictButtons({ name, from, shown, tabIndex, onDecide }: Props) {
  const { t } = useI18n()
  return (
    <div role="group" aria-label={name} className="grid grid-cols-4 border border-line">
      {verdicts.map(({ to, label, key, Icon }) => {
        const held = shown === to
        return (
          <Tooltip key={to} label={`${t(label)} (${key.toUpperCase()})`}>
            <Button
              variant="quiet"
              aria-label={t('rev.actFor', { act: t(label), name })}
              aria-pressed={held}
              disabled={!held && !mayBecome(from, to)}
              focusableWhenDisabled={false}
              {...(tabIndex !== undefined && { tabIndex })}
              onClick={() => !held && onDecide(to)}
              className={cn(
                'rounded-none border-r border-line px-0 last:border-r-0 data-disabled:opacity-30',
                held && 'bg-ink text-canvas hover:bg-ink hover:text-canvas',
              )}
            >
              <Icon />
            </Button>
          </Tooltip>
        )
      })}
    </div>
  )
}
