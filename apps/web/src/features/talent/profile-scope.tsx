'use client'

import type { ReactNode } from 'react'
import { useSearchParams } from 'next/navigation'
import type { Profile } from '@itellico/contracts/profiles'
import { QueryError } from '@/components/shell/query-error'
import { EmptyState } from '@/components/ui/empty-state'
import { useI18n } from '@/lib/i18n/client'
import { ProfilePicker } from './profile-picker'
import { useOwnProfiles } from './use-talent'

interface Props {
  readonly skeleton: ReactNode
  readonly children: (profile: Profile, all: readonly Profile[]) => ReactNode
}

/** Lets people with several profiles choose one (the address keeps the choice) and shows what belongs to it. */
export function ProfileScope({ skeleton, children }: Props) {
  const { t } = useI18n()
  const chosen = useSearchParams().get('p')
  const profiles = useOwnProfiles()
  if (profiles.isPending) return skeleton
  if (profiles.isError) return <QueryError cause={profiles.error} retry={profiles.refetch} />
  const all = profiles.data.items
  const profile = all.find((p) => p.id === chosen) ?? all[0]
  if (!profile) return <EmptyState title={t('me.noProfiles')} text={t('me.noProfilesText')} />
  return (
    <div className="grid gap-6">
      {all.length > 1 && (
        <ProfilePicker profiles={all} value={profile.id} onValueChange={(id) => id && history.replaceState(null, '', `${location.pathname}?p=${id}`)} />
      )}
      {children(profile, all)}
    </div>
  )
}
