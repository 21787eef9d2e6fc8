import type { Metadata } from 'next'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import { ArrowLeft } from 'lucide-react'
import { DataStrip } from '@/components/ui/data-strip'
import { findListing } from '@/features/listings/listing-data'
import { deadlineOf, feeOf, wantedOf, whenOf } from '@/features/listings/listing-facts'
import { RoleList } from '@/features/listings/role-list'
import { getTenant } from '@/lib/api.server'
import { BUILD_TENANT } from '@/lib/build-tenant'
import { getI18n } from '@/lib/i18n/server'
import { publicOrigin } from '@/lib/public-url'

type Props = { params: Promise<{ slug: string }> }

// The whole page is made before it is sent, so that a casting that is not there answers 404.
export const ensureStatic = 'navigation'
// For the same reason nothing of it is shown before: who follows a link stays where they are until it is there.
export const instant = false

export function generateStaticParams() {
  return [{ slug: BUILD_TENANT }]
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { slug } = await params
  const [tenant, listing] = await Promise.all([getTenant(), findListing(slug)])
  if (!listing) return {}
  const url = `${publicOrigin(tenant.host)}/castings/${slug}`
  return {
    title: listing.title,
    description: listing.description.slice(0, 160),
    alternates: { canonical: url },
    openGraph: { title: listing.title, description: listing.description.slice(0, 160), url, siteName: tenant.name },
  }
}

/** One casting: the job, its facts, its roles. */
export default async function CastingPage({ params }: Props) {
  const { slug } = await params
  const [tenant, listing, { t, locale }] = await Promise.all([getTenant(), findListing(slug), getI18n()])
  if (!listing) notFound()
  const facts = [
    { key: 'when', label: t('castings.when'), value: whenOf(listing, locale, t) },
    { key: 'where', label: t('castings.where'), value: listing.location ?? t('castings.placeOpen') },
    { key: 'fee', label: t('castings.fee'), value: feeOf(listing, locale, t) },
    { key: 'deadline', label: t('castings.deadlineLabel'), value: deadlineOf(listing, locale, tenant.timezone, t) },
  ]
  return (
    <article className="wrap grid gap-8 pt-5">
      <p>
        <Link href="/castings" className="inline-flex items-center gap-1.5 text-base text-ink-2 hover:text-ink">
          <ArrowLeft aria-hidden className="size-4" />
          {t('castings.back')}
        </Link>
      </p>
      <header className="grid gap-3">
        <h1 className="headline-page max-w-[20ch]">{listing.title}</h1>
        <p className="text-md text-ink-2">
          {t('castings.by', { client: listing.clientName })} · {t('castings.people', { count: wantedOf(listing) })}
        </p>
        {!listing.open && (
          <p role="status" className="w-fit bg-warn-wash px-3 py-2 text-base font-medium text-warn">
            {t('castings.closed')}
          </p>
        )}
      </header>
      <DataStrip items={facts} size="lg" />
      <div className="grid gap-x-14 gap-y-10 lg:grid-cols-[minmax(0,5fr)_minmax(0,6fr)]">
        <section className="grid content-start gap-3">
          <h2 className="headline text-xl">{t('castings.about')}</h2>
          <p className="max-w-[58ch] text-md leading-relaxed text-pretty whitespace-pre-line text-ink-2">{listing.description}</p>
          {listing.usage && (
            <p className="max-w-[58ch] border-t border-line pt-3 text-base">
              <span className="text-ink-3">{t('castings.usage')}: </span>
              {listing.usage}
            </p>
          )}
        </section>
        <section className="grid content-start gap-3">
          <h2 className="headline text-xl">{t('castings.roles')}</h2>
          <RoleList listing={listing} />
          {listing.open && <p className="text-sm text-ink-3 signed-in:hidden">{t('castings.applyHint')}</p>}
        </section>
      </div>
    </article>
  )
}
