'use client'

import { PageHeader } from '@/components/shell/page-header'
import { Loading, Skeleton } from '@/components/ui/skeleton'
import { MediaManager } from '@/features/media/media-manager'
import { useI18n } from '@/lib/i18n/client'
import { ProfileScope } from './profile-scope'

/** Pictures of the person's profile, or of the chosen one of several. */
export function OwnPictures() {
  const { t } = useI18n()
  const skeleton = (
    <Loading label={t('common.loading')} className="grid grid-cols-2 gap-4 sm:grid-cols-3 lg:grid-cols-4 xl:grid-cols-5">
      {[0, 1, 2, 3, 4].map((i) => (
        <Skeleton key={i} className="aspect-3/4 rounded-none" />
      ))}
    </Loading>
  )
  return (
    <>
      <PageHeader title={t('pictures.title')} lead={t('pictures.lead')} />
      <ProfileScope skeleton={skeleton}>{(profile) => <MediaManager key={profile.id} profileId={profile.id} name={profile.displayName} />}</ProfileScope>
    </>
  )
}
