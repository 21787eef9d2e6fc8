'use client'

import { PageHeader } from '@/components/shell/page-header'
import { QueryError } from '@/components/shell/query-error'
import { Loading, Skeleton } from '@/components/ui/skeleton'
import { useI18n } from '@/lib/i18n/client'
import { ProfileEditor } from './profile-editor'
import { ProfileScope } from './profile-scope'
import { useMemberSchema } from './use-talent'

function ProfileSkeleton() {
  const { t } = useI18n()
  return (
    <Loading label={t('common.loading')} className="grid gap-8">
      <div className="grid grid-cols-[7rem_minmax(0,1fr)] gap-5 border-y border-line py-4">
        <Skeleton className="aspect-3/4 rounded-none" />
        <div className="grid content-start gap-3">
          <Skeleton className="h-7 w-56" />
          <Skeleton className="h-4 w-full max-w-80" />
          <Skeleton className="h-4 w-full max-w-64" />
        </div>
      </div>
      <div className="grid gap-4 sm:grid-cols-2 xl:ml-58 xl:max-w-[46rem]">
        {[0, 1, 2, 3, 4, 5, 6, 7].map((i) => (
          <Skeleton key={i} className="h-14" />
        ))}
      </div>
    </Loading>
  )
}

/** The person's profile, or the chosen one of several. */
export function OwnProfile() {
  const { t } = useI18n()
  // taken apart here: what only a child reads does not make this part render again when it arrives
  const { data: schema, isError, error, refetch } = useMemberSchema()
  return (
    <>
      <PageHeader title={t('own.title')} />
      {isError ? (
        <QueryError cause={error} retry={refetch} />
      ) : (
        <ProfileScope skeleton={<ProfileSkeleton />}>
          {(profile) => (schema ? <ProfileEditor key={profile.id} profile={profile} definition={schema.definition} /> : <ProfileSkeleton />)}
        </ProfileScope>
      )}
    </>
  )
}
