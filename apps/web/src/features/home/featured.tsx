import Link from 'next/link'
import type { SearchHit } from '@itellico/contracts/search'
import type { PublicTenant } from '@itellico/contracts/tenants'
import { buttonStyles } from '@/components/ui/button-styles'
import { EmptyState } from '@/components/ui/empty-state'
import { Loading, Skeleton } from '@/components/ui/skeleton'
import { TalentCard } from '@/features/search/talent-card'
import { cn } from '@/lib/cn'
import { getI18n } from '@/lib/i18n/server'
import { SectionHead } from './section-head'

const grid = 'grid grid-cols-2 gap-x-4 gap-y-8 md:grid-cols-4 lg:gap-x-6'
const large = 'col-span-2 row-span-2'

/** The newest people; the first of them large. */
export async function Featured({ tenant, talents }: { tenant: PublicTenant; talents: readonly SearchHit[] }) {
  const { t } = await getI18n()
  if (talents.length === 0) {
    const hidden = tenant.industry === 'kids'
    return (
      <section className="wrap">
        <EmptyState
          title={t('home.featured')}
          text={hidden ? t('home.featuredPrivate') : t('home.featuredEmpty')}
          action={
            <Link href={hidden ? '/client/talent' : '/register'} className={buttonStyles({ variant: 'outline', size: 'lg' })}>
              {hidden ? t('members.toSearch') : t('nav.join')}
            </Link>
          }
        />
      </section>
    )
  }
  return (
    <section className="wrap">
      <SectionHead title={t('home.featured')} href="/talent" link={t('home.featuredAll')} />
      <div className={grid}>
        {talents.map((hit, index) => (
          <TalentCard
            key={hit.id}
            hit={hit}
            href={`/talent/${hit.slug}`}
            fill={index === 0}
            className={index === 0 ? large : ''}
            sizes={index === 0 ? '(min-width: 768px) 46vw, 94vw' : '(min-width: 768px) 23vw, 46vw'}
          />
        ))}
      </div>
    </section>
  )
}

/** Holds the place of the newest people. */
export async function FeaturedSkeleton({ label }: { label: string }) {
  const { t } = await getI18n()
  return (
    <section className="wrap">
      <SectionHead title={t('home.featured')} />
      <Loading label={label} className={grid}>
        {Array.from({ length: 9 }, (_, index) => (
          <div key={index} className={cn('grid gap-2.5', index === 0 ? large : 'content-start')}>
            <Skeleton className={cn('aspect-3/4 rounded-none', index === 0 && 'md:aspect-auto! md:h-full')} />
            <Skeleton className="h-10 w-2/3" />
          </div>
        ))}
      </Loading>
    </section>
  )
}
