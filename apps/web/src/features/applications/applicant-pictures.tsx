'use client'

import Link from 'next/link'
import { useQuery } from '@tanstack/react-query'
import { ExternalLink } from 'lucide-react'
import type { Application } from '@itellico/contracts/applications'
import { getTalent } from '@itellico/contracts/profiles'
import { buttonStyles } from '@/components/ui/button-styles'
import { MediaImage } from '@/components/ui/media-image'
import { Skeleton } from '@/components/ui/skeleton'
import { RequestOptionButton } from '@/features/bookings/request-option-button'
import { api } from '@/lib/api.client'
import { useI18n } from '@/lib/i18n/client'
import { useCan, usePerson } from '@/lib/me'
import { keys } from '@/lib/query-keys'

const MORE = 5

/** Reads the profile of an applicant; hidden ones, and minors whom the account may not see, have none. */
function useProfile(slug: string) {
  const { accountId } = usePerson()
  return useQuery({
    queryKey: keys.profiles(accountId, 'talent', slug),
    queryFn: ({ signal }) => api(getTalent, { params: { slug }, signal }),
    retry: false,
    staleTime: 300_000,
  })
}

/** The pictures of an applicant: one large, the next of the book below it. */
export function ApplicantPictures({ profile }: { profile: Application['profile'] }) {
  const { t } = useI18n()
  const book = useProfile(profile.slug)
  const more = (book.data?.media ?? []).filter((m) => m.id !== profile.cover?.id && m.url !== null).slice(0, MORE)
  return (
    <div className="-mx-5 -mt-4 grid gap-0.5">
      <MediaImage item={profile.cover} name={profile.displayName} sizes="28rem" variant="large" ratio="1/1" priority />
      {book.isPending && <Skeleton className="h-28 rounded-none" />}
      {more.length > 0 && (
        <ul
          aria-label={t('rev.pictures', { name: profile.displayName })}
          tabIndex={0}
          className="no-scrollbar flex gap-0.5 overflow-x-auto focus-visible:-outline-offset-2"
        >
          {more.map((item) => (
            <li key={item.id} className="w-28 shrink-0">
              <MediaImage item={item} name={profile.displayName} sizes="7rem" variant="thumb" />
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}

/** What leads on from an applicant: their profile, and asking for an option. */
export function ApplicantWays({ profile }: { profile: Application['profile'] }) {
  const { t } = useI18n()
  const { accountId } = usePerson()
  const mayAsk = useCan('account.options.request')
  const book = useProfile(profile.slug)
  return (
    <div className="flex flex-wrap items-center gap-2">
      {mayAsk && accountId && !book.isError && <RequestOptionButton profile={profile} size="full" accountId={accountId} />}
      {book.isSuccess && (
        <Link href={`/client/talent/${profile.slug}`} className={buttonStyles({ variant: 'outline', size: 'lg' })}>
          <ExternalLink />
          {t('rev.publicPage')}
        </Link>
      )}
    </div>
  )
}
