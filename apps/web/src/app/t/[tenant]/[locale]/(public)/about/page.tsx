import type { Metadata } from 'next'
import { Sides } from '@/features/home/sides'
import { getTenant } from '@/lib/api.server'
import { getI18n } from '@/lib/i18n/server'

export async function generateMetadata(): Promise<Metadata> {
  const [tenant, { t }] = await Promise.all([getTenant(), getI18n()])
  return { title: t('about.title', { name: tenant.name }), description: tenant.about.slice(0, 160) }
}

/** What the marketplace says of itself. */
export default async function AboutPage() {
  const [tenant, { t }] = await Promise.all([getTenant(), getI18n()])
  return (
    <div className="grid gap-20 pt-8">
      <article className="wrap grid gap-8">
        <h1 className="headline-page">{t('about.title', { name: tenant.name })}</h1>
        <p className="max-w-[38ch] font-display text-[clamp(1.375rem,2.6vw,2rem)] leading-[1.3] tracking-[-0.015em] text-pretty whitespace-pre-line">
          {tenant.about}
        </p>
      </article>
      <Sides />
    </div>
  )
}
