import Link from 'next/link'
import type { PublicListing } from '@itellico/contracts/listings'
import { Skeleton } from '@/components/ui/skeleton'
import { getTenant } from '@/lib/api.server'
import { getI18n } from '@/lib/i18n/server'
import { deadlineOf, feeOf, wantedOf, whenOf } from './listing-facts'

const row = 'grid gap-x-6 gap-y-1 py-4 md:grid-cols-[10rem_minmax(0,1fr)_8rem_9rem] md:items-baseline'

/** Castings as ruled lines, read like a paper: when, what, where, for how much. */
export async function ListingList({ listings, heading: Heading = 'h2' }: { listings: readonly PublicListing[]; heading?: 'h2' | 'h3' }) {
  const [tenant, { t, locale }] = await Promise.all([getTenant(), getI18n()])
  return (
    <ul className="border-t border-line-strong">
      {listings.map((listing) => (
        <li key={listing.id} className="group relative border-b border-line">
          <div className={row}>
            <p className="tabular text-base text-ink-2">{whenOf(listing, locale, t)}</p>
            <div className="grid gap-0.5">
              <Heading className="text-xl leading-tight font-semibold tracking-[-0.025em]">
                <Link href={`/castings/${listing.slug}`} className="decoration-1 underline-offset-4 group-hover:underline after:absolute after:inset-0">
                  {listing.title}
                </Link>
              </Heading>
              <p className="text-base text-ink-2">
                {t('castings.by', { client: listing.clientName })}
                <span className="text-ink-3"> · {t('castings.people', { count: wantedOf(listing) })}</span>
              </p>
            </div>
            <p className="text-base text-ink-2">{listing.location ?? t('castings.placeOpen')}</p>
            <div className="md:text-right">
              <p className="tabular text-base font-medium">{feeOf(listing, locale, t)}</p>
              <p className="text-sm text-ink-3">
                {listing.deadline ? t('castings.deadline', { date: deadlineOf(listing, locale, tenant.timezone, t) }) : t('castings.noDeadline')}
              </p>
            </div>
          </div>
        </li>
      ))}
    </ul>
  )
}

/** Holds the place of the list. */
export function ListingListSkeleton({ rows = 6 }: { rows?: number }) {
  return (
    <div className="border-t border-line-strong">
      {Array.from({ length: rows }, (_, i) => (
        <div key={i} className="border-b border-line">
          <div className={row}>
            <Skeleton className="h-5 w-28" />
            <div className="grid gap-1.5">
              <Skeleton className="h-7 w-3/4" />
              <Skeleton className="h-5 w-1/2" />
            </div>
            <Skeleton className="h-5 w-20" />
            <Skeleton className="h-5 w-24 md:ml-auto" />
          </div>
        </div>
      ))}
    </div>
  )
}
