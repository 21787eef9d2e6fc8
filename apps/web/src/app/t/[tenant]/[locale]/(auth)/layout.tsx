import type { Metadata } from 'next'
import Link from 'next/link'
import { Suspense, type ReactNode } from 'react'
import { LanguageMenu } from '@/components/shell/language-menu'
import { Wordmark } from '@/components/shell/wordmark'
import { MediaImage } from '@/components/ui/media-image'
import { newestTalent } from '@/features/search/search-data'
import { getTenant } from '@/lib/api.server'
import { getI18n } from '@/lib/i18n/server'

export const metadata: Metadata = { robots: { index: false } }

/** Signing in and joining: a form beside one of the faces of the house. */
export default async function AuthLayout({ children }: { children: ReactNode }) {
  const tenant = await getTenant()
  return (
    <div className="grid min-h-dvh lg:grid-cols-[minmax(0,1fr)_minmax(0,44vw)]">
      <div className="flex min-w-0 flex-col px-[clamp(1.25rem,5vw,5rem)]">
        <header className="flex h-16 items-center justify-between gap-4">
          <Link href="/">
            <Wordmark name={tenant.name} logos={tenant.logos} />
          </Link>
          <LanguageMenu locales={tenant.locales} />
        </header>
        <main id="content" className="flex flex-1 flex-col justify-center py-10">
          <div className="w-full max-w-md">{children}</div>
        </main>
      </div>
      <Suspense fallback={<div aria-hidden className="hidden bg-sunken lg:block" />}>
        <Face tagline={tenant.tagline} />
      </Suspense>
    </div>
  )
}

async function Face({ tagline }: { tagline: string }) {
  const { locale } = await getI18n()
  // A picture is nice to have: signing in must work without one.
  const talents = await newestTalent(6, locale).catch(() => [])
  const face = talents.at(4) ?? talents.at(0)
  if (!face?.cover) {
    return (
      <div aria-hidden className="hidden items-end overflow-hidden bg-brand-wash p-10 lg:flex">
        <p className="headline-hero text-brand-ink">{tagline}</p>
      </div>
    )
  }
  return (
    <aside className="relative hidden bg-sunken lg:block">
      <MediaImage item={face.cover} alt="" sizes="44vw" variant="large" priority className="sticky! top-0 aspect-auto! h-dvh" />
      <Link href={`/talent/${face.slug}`} className="absolute bottom-0 left-0 bg-canvas px-4 py-2 text-sm">
        {face.displayName}
        {face.city && <span className="text-ink-3"> · {face.city}</span>}
      </Link>
    </aside>
  )
}
