'use client'

import Link from 'next/link'
import type { Application } from '@itellico/contracts/applications'
import type { PublicListing } from '@itellico/contracts/listings'
import { Avatar } from '@/components/ui/avatar'
import { Button } from '@/components/ui/button'
import { Loading, Skeleton } from '@/components/ui/skeleton'
import { Countdown } from '@/features/bookings/countdown'
import { whenOf } from '@/features/listings/listing-facts'
import { formatMoney } from '@/lib/format'
import { useI18n } from '@/lib/i18n/client'
import { statusText } from '@/lib/i18n/translate'
import { useTenant } from '@/lib/me'

const layout = 'grid gap-x-12 gap-y-4 border-b border-line py-6 lg:grid-cols-[minmax(0,5fr)_minmax(0,6fr)]'
const FACES = 5

interface Props {
  readonly casting: PublicListing
  /** What the active account has submitted to it. */
  readonly submitted: readonly Application[]
  readonly onSubmit: (roleId: string) => void
}

/** An open casting: what it is on the left, its roles with fee, own submissions and the way in on the right. */
export function OpenCasting({ casting, submitted, onSubmit }: Props) {
  const { t, locale } = useI18n()
  const { timezone } = useTenant()
  return (
    <li className={layout}>
      <div className="grid content-start gap-2">
        <p className="tabular flex flex-wrap gap-x-3 text-base text-ink-2">
          {whenOf(casting, locale, t)}
          {casting.deadline ? <Countdown until={casting.deadline} timezone={timezone} /> : <span className="text-ink-3">{t('castings.noDeadline')}</span>}
        </p>
        <h2 className="text-xl leading-tight font-semibold tracking-[-0.025em]">
          <Link href={`/castings/${casting.slug}`} className="decoration-1 underline-offset-4 hover:underline">
            {casting.title}
          </Link>
        </h2>
        <p className="text-base text-ink-2">
          {t('castings.by', { client: casting.clientName })}
          <span className="text-ink-3"> · {casting.location ?? t('castings.placeOpen')}</span>
        </p>
        <p className="line-clamp-3 max-w-[60ch] text-base text-pretty text-ink-2">{casting.description}</p>
        {casting.usage && (
          <p className="text-sm text-ink-3">
            {t('castings.usage')}: {casting.usage}
          </p>
        )}
      </div>
      <ul className="content-start">
        {casting.roles.map((role) => {
          const own = submitted.filter((a) => a.role.id === role.id)
          return (
            <li
              key={role.id}
              className="grid gap-x-4 gap-y-2 border-t border-line py-3 first:border-t-0 lg:first:pt-0 sm:grid-cols-[minmax(0,1fr)_auto] sm:items-center"
            >
              <div className="grid gap-1">
                <h3 className="text-md leading-tight font-semibold">{role.name}</h3>
                <p className="tabular text-base">
                  <span className="font-medium">{role.fee ? formatMoney(role.fee, locale) : t('castings.feeOpen')}</span>
                  <span className="text-ink-3"> · {t('castings.people', { count: role.quantity })}</span>
                </p>
                {own.length > 0 && <Submitted own={own} role={role.name} />}
              </div>
              <Button
                variant="outline"
                className="justify-self-start"
                aria-label={t('sub.submitFor', { role: role.name, casting: casting.title })}
                onClick={() => onSubmit(role.id)}
              >
                {t('sub.submit')}
              </Button>
            </li>
          )
        })}
      </ul>
    </li>
  )
}

function Submitted({ own, role }: { own: readonly Application[]; role: string }) {
  const { t } = useI18n()
  return (
    <div className="flex items-center gap-2 text-sm text-ink-3">
      <span>{t('sub.yours')}</span>
      <ul aria-label={t('sub.yoursFor', { role })} className="flex items-center gap-1">
        {own.slice(0, FACES).map((a) => (
          <li key={a.id} title={`${a.profile.displayName}: ${statusText(t, a.status)}`}>
            <Avatar name={a.profile.displayName} cover={a.profile.cover} className="h-9 w-7 rounded-none" />
            <span className="sr-only">
              {a.profile.displayName}: {statusText(t, a.status)}
            </span>
          </li>
        ))}
        {own.length > FACES && <li className="tabular pl-1">+{own.length - FACES}</li>}
      </ul>
    </div>
  )
}

/** Holds the place of the castings. */
export function OpenCastingsSkeleton({ label }: { label: string }) {
  return (
    <Loading label={label} className="border-t border-line-strong">
      {[0, 1, 2, 3].map((i) => (
        <div key={i} className={layout}>
          <div className="grid gap-2">
            <Skeleton className="h-5 w-40" />
            <Skeleton className="h-7 w-4/5" />
            <Skeleton className="h-5 w-1/2" />
            <Skeleton className="h-16" />
          </div>
          <div className="grid content-start gap-4">
            <Skeleton className="h-12" />
            <Skeleton className="h-12" />
          </div>
        </div>
      ))}
    </Loading>
  )
}
