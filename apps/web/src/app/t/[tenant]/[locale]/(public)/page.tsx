import { Suspense } from 'react'
import { EmptyState } from '@/components/ui/empty-state'
import { Loading } from '@/components/ui/skeleton'
import { Featured, FeaturedSkeleton } from '@/features/home/featured'
import { Hero, HeroSkeleton } from '@/features/home/hero'
import { SectionHead } from '@/features/home/section-head'
import { Sides } from '@/features/home/sides'
import { openListings } from '@/features/listings/listing-data'
import { ListingList, ListingListSkeleton } from '@/features/listings/listing-list'
import { newestTalent } from '@/features/search/search-data'
import { getTenant } from '@/lib/api.server'
import { getI18n } from '@/lib/i18n/server'

const HERO = 6
const FEATURED = 9
const CASTINGS = 5

/** Front page of a marketplace. Whoever comes from another page sees the frame at once, and then the people of today. */
export default async function HomePage() {
  const [tenant, { t, locale }] = await Promise.all([getTenant(), getI18n()])
  const newest = newestTalent(HERO + FEATURED, locale)
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-14 md:gap-20">
      <Suspense fallback={<HeroSkeleton tenant={tenant} />}>
        {newest.then((talents) => (
          <Hero tenant={tenant} talents={talents.slice(0, HERO)} />
        ))}
      </Suspense>
      <Suspense fallback={<FeaturedSkeleton label={t('common.loading')} />}>
        {newest.then((talents) => (
          <Featured tenant={tenant} talents={talents.slice(HERO)} />
        ))}
      </Suspense>
      <section className="wrap">
        <SectionHead title={t('home.openCastings')} href="/castings" link={t('home.allCastings')} />
        <Suspense
          fallback={
            <Loading label={t('common.loading')}>
              <ListingListSkeleton rows={CASTINGS} />
            </Loading>
          }
        >
          <Castings />
        </Suspense>
      </section>
      <Sides />
    </div>
  )
}

async function Castings() {
  const [{ t }, listings] = await Promise.all([getI18n(), openListings({ limit: CASTINGS })])
  if (listings.items.length === 0) return <EmptyState title={t('home.noCastings')} text={t('home.noCastingsText')} />
  return <ListingList listings={listings.items} heading="h3" />
}
