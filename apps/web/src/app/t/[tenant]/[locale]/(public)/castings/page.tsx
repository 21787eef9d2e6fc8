import type { Metadata } from 'next'
import Form from 'next/form'
import { Suspense } from 'react'
import { Search } from 'lucide-react'
import { EmptyState } from '@/components/ui/empty-state'
import { Pagination } from '@/components/ui/pagination'
import { Loading } from '@/components/ui/skeleton'
import { openListings } from '@/features/listings/listing-data'
import { ListingList, ListingListSkeleton } from '@/features/listings/listing-list'
import { getI18n } from '@/lib/i18n/server'

type SearchParams = Promise<Record<string, string | string[] | undefined>>
const PAGE = 20

export async function generateMetadata(): Promise<Metadata> {
  const { t } = await getI18n()
  return { title: t('castings.title'), description: t('castings.lead') }
}

/** Open castings. */
export default async function CastingsPage({ searchParams }: { searchParams: SearchParams }) {
  const { t } = await getI18n()
  return (
    <div className="wrap grid gap-8 pt-8">
      <header className="grid gap-x-10 gap-y-5 md:grid-cols-[minmax(0,1fr)_20rem] md:items-end">
        <div className="grid gap-3">
          <h1 className="headline-page">{t('castings.title')}</h1>
          <p className="text-md text-ink-2">{t('castings.lead')}</p>
        </div>
        <Form action="/castings" role="search" className="relative border-b-2 border-ink focus-within:border-brand">
          <Search aria-hidden className="absolute top-1/2 left-0 size-4 -translate-y-1/2 text-ink-3" />
          <input
            type="search"
            name="q"
            aria-label={t('castings.search')}
            placeholder={t('castings.search')}
            maxLength={100}
            enterKeyHint="search"
            className="h-11 w-full bg-transparent pl-7 text-md outline-hidden placeholder:text-ink-3"
          />
        </Form>
      </header>
      <Suspense
        fallback={
          <Loading label={t('common.loading')}>
            <ListingListSkeleton />
          </Loading>
        }
      >
        <Found searchParams={searchParams} />
      </Suspense>
    </div>
  )
}

async function Found({ searchParams }: { searchParams: SearchParams }) {
  const { t } = await getI18n()
  const given = await searchParams
  const one = (key: string) => (typeof given[key] === 'string' && given[key] ? given[key].slice(0, 100) : undefined)
  const [q, cursor] = [one('q'), typeof given['cursor'] === 'string' ? given['cursor'].slice(0, 500) : undefined]
  const listings = await openListings({ limit: PAGE, ...(q && { q }), ...(cursor && { cursor }) })
  const href = (next?: string) => `/castings${q || next ? `?${new URLSearchParams({ ...(q && { q }), ...(next && { cursor: next }) })}` : ''}`
  if (listings.items.length === 0)
    return <EmptyState title={q ? t('castings.empty') : t('home.noCastings')} text={q ? t('castings.emptyText') : t('home.noCastingsText')} />
  return (
    <div className="grid gap-8">
      <ListingList listings={listings.items} />
      <Pagination
        label={t('castings.title')}
        summary=""
        firstLabel={t('common.first')}
        nextLabel={t('common.next')}
        firstHref={cursor ? href() : null}
        nextHref={listings.page.nextCursor ? href(listings.page.nextCursor) : null}
      />
    </div>
  )
}
