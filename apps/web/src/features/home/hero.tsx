import Link from 'next/link'
import type { SearchHit } from '@itellico/contracts/search'
import type { PublicTenant } from '@itellico/contracts/tenants'
import { buttonStyles } from '@/components/ui/button-styles'
import { MediaImage } from '@/components/ui/media-image'
import { Skeleton } from '@/components/ui/skeleton'
import { cn } from '@/lib/cn'
import { getI18n } from '@/lib/i18n/server'
import { nounsOf } from '@/lib/i18n/translate'

// Unequal widths on one height: a wall of pictures, not a grid.
const wall = 'no-scrollbar flex snap-x gap-px overflow-x-auto bg-line md:h-[min(54vh,34rem)] md:overflow-hidden'
const cell = 'w-[62vw] shrink-0 snap-start md:w-0 md:shrink md:basis-0'
const widths = ['md:grow-5', 'md:grow-3', 'md:grow-4', 'md:grow-3', 'md:grow-5', 'md:grow-4']

/** The first screen: the people, then the sentence of the house. */
export function Hero({ tenant, talents }: { tenant: PublicTenant; talents: readonly SearchHit[] }) {
  return (
    <section className="min-w-0">
      {talents.length > 0 && (
        <ul className={wall}>
          {talents.map((hit, index) => (
            <li key={hit.id} className={cn('group relative', cell, widths[index % widths.length])}>
              <Link href={`/talent/${hit.slug}`} className="block h-full focus-visible:-outline-offset-4">
                <MediaImage
                  item={hit.cover}
                  alt=""
                  name={hit.displayName}
                  sizes="(min-width: 768px) 24vw, 62vw"
                  priority={index < 3}
                  className="md:aspect-auto! md:h-full"
                />
                <span className="absolute inset-x-0 bottom-0 flex items-baseline justify-between gap-3 bg-linear-to-t from-black/65 to-transparent px-3 pt-10 pb-2.5 text-sm font-medium text-white md:opacity-0 md:transition-opacity md:duration-150 md:group-focus-within:opacity-100 md:group-hover:opacity-100">
                  <span className="truncate">{hit.displayName}</span>
                  <span className="tabular shrink-0 text-white/85">{hit.highlights[0]?.value}</span>
                </span>
              </Link>
            </li>
          ))}
        </ul>
      )}
      <HeroWords tenant={tenant} pictures={talents.length > 0} />
    </section>
  )
}

/** The first screen before the people are there: the sentence is known, the wall keeps its size. */
export function HeroSkeleton({ tenant }: { tenant: PublicTenant }) {
  const pictures = tenant.counts.profiles > 0 && tenant.industry !== 'kids'
  return (
    <section className="min-w-0">
      {pictures && (
        <div aria-hidden className={wall}>
          {widths.map((width, index) => (
            <Skeleton key={index} className={cn('rounded-none max-md:aspect-3/4', cell, width)} />
          ))}
        </div>
      )}
      <HeroWords tenant={tenant} pictures={pictures} />
    </section>
  )
}

async function HeroWords({ tenant, pictures }: { tenant: PublicTenant; pictures: boolean }) {
  const { t } = await getI18n()
  const words = nounsOf(t, tenant.industry)
  const counts = [
    ...(tenant.counts.profiles > 0 ? [t('home.counts', { profiles: tenant.counts.profiles, ...words })] : []),
    ...(tenant.counts.listings > 0 ? [t('home.openCount', { listings: tenant.counts.listings })] : []),
  ]
  return (
    <div
      className={cn(
        'wrap grid gap-x-12 gap-y-8 pt-8 lg:grid-cols-[minmax(0,1fr)_22rem] lg:items-end lg:pt-10',
        !pictures && 'max-w-none bg-brand-wash pt-[14vh] pb-12 lg:pt-[22vh]',
      )}
    >
      <h1 className="headline-hero max-w-[12ch]">{tenant.tagline || tenant.name}</h1>
      <div className="grid gap-5">
        {counts.length > 0 && (
          <ul className="tabular border-t border-line-strong pt-3 text-base text-ink-2">
            {counts.map((text) => (
              <li key={text}>{text}</li>
            ))}
          </ul>
        )}
        <div className="flex flex-wrap gap-2">
          {pictures ? (
            <Link href="/talent" className={buttonStyles({ size: 'lg' })}>
              {t('home.find', words)}
            </Link>
          ) : (
            <Link href="/register?as=client" className={buttonStyles({ size: 'lg' })}>
              {t('home.clientsAction')}
            </Link>
          )}
          <Link href="/castings" className={buttonStyles({ size: 'lg', variant: 'outline' })}>
            {t('home.castings')}
          </Link>
        </div>
      </div>
    </div>
  )
}
