'use client'

import Link from 'next/link'
import { useQuery } from '@tanstack/react-query'
import { listMedia } from '@itellico/contracts/media'
import type { Profile } from '@itellico/contracts/profiles'
import { QueryError } from '@/components/shell/query-error'
import { MediaImage } from '@/components/ui/media-image'
import { Progress } from '@/components/ui/progress'
import { Loading, Skeleton } from '@/components/ui/skeleton'
import { Status } from '@/components/ui/status'
import { api } from '@/lib/api.client'
import { useI18n } from '@/lib/i18n/client'
import { statusText } from '@/lib/i18n/translate'
import { keys } from '@/lib/query-keys'
import { fieldNames, missingFields } from './talent-words'
import { useMemberSchema, useOwnProfiles } from './use-talent'

function ProfileCard({ profile }: { profile: Profile }) {
  const { t, locale } = useI18n()
  const schema = useMemberSchema()
  const pictures = useQuery({ queryKey: keys.media(profile.id), queryFn: ({ signal }) => api(listMedia, { params: { id: profile.id }, signal }) })
  const missing = schema.data ? missingFields(schema.data.definition, profile) : null
  const count = pictures.data?.items.length
  return (
    <li className="grid grid-cols-[5.5rem_minmax(0,1fr)] gap-4 border-b border-line py-4">
      <MediaImage item={profile.cover} alt="" name={profile.displayName} sizes="6rem" ratio="3/4" variant="thumb" />
      <div className="grid content-start gap-2">
        <p className="flex flex-wrap items-center justify-between gap-2">
          <Link href={`/me/profile?p=${profile.id}`} className="font-display text-md font-semibold hover:underline">
            {profile.displayName}
          </Link>
          <Status status={profile.status} text={statusText(t, profile.status)} />
        </p>
        <Progress value={profile.completeness} label={t('me.complete')} />
        {missing && (
          <p className="text-sm text-ink-2">
            {missing.length > 0 ? t('me.missing', { fields: fieldNames(missing, locale, t) }) : t('me.nothingMissing')}{' '}
            {missing.length > 0 && (
              <Link href={`/me/profile?p=${profile.id}`} className="link font-medium text-ink">
                {t('me.fill')}
              </Link>
            )}
          </p>
        )}
        {count !== undefined && (
          <p className="text-sm text-ink-2">
            <Link href={`/me/pictures?p=${profile.id}`} className="link">
              {count === 0 ? t('me.addPictures') : count === 1 ? t('me.onePicture') : t('me.picturesCount', { count })}
            </Link>
          </p>
        )}
      </div>
    </li>
  )
}

/** The person's profiles: how far they are and what is missing. */
export function HomeProfiles() {
  const { t } = useI18n()
  const profiles = useOwnProfiles()
  const several = (profiles.data?.items.length ?? 0) > 1
  return (
    <section aria-labelledby="profiles">
      <h2 id="profiles" className="mb-3 text-lg font-semibold">
        {t(several ? 'me.profiles' : 'own.title')}
      </h2>
      {profiles.isPending && (
        <Loading label={t('common.loading')} className="grid grid-cols-[5.5rem_minmax(0,1fr)] gap-4 border-y border-line py-4">
          <Skeleton className="aspect-3/4 rounded-none" />
          <div className="grid content-start gap-3">
            <Skeleton className="h-5 w-2/3" />
            <Skeleton className="h-4" />
            <Skeleton className="h-9" />
          </div>
        </Loading>
      )}
      {profiles.isError && <QueryError cause={profiles.error} retry={profiles.refetch} />}
      {profiles.isSuccess && profiles.data.items.length === 0 && <p className="border-t border-line pt-3 text-ink-2">{t('me.noProfilesText')}</p>}
      {profiles.isSuccess && profiles.data.items.length > 0 && (
        <ul className="border-t border-line-strong">
          {profiles.data.items.map((p) => (
            <ProfileCard key={p.id} profile={p} />
          ))}
        </ul>
      )}
    </section>
  )
}
