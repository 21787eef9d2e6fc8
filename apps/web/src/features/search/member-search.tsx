'use client'

import { useMemo } from 'react'
import { searchTalents, searchTenantTalents } from '@itellico/contracts/search'
import { PageHeader } from '@/components/shell/page-header'
import { QueryError } from '@/components/shell/query-error'
import { EmptyState } from '@/components/ui/empty-state'
import { Badge } from '@/components/ui/status'
import { api } from '@/lib/api.client'
import { useI18n } from '@/lib/i18n/client'
import { nounsOf } from '@/lib/i18n/translate'
import { usePerson, useTenant } from '@/lib/me'
import { problemCode } from '@/lib/problems'
import { keys } from '@/lib/query-keys'
import { MinorsNotice } from './minors-notice'
import { SearchFrame } from './search-frame'
import { NOTHING } from './search-query'
import { SearchSkeleton } from './search-skeleton'
import { useSearch, type Found, type SearchPlace } from './use-search'
import { WorkspaceActions } from './workspace-actions'

/** The part of the workspace that a search stands in. */
export type TalentArea = 'client' | 'desk' | 'admin'

function usePlace(area: TalentArea): SearchPlace {
  const { accountId } = usePerson()
  return useMemo(
    () => ({
      base: `/${area}/talent`,
      key: [accountId, 'talents', area],
      // An old or mistyped address: a filter that does not exist finds nobody.
      ask: (query, signal) =>
        api(area === 'admin' ? searchTenantTalents : searchTalents, { query, signal }).catch((cause: unknown): Found => {
          if (problemCode(cause) === 'search.filter_invalid') return NOTHING
          throw cause
        }),
    }),
    [area, accountId],
  )
}

/** The search of members: everybody they may see, in public or not. */
export function MemberSearch({ area }: { area: TalentArea }) {
  const { t } = useI18n()
  const { industry, unitSystem } = useTenant()
  const place = usePlace(area)
  const search = useSearch(place)
  const { answer, result } = search
  const access = result?.minors ?? null
  const closed = access && !(access.verified && access.openCasting) ? access : null
  const children = industry === 'kids'
  // a closed search that holds nobody besides minors has nothing else to show
  const empty = closed !== null && children && result?.page.total === 0 && Object.keys(search.query).length === 0
  const lead =
    area === 'admin' ? t('members.leadAdmin') : area === 'desk' ? t('members.leadDesk') : access && !closed && children ? t('members.leadOpen') : undefined
  return (
    <>
      <PageHeader title={t('talent.title', nounsOf(t, industry))} lead={lead} />
      {closed && children && <MinorsNotice access={closed} />}
      {empty ? null : result ? (
        <SearchFrame
          search={{ ...search, result }}
          base={place.base}
          industry={industry}
          unitSystem={unitSystem}
          {...(area === 'client' && { actionsOf: (hit) => <WorkspaceActions profile={hit} /> })}
          {...(!children && { markOf: markOf(t('roster.minor'), t('members.only')) })}
          nobody={<EmptyState title={t('talent.none')} />}
        />
      ) : answer.isError ? (
        <QueryError cause={answer.error} retry={answer.refetch} />
      ) : (
        <SearchSkeleton label={t('common.loading')} />
      )}
      {closed && !children && result && <MinorsNotice access={closed} quiet />}
    </>
  )
}

const markOf = (minor: string, membersOnly: string) => (hit: Found['items'][number]) =>
  hit.isMinor ? <Badge glyph="18">{minor}</Badge> : hit.visibility === 'members' ? <Badge glyph="◌">{membersOnly}</Badge> : null

/** Key of a profile that is read as a member. */
export const talentKey = (accountId: string | null, slug: string, area: TalentArea) => keys.profiles(accountId, 'talent', slug, area)
