'use client'

import { Place } from '@/components/motion/moving'
import { memo } from 'react'
import type { Application, ApplicationStatus } from '@itellico/contracts/applications'
import { MediaImage } from '@/components/ui/media-image'
import { Status } from '@/components/ui/status'
import { cn } from '@/lib/cn'
import { useI18n } from '@/lib/i18n/client'
import { statusText } from '@/lib/i18n/translate'
import type { Verdict } from './review-steps'
import { VerdictButtons } from './verdict-buttons'

interface Props {
  readonly application: Application
  readonly shown: ApplicationStatus
  /** The one that keys act on; only its controls are in the tab order. */
  readonly current: boolean
  readonly priority: boolean
  readonly mayReview: boolean
  readonly showRole: boolean
  readonly onCurrent: (id: string) => void
  readonly onOpen: (id: string) => void
  readonly onDecide: (application: Application, to: Verdict) => void
}

/** An applicant: the picture first, below it who, for what and from where, and the decisions. */
export const ApplicantCard = memo(function ApplicantCard({ application, shown, current, priority, mayReview, showRole, onCurrent, onOpen, onDecide }: Props) {
  const { t } = useI18n()
  const { id, profile, role, agencyName, source } = application
  const out = shown === 'rejected' || shown === 'withdrawn'
  const tabIndex = current ? 0 : -1
  return (
    <li onFocus={() => onCurrent(id)}>
      <Place className="grid content-start gap-2">
        <button
          type="button"
          data-applicant={id}
          tabIndex={tabIndex}
          aria-label={`${t('rev.open', { name: profile.displayName })}, ${statusText(t, shown)}`}
          onClick={() => onOpen(id)}
          className={cn('group relative block w-full scroll-my-28 text-left outline-offset-3', current && 'pointer-fine:outline-2 pointer-fine:outline-brand')}
        >
          <MediaImage
            item={profile.cover}
            alt=""
            name={profile.displayName}
            sizes="(min-width: 1536px) 15vw, (min-width: 1024px) 20vw, (min-width: 640px) 30vw, 46vw"
            priority={priority}
            className={cn('transition-[filter,opacity] duration-150', out && 'opacity-45 grayscale group-hover:opacity-80')}
          />
          <Status status={shown} text={statusText(t, shown)} className="absolute bottom-2 left-2" />
        </button>
        <div className="grid gap-0.5">
          <h3 className={cn('truncate text-md leading-tight font-semibold tracking-[-0.02em]', out && 'text-ink-2')}>{profile.displayName}</h3>
          {showRole && <p className="truncate text-sm text-ink-2">{t('rev.for', { role: role.name })}</p>}
          <p className="truncate text-sm text-ink-3">
            {[profile.city, agencyName ?? (source === 'direct' ? t('rev.direct') : null)].filter(Boolean).join(' · ')}
          </p>
        </div>
        {mayReview && shown !== 'withdrawn' && (
          <VerdictButtons name={profile.displayName} from={application.status} shown={shown} tabIndex={tabIndex} onDecide={(to) => onDecide(application, to)} />
        )}
      </Place>
    </li>
  )
})
