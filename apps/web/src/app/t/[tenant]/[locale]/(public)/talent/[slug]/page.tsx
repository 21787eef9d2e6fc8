import type { Metadata } from 'next'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import { ArrowLeft } from 'lucide-react'
import { CompStrip } from '@/features/profiles/comp-strip'
import { Portfolio } from '@/features/profiles/portfolio'
import { ProfileCall } from '@/features/profiles/profile-call'
import { findProfile } from '@/features/profiles/profile-data'
import { ProfileFacts } from '@/features/profiles/profile-facts'
import { getTenant } from '@/lib/api.server'
import { BUILD_TENANT } from '@/lib/build-tenant'
import { cn } from '@/lib/cn'
import { formatPlace } from '@/lib/format'
import { getI18n } from '@/lib/i18n/server'
import { nounsOf } from '@/lib/i18n/translate'
import { mediaUrl } from '@/lib/media-url'
import { publicOrigin } from '@/lib/public-url'

type Props = { params: Promise<{ slug: string }> }

// The whole page is made before it is sent, so that a profile that is not there answers 404.
export const ensureStatic = 'navigation'

export function generateStaticParams() {
  return [{ slug: BUILD_TENANT }]
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { slug } = await params
  const [tenant, profile, { locale }] = await Promise.all([getTenant(), findProfile(slug), getI18n()])
  if (!profile) return {}
  const image = mediaUrl(profile.cover, 'large')
  const description = profile.bio?.slice(0, 160) ?? formatPlace(profile.city, profile.country, locale)
  const url = `${publicOrigin(tenant.host)}/talent/${slug}`
  return {
    title: profile.displayName,
    description,
    alternates: { canonical: url },
    openGraph: {
      type: 'profile',
      title: profile.displayName,
      description,
      url,
      siteName: tenant.name,
      ...(image && { images: [{ url: publicOrigin(tenant.host) + image, alt: profile.cover?.alt ?? '' }] }),
    },
  }
}

/** A talent's public page: name, comp card line, the book, and everything else. */
export default async function ProfilePage({ params }: Props) {
  const { slug } = await params
  const [tenant, profile, { t, locale }] = await Promise.all([getTenant(), findProfile(slug), getI18n()])
  if (!profile) notFound()
  // A single picture stands beside the facts instead of above them.
  const sparse = profile.media.length < 2
  const target = { id: profile.id, slug: profile.slug, displayName: profile.displayName }
  return (
    <article className="wrap grid grid-cols-[minmax(0,1fr)] gap-8 pt-5 md:gap-9">
      <p>
        <Link href="/talent" className="inline-flex items-center gap-1.5 text-base text-ink-2 hover:text-ink">
          <ArrowLeft aria-hidden className="size-4" />
          {t('profile.back', nounsOf(t, tenant.industry))}
        </Link>
      </p>
      <header className="grid gap-x-10 gap-y-5 lg:grid-cols-[minmax(0,1fr)_auto] lg:items-end">
        <div className="grid gap-3">
          <h1 className="headline-hero">{profile.displayName}</h1>
          <p className="text-md text-ink-2">
            {[formatPlace(profile.city, profile.country, locale), profile.agency && t('profile.representedBy', { name: profile.agency.name })]
              .filter(Boolean)
              .join(' · ')}
          </p>
        </div>
        <ProfileCall profile={target} />
      </header>
      <CompStrip schema={profile.schema} values={profile.values} unitSystem={tenant.unitSystem} />
      <div className={cn('grid grid-cols-[minmax(0,1fr)] gap-x-12 gap-y-10', sparse && 'lg:grid-cols-[minmax(0,5fr)_minmax(0,7fr)]')}>
        <section aria-label={t('profile.book')}>
          <Portfolio name={profile.displayName} media={profile.media} />
        </section>
        <div className={cn('grid content-start gap-x-12 gap-y-8', !sparse && 'lg:grid-cols-[22rem_minmax(0,1fr)]')}>
          <section className="grid content-start gap-3">
            <h2 className="headline text-2xl">{t('profile.about')}</h2>
            {profile.bio && <p className="max-w-[60ch] text-md leading-relaxed text-pretty whitespace-pre-line text-ink-2">{profile.bio}</p>}
          </section>
          <section>
            <h2 className="sr-only">{t('profile.details')}</h2>
            <ProfileFacts schema={profile.schema} values={profile.values} unitSystem={tenant.unitSystem} />
          </section>
        </div>
      </div>
    </article>
  )
}
