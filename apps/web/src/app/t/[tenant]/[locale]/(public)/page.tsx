import { EmptyState } from '@/components/ui/empty-state'
import { Featured } from '@/features/home/featured'
import { Hero } from '@/features/home/hero'
import { SectionHead } from '@/features/home/section-head'
import { Sides } from '@/features/home/sides'
import { openListings } from '@/features/listings/listing-data'
import { ListingList } from '@/features/listings/listing-list'
import { newestTalent } from '@/features/search/search-data'
import { getTenant } from '@/lib/api.server'
import { getI18n } from '@/lib/i18n/server'

const HERO = 6
const FEATURED = 9
const CASTINGS = 5

/** Front page of a marketplace. */
export default async function HomePage() {
  const { t, locale } = await getI18n()
  const [tenant, talents, listings] = await Promise.all([getTenant(), newestTalent(HERO + FEATURED, locale), openListings({ limit: CASTINGS })])
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-14 md:gap-20">
      <Hero tenant={tenant} talents={talents.slice(0, HERO)} />
      <Featured tenant={tenant} talents={talents.slice(HERO)} />
      <section className="wrap">
        <SectionHead title={t('home.openCastings')} href="/castings" link={t('home.allCastings')} />
        {listings.items.length > 0 ? (
          <ListingList listings={listings.items} heading="h3" />
        ) : (
          <EmptyState title={t('home.noCastings')} text={t('home.noCastingsText')} />
        )}
      </section>
      <Sides />
    </div>
  )
}
