'use client'

import Link from 'next/link'
import type { Listing } from '@itellico/contracts/listings'
import { Loading, Skeleton } from '@/components/ui/skeleton'
import { Badge, Status } from '@/components/ui/status'
import { ApplicantFaces } from '@/features/applications/applicant-faces'
import { Countdown } from '@/features/bookings/countdown'
import { useI18n } from '@/lib/i18n/client'
import { statusText, type Translate } from '@/lib/i18n/translate'
import { useCan, useTenant } from '@/lib/me'
import { deadlineOf, feeOf, whenOf } from './listing-facts'

const row = 'grid gap-x-6 gap-y-2 py-4 md:grid-cols-[9.5rem_minmax(0,1fr)_13.5rem_9rem] md:items-start'
const NAMED = 3

/** How many have applied, in words. */
export function applicantsText(t: Translate, count: number): string {
  if (count === 0) return t('cast.noApplicants')
  return count === 1 ? t('cast.oneApplicant') : t('cast.applicants', { count })
}

function rolesText(t: Translate, roles: Listing['roles']): string {
  const names = roles.map((r) => (r.quantity > 1 ? `${r.quantity} × ${r.name}` : r.name))
  return names.length > NAMED ? t('cast.rolesNamed', { roles: names.slice(0, NAMED).join(', '), count: names.length - NAMED }) : names.join(', ')
}

/** Castings as ruled lines: when, what, who has applied, until when. */
export function CastingRows({ castings }: { castings: readonly Listing[] }) {
  const { t, locale } = useI18n()
  const { timezone } = useTenant()
  const mayLook = useCan('account.applications.read')
  return (
    <ul>
      {castings.map((casting) => (
        <li key={casting.id} className="group relative border-b border-line">
          <div className={row}>
            <p className="tabular text-base text-ink-2">{whenOf(casting, locale, t)}</p>
            <div className="grid min-w-0 gap-0.5">
              <h2 className="text-lg leading-tight font-semibold tracking-[-0.02em]">
                <Link href={`/client/castings/${casting.id}`} className="decoration-1 underline-offset-4 group-hover:underline after:absolute after:inset-0">
                  {casting.title}
                </Link>
              </h2>
              <p className="truncate text-base text-ink-2">{rolesText(t, casting.roles)}</p>
              <p className="text-sm text-ink-3">{[casting.location ?? t('castings.placeOpen'), feeOf(casting, locale, t)].join(' · ')}</p>
            </div>
            <div className="grid justify-items-start gap-2">
              <p className="tabular flex flex-wrap items-center gap-x-2 gap-y-1 text-base">
                {casting.publishedAt === null ? (
                  <span className="text-ink-3">{t('cast.notPublished')}</span>
                ) : (
                  <>
                    <span className={casting.applicationCount ? 'font-medium' : 'text-ink-3'}>{applicantsText(t, casting.applicationCount)}</span>
                    {casting.newApplicationCount > 0 && (
                      <Badge tone="info" glyph="●">
                        {t('cast.newCount', { count: casting.newApplicationCount })}
                      </Badge>
                    )}
                  </>
                )}
              </p>
              {casting.applicationCount > 0 && mayLook && <ApplicantFaces listingId={casting.id} />}
            </div>
            <div className="flex flex-wrap items-center gap-x-3 gap-y-1 md:grid md:justify-items-end">
              <Status status={casting.status} text={statusText(t, casting.status)} />
              {casting.status === 'published' && casting.deadline ? (
                <Countdown until={casting.deadline} timezone={timezone} className="text-sm" />
              ) : (
                <span className="tabular text-sm text-ink-3">
                  {casting.deadline ? t('castings.deadline', { date: deadlineOf(casting, locale, timezone, t) }) : t('castings.noDeadline')}
                </span>
              )}
            </div>
          </div>
        </li>
      ))}
    </ul>
  )
}

/** Holds the place of the list. */
export function CastingRowsSkeleton({ label }: { label: string }) {
  return (
    <Loading label={label}>
      {[0, 1, 2, 3, 4, 5].map((i) => (
        <div key={i} className="border-b border-line">
          <div className={row}>
            <Skeleton className="h-5 w-28" />
            <div className="grid gap-1.5">
              <Skeleton className="h-6 w-2/3" />
              <Skeleton className="h-5 w-1/2" />
              <Skeleton className="h-4 w-1/3" />
            </div>
            <Skeleton className="h-5 w-24" />
            <Skeleton className="h-6 w-20 md:ml-auto" />
          </div>
        </div>
      ))}
    </Loading>
  )
}
