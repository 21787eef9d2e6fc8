import Link from 'next/link'
import type { SearchHit } from '@itellico/contracts/search'
import type { PublicTenant } from '@itellico/contracts/tenants'
import { buttonStyles } from '@/components/ui/button-styles'
import { EmptyState } from '@/components/ui/empty-state'
import { TalentCard } from '@/features/search/talent-card'
import { getI18n } from '@/lib/i18n/server'
import { SectionHead } from './section-head'

/** The newest people; the first of them large. */
export async function Featured({ tenant, talents }: { tenant: PublicTenant; talents: readonly SearchHit[] }) {
  const { t } = await getI18n()
  if (talents.length === 0) {
    const hidden = tenant.industry === 'kids'
    return (
      <section className="wrap">
        <EmptyState
          title={t('home.featured')}
          text={hidden ? t('home.featuredPrivate') : t('home.featuredEmpty')}
          action={
            <Link href={hidden ? '/client/talent' : '/register'} className={buttonStyles({ variant: 'outline', size: 'lg' })}>
              {hidden ? t('members.toSearch') : t('nav.join')}
            </Link>
          }
        />
      </section>
    )
  }
  return (
    <section className="wrap">
      <SectionHead title={t('home.featured')} href="/talent" link={t('home.featuredAll')} />
      <div className="grid grid-cols-2 gap-x-4 gap-y-8 md:grid-cols-4 lg:gap-x-6">
        {talents.map((hit, index) => (
          <TalentCard
            key={hit.id}
            hit={hit}
            href={`/talent/${hit.slug}`}
            fill={index === 0}
            className={index === 0 ? 'col-span-2 row-span-2' : ''}
            sizes={index === 0 ? '(min-width: 768px) 46vw, 94vw' : '(min-width: 768px) 23vw, 46vw'}
          />
        ))}
      </div>
    </section>
  )
}
