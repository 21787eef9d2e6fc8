'use client'

import { PageHeader } from '@/components/shell/page-header'
import { Breadcrumb } from '@/components/ui/breadcrumb'
import { Loading, Skeleton } from '@/components/ui/skeleton'
import { Status } from '@/components/ui/status'
import type { Listing } from '@itellico/contracts/listings'
import { CastingActions } from '@/features/listings/casting-actions'
import { deadlineOf, feeOf, whenOf } from '@/features/listings/listing-facts'
import { useI18n } from '@/lib/i18n/client'
import { statusText } from '@/lib/i18n/translate'
import { useTenant } from '@/lib/me'

/** Head of the review: which casting, its facts in one line, and what can be done with it. */
export function CastingHead({ casting }: { casting: Listing }) {
  const { t, locale } = useI18n()
  const { timezone } = useTenant()
  const facts = [
    whenOf(casting, locale, t),
    casting.location ?? t('castings.placeOpen'),
    feeOf(casting, locale, t),
    casting.deadline ? t('castings.deadline', { date: deadlineOf(casting, locale, timezone, t) }) : t('castings.noDeadline'),
  ]
  return (
    <PageHeader
      title={casting.title}
      trail={<Breadcrumb label={t('book.trail')} items={[{ label: t('cast.title'), href: '/client/castings' }, { label: casting.title }]} />}
      lead={
        <span className="flex flex-wrap items-center gap-x-3 gap-y-1">
          <Status status={casting.status} text={statusText(t, casting.status)} />
          <span className="tabular">{facts.join(' · ')}</span>
        </span>
      }
      actions={<CastingActions casting={casting} />}
    />
  )
}

/** Holds the place of the head. */
export function CastingHeadSkeleton({ label }: { label: string }) {
  return (
    <Loading label={label} className="mb-6 grid gap-2">
      <Skeleton className="h-5 w-48" />
      <Skeleton className="h-9 w-full max-w-96" />
      <Skeleton className="h-5 w-full max-w-80" />
    </Loading>
  )
}
