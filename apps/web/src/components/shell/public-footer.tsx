import Link from 'next/link'
import { legalLinks } from '@/features/legal/legal-data'
import { getTenant } from '@/lib/api.server'
import { getI18n } from '@/lib/i18n/server'
import { nounsOf } from '@/lib/i18n/translate'
import { LanguageMenu } from './language-menu'

/** The foot of the public pages, signed with the marketplace's name in full width. */
export async function PublicFooter() {
  const [tenant, { t, locale }] = await Promise.all([getTenant(), getI18n()])
  const legal = await legalLinks(locale)
  const { Nouns } = nounsOf(t, tenant.industry)
  const groups = [
    {
      title: t('footer.marketplace'),
      links: [
        { href: '/talent', label: Nouns },
        { href: '/castings', label: t('nav.castings') },
        { href: '/about', label: t('about.title', { name: tenant.name }) },
      ],
    },
    {
      title: t('footer.join'),
      links: [
        { href: '/register?as=talent', label: t('home.talentAction') },
        { href: '/register?as=client', label: t('home.clientsAction') },
        { href: '/login', label: t('nav.signIn') },
      ],
    },
    ...(legal.length ? [{ title: t('footer.legal'), links: legal.map((page) => ({ href: `/legal/${page.slug}`, label: page.title })) }] : []),
  ]
  return (
    <footer className="mt-24 border-t border-line">
      <div className="wrap grid gap-10 py-10 sm:grid-cols-2 lg:auto-cols-fr lg:grid-flow-col lg:grid-cols-[2fr_1fr_1fr]">
        <p className="max-w-[40ch] text-base text-ink-2 sm:col-span-2 lg:col-span-1">{tenant.tagline}</p>
        {groups.map((group) => (
          <nav key={group.title} aria-label={group.title}>
            <h2 className="eyebrow mb-2 font-sans tracking-normal">{group.title}</h2>
            <ul className="grid gap-1.5">
              {group.links.map((link) => (
                <li key={link.href}>
                  <Link href={link.href} className="text-base text-ink-2 hover:text-ink">
                    {link.label}
                  </Link>
                </li>
              ))}
            </ul>
          </nav>
        ))}
      </div>
      <div className="wrap">
        <p aria-hidden className="headline overflow-hidden pb-[.06em] text-[clamp(3rem,13.5vw,13rem)] leading-[.86] whitespace-nowrap select-none">
          {tenant.name}
        </p>
      </div>
      <div className="wrap flex flex-wrap items-center justify-between gap-4 border-t border-line py-4 text-sm text-ink-3">
        <span>{t('footer.runsOn')}</span>
        <LanguageMenu locales={tenant.locales} />
      </div>
    </footer>
  )
}
