import Link from 'next/link'
import { getTenant } from '@/lib/api.server'
import { getI18n } from '@/lib/i18n/server'
import { nounsOf } from '@/lib/i18n/translate'
import { HeaderAccount } from './header-account'
import { PublicNav } from './public-nav'
import { Wordmark } from './wordmark'

/** The head of the public pages. */
export async function PublicHeader() {
  const [tenant, { t }] = await Promise.all([getTenant(), getI18n()])
  const { Nouns } = nounsOf(t, tenant.industry)
  return (
    <header className="sticky top-0 z-20 border-b border-line bg-canvas">
      <div className="wrap flex h-14 items-center gap-3 md:gap-8">
        <Link href="/" className="min-w-0 truncate py-1 max-md:order-2 max-md:mr-auto md:mr-2">
          <Wordmark name={tenant.name} logos={tenant.logos} />
        </Link>
        <div className="max-md:order-1 max-md:-ml-2 md:mr-auto">
          <PublicNav
            items={[
              { href: '/talent', label: Nouns },
              { href: '/castings', label: t('nav.castings') },
              { href: '/about', label: t('nav.about') },
            ]}
          />
        </div>
        <div className="flex items-center max-md:order-3">
          <HeaderAccount />
        </div>
      </div>
    </header>
  )
}
