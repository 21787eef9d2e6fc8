import type { Metadata } from 'next'
import { Suspense } from 'react'
import { searchTalent } from '@/features/search/search-data'
import { toSearchQuery } from '@/features/search/search-query'
import { SearchSkeleton } from '@/features/search/search-skeleton'
import { SearchView } from '@/features/search/search-view'
import { getTenant } from '@/lib/api.server'
import { getI18n } from '@/lib/i18n/server'
import { nounsOf } from '@/lib/i18n/translate'

type SearchParams = Promise<Record<string, string | string[] | undefined>>

export async function generateMetadata(): Promise<Metadata> {
  const [tenant, { t }] = await Promise.all([getTenant(), getI18n()])
  return { title: t('talent.title', nounsOf(t, tenant.industry)), alternates: { canonical: '/talent' } }
}

/** The search for talents: the frame is prerendered, the result of the address streams in. */
export default async function TalentPage({ searchParams }: { searchParams: SearchParams }) {
  const [tenant, { t }] = await Promise.all([getTenant(), getI18n()])
  return (
    <div className="wrap pt-8">
      <h1 className="headline-page mb-6">{t('talent.title', nounsOf(t, tenant.industry))}</h1>
      <Suspense fallback={<SearchSkeleton label={t('common.loading')} />}>
        <FirstSearch searchParams={searchParams} />
      </Suspense>
    </div>
  )
}

async function FirstSearch({ searchParams }: { searchParams: SearchParams }) {
  const query = toSearchQuery(Object.entries(await searchParams))
  const [tenant, { locale }] = await Promise.all([getTenant(), getI18n()])
  const result = await searchTalent(query, locale)
  return <SearchView first={{ query, result }} industry={tenant.industry} unitSystem={tenant.unitSystem} />
}
