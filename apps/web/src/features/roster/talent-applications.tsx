'use client'

import { useQuery } from '@tanstack/react-query'
import Link from 'next/link'
import { listOwnApplications } from '@itellico/contracts/applications'
import { QueryError } from '@/components/shell/query-error'
import { buttonStyles } from '@/components/ui/button-styles'
import { EmptyState } from '@/components/ui/empty-state'
import { Loading, Skeleton } from '@/components/ui/skeleton'
import { Status } from '@/components/ui/status'
import { api } from '@/lib/api.client'
import { formatAgo } from '@/lib/format'
import { useI18n } from '@/lib/i18n/client'
import { statusText } from '@/lib/i18n/translate'
import { keys } from '@/lib/query-keys'

/** Castings that a talent was submitted to. */
export function TalentApplications({ profileId }: { profileId: string }) {
  const { t, locale } = useI18n()
  const list = useQuery({ queryKey: keys.applications('own', 100), queryFn: ({ signal }) => api(listOwnApplications, { query: { limit: 100 }, signal }) })
  if (list.isPending)
    return (
      <Loading label={t('common.loading')} className="grid gap-2">
        {[0, 1, 2].map((i) => (
          <Skeleton key={i} className="h-14" />
        ))}
      </Loading>
    )
  if (list.isError) return <QueryError cause={list.error} retry={list.refetch} />
  const mine = list.data.items.filter((a) => a.profile.id === profileId)
  if (mine.length === 0)
    return (
      <EmptyState
        title={t('roster.noApplications')}
        text={t('roster.noApplicationsText')}
        action={
          <Link href="/desk/castings" className={buttonStyles({ variant: 'outline' })}>
            {t('nav.castings')}
          </Link>
        }
      />
    )
  return (
    <ul className="border-t border-line-strong">
      {mine.map((a) => (
        <li key={a.id} className="flex flex-wrap items-center gap-x-6 gap-y-1 border-b border-line py-3">
          <span className="grid min-w-0 flex-1">
            <Link href={`/castings/${a.listing.slug}`} className="text-md font-semibold hover:underline">
              {a.listing.title}
            </Link>
            <span className="text-sm text-ink-3">{a.role.name}</span>
          </span>
          <Status status={a.status} text={statusText(t, a.status)} />
          <time dateTime={a.updatedAt} className="w-28 text-right text-sm text-ink-3">
            {formatAgo(a.updatedAt, locale)}
          </time>
        </li>
      ))}
    </ul>
  )
}
