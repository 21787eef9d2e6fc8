'use client'

import { ArrowLeft, ArrowRight } from 'lucide-react'
import type { Application, ApplicationStatus } from '@itellico/contracts/applications'
import { Button } from '@/components/ui/button'
import { Sheet } from '@/components/ui/sheet'
import { Status } from '@/components/ui/status'
import { formatInstant } from '@/lib/format'
import { useI18n } from '@/lib/i18n/client'
import { statusText } from '@/lib/i18n/translate'
import { useTenant } from '@/lib/me'
import { ApplicantNote } from './applicant-note'
import { ApplicantPictures, ApplicantWays } from './applicant-pictures'
import { mayBecome, verdicts, type Verdict } from './review-steps'

interface Props {
  readonly application: Application
  readonly shown: ApplicationStatus
  readonly index: number
  readonly count: number
  readonly mayReview: boolean
  readonly onDecide: (to: Verdict) => void
  readonly onNote: (note: string) => Promise<boolean>
  readonly onMove: (by: number) => void
  readonly onClose: () => void
}

/** An applicant in full, beside the grid: pictures, message, own note, decisions. */
export function ApplicantSheet({ application, shown, index, count, mayReview, onDecide, onNote, onMove, onClose }: Props) {
  const { t, locale } = useI18n()
  const { timezone } = useTenant()
  const { profile, role, status } = application
  const withdrawn = status === 'withdrawn'
  return (
    <Sheet
      open
      onOpenChange={(open) => !open && onClose()}
      title={profile.displayName}
      description={t('rev.for', { role: role.name })}
      closeLabel={t('common.close')}
      footer={
        mayReview &&
        !withdrawn &&
        verdicts.map(({ to, label, key, Icon }) => (
          <Button
            key={to}
            variant={shown === to ? 'solid' : 'outline'}
            aria-pressed={shown === to}
            aria-keyshortcuts={key}
            disabled={shown !== to && !mayBecome(status, to)}
            onClick={() => shown !== to && onDecide(to)}
            className="min-w-0 flex-1 px-2 max-sm:h-13 max-sm:flex-col max-sm:gap-1 max-sm:px-0 max-sm:text-xs"
          >
            <Icon />
            {t(label)}
          </Button>
        ))
      }
    >
      <div className="grid gap-5">
        <ApplicantPictures key={profile.id} profile={profile} />
        <div className="flex items-center justify-between gap-3">
          <Status status={shown} text={statusText(t, shown)} />
          {count > 1 && index >= 0 && (
            <div className="flex items-center gap-1">
              <span className="tabular mr-1 text-sm text-ink-3">{t('rev.position', { index: index + 1, count })}</span>
              <Button variant="quiet" size="icon" aria-label={t('rev.previous')} disabled={index === 0} focusableWhenDisabled onClick={() => onMove(-1)}>
                <ArrowLeft />
              </Button>
              <Button variant="quiet" size="icon" aria-label={t('rev.next')} disabled={index === count - 1} focusableWhenDisabled onClick={() => onMove(1)}>
                <ArrowRight />
              </Button>
            </div>
          )}
        </div>
        {withdrawn && <p className="border-l-2 border-line-strong pl-3 text-ink-2">{t('rev.withdrawn')}</p>}
        <section className="grid gap-1.5">
          <h3 className="text-sm font-medium text-ink-3">{t('rev.message')}</h3>
          {application.message ? (
            <p className="text-md text-pretty whitespace-pre-line">{application.message}</p>
          ) : (
            <p className="text-ink-3">{t('rev.noMessage')}</p>
          )}
        </section>
        <dl className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-6 gap-y-2 border-y border-line py-3">
          <dt className="text-ink-3">{t('rev.agency')}</dt>
          <dd>{application.agencyName ?? t('rev.direct')}</dd>
          {profile.city && (
            <>
              <dt className="text-ink-3">{t('rev.city')}</dt>
              <dd>{profile.city}</dd>
            </>
          )}
          <dt className="text-ink-3">{t('rev.applied')}</dt>
          <dd className="tabular">{formatInstant(application.createdAt, locale, timezone)}</dd>
        </dl>
        {mayReview && !withdrawn && (
          <ApplicantNote key={`${application.id}/${application.note ?? ''}`} application={application} fresh={shown === 'submitted'} onSave={onNote} />
        )}
        {!withdrawn && <ApplicantWays profile={profile} />}
      </div>
    </Sheet>
  )
}
