import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { Prose } from '@/components/ui/prose'
import { findLegalPage } from '@/features/legal/legal-data'
import { getTenant } from '@/lib/api.server'
import { BUILD_TENANT } from '@/lib/build-tenant'
import { formatInstant } from '@/lib/format'
import { getI18n } from '@/lib/i18n/server'
import { publicOrigin } from '@/lib/public-url'

type Props = { params: Promise<{ slug: string }> }

// The whole page is made before it is sent, so that one that is not there answers 404.
export const ensureStatic = 'navigation'

export function generateStaticParams() {
  return [{ slug: BUILD_TENANT }]
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { slug } = await params
  const [tenant, { locale }] = await Promise.all([getTenant(), getI18n()])
  const page = await findLegalPage(slug, locale)
  return page ? { title: page.title, alternates: { canonical: `${publicOrigin(tenant.host)}/legal/${slug}` } } : {}
}

/** Imprint, privacy, terms, or another page that the marketplace wrote. */
export default async function LegalPage({ params }: Props) {
  const { slug } = await params
  const [tenant, { t, locale }] = await Promise.all([getTenant(), getI18n()])
  const page = await findLegalPage(slug, locale)
  if (!page) notFound()
  return (
    <article lang={page.locale} className="wrap grid gap-8 pt-8">
      <h1 className="headline-page max-w-[20ch]">{page.title}</h1>
      <Prose text={page.body} />
      <p lang={locale} className="border-t border-line pt-3 text-sm text-ink-3">
        {t('leg.asOf', { date: formatInstant(page.publishedAt, locale, tenant.timezone, { day: 'numeric', month: 'long', year: 'numeric' }) })}
      </p>
    </article>
  )
}
