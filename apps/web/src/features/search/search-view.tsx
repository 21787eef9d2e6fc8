'use client'

import Link from 'next/link'
import type { Industry } from '@itellico/contracts/tenants'
import { buttonStyles } from '@/components/ui/button-styles'
import { EmptyState } from '@/components/ui/empty-state'
import { useI18n } from '@/lib/i18n/client'
import type { UnitSystem } from '@/lib/units'
import { ClientActions } from './client-actions'
import { SearchFrame } from './search-frame'
import { publicPlace, useSearch, type FirstResult } from './use-search'

interface Props {
  readonly first: FirstResult
  readonly industry: Industry
  readonly unitSystem: UnitSystem
}

/** Search, filters and results of a marketplace's public talents. */
export function SearchView({ first, industry, unitSystem }: Props) {
  const { t } = useI18n()
  const search = useSearch(publicPlace, first)
  return (
    <SearchFrame
      search={{ ...search, result: search.result ?? first.result }}
      base={publicPlace.base}
      industry={industry}
      unitSystem={unitSystem}
      actionsOf={(hit) => <ClientActions profile={hit} />}
      nobody={
        industry === 'kids' ? (
          <EmptyState
            title={t('members.private')}
            text={t('home.featuredPrivate')}
            action={
              <Link href="/client/talent" className={buttonStyles()}>
                {t('members.toSearch')}
              </Link>
            }
          />
        ) : (
          <EmptyState title={t('talent.none')} />
        )
      }
    />
  )
}
