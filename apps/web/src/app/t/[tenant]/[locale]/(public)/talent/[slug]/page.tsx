import type { Metadata } from 'next'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import { ArrowLeft } from 'lucide-react'
import { ProfileArticle } from '@/features/profiles/profile-article'
import { ProfileCall } from '@/features/profiles/profile-call'
import { findProfile } from '@/features/profiles/profile-data'
import { getTenant } from '@/lib/api.server'
import { BUILD_TENANT } from '@/lib/build-tenant'
import { formatPlace } from '@/lib/format'
import { getI18n } from '@/lib/i18n/server'
import { nounsOf } from '@/lib/i18n/translate'
import { mediaUrl } from '@/lib/media-url'
import { publicOrigin } from '@/lib/public-url'

type Props = { params: Promise<{ slug: string }> }

// The whole page is made before it is sent, so that a profile that is not there answers 404.
export const ensureStatic = 'navigation'
// For the same reason nothing of it is shown before: who follows a link stays where they are until it is there.
export const instant = false

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
  return (
    <article className="wrap grid grid-cols-[minmax(0,1fr)] gap-8 pt-5 md:gap-9">
      <p>
        <Link href="/talent" className="inline-flex items-center gap-1.5 text-base text-ink-2 hover:text-ink">
          <ArrowLeft aria-hidden className="size-4" />
          {t('profile.back', nounsOf(t, tenant.industry))}
        </Link>
      </p>
      <ProfileArticle
        profile={profile}
        unitSystem={tenant.unitSystem}
        t={t}
        lead={[formatPlace(profile.city, profile.country, locale), profile.agency && t('profile.representedBy', { name: profile.agency.name })]
          .filter(Boolean)
          .join(' · ')}
        actions={<ProfileCall profile={{ id: profile.id, slug: profile.slug, displayName: profile.displayName }} />}
      />
    </article>
  )
}
