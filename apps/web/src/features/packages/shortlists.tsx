'use client'

import { useState } from 'react'
import Link from 'next/link'
import { useRouter } from 'next/navigation'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Plus } from 'lucide-react'
import { createShortlist, listShortlists, type Shortlist } from '@itellico/contracts/packages'
import { PageHeader } from '@/components/shell/page-header'
import { QueryError } from '@/components/shell/query-error'
import { Button } from '@/components/ui/button'
import { buttonStyles } from '@/components/ui/button-styles'
import { EmptyState } from '@/components/ui/empty-state'
import { Loading, Skeleton } from '@/components/ui/skeleton'
import { api } from '@/lib/api.client'
import { formatAgo } from '@/lib/format'
import { useI18n } from '@/lib/i18n/client'
import { usePerson } from '@/lib/me'
import { keys } from '@/lib/query-keys'
import { Covers } from './covers'
import { ShortlistForm } from './shortlist-form'

/** The shortlists of the active account. */
export function useShortlists() {
  const { accountId } = usePerson()
  return useQuery({ queryKey: keys.shortlists(accountId), queryFn: ({ signal }) => api(listShortlists, { signal }) })
}

export const shortlistGrid = 'grid gap-x-5 gap-y-8 sm:grid-cols-2 lg:grid-cols-3 2xl:grid-cols-4'

/** A shortlist as its pictures with a caption. */
export function ShortlistCard({ list }: { list: Shortlist }) {
  const { t, locale } = useI18n()
  return (
    <li className="group relative grid content-start gap-2">
      <Covers covers={list.covers} />
      <h3 className="text-md leading-tight font-semibold">
        <Link href={`/client/shortlists/${list.id}`} className="group-hover:underline after:absolute after:inset-0">
          {list.name}
        </Link>
      </h3>
      <p className="tabular -mt-1.5 text-sm text-ink-3">
        {t('lists.count', { count: list.itemCount })} · <time dateTime={list.updatedAt}>{formatAgo(list.updatedAt, locale)}</time>
      </p>
    </li>
  )
}

/** Holds the place of shortlists. */
export function ShortlistsSkeleton({ label, count = 6 }: { label: string; count?: number }) {
  return (
    <Loading label={label} className={shortlistGrid}>
      {Array.from({ length: count }, (_, i) => (
        <div key={i} className="grid gap-2">
          <Skeleton className="aspect-4/3 rounded-none" />
          <Skeleton className="h-5 w-1/2" />
        </div>
      ))}
    </Loading>
  )
}

/** All shortlists of a client. */
export function Shortlists() {
  const { t } = useI18n()
  const router = useRouter()
  const client = useQueryClient()
  const [creating, setCreating] = useState(false)
  const lists = useShortlists()
  const create = useMutation({
    mutationFn: (v: { name: string; note: string }) => api(createShortlist, { body: { name: v.name, ...(v.note && { note: v.note }) } }),
    onSuccess: ({ id }) => {
      void client.invalidateQueries({ queryKey: ['shortlists'] })
      router.push(`/client/shortlists/${id}`)
    },
  })
  return (
    <>
      <PageHeader
        title={t('nav.shortlists')}
        actions={
          <Button onClick={() => setCreating(true)}>
            <Plus />
            {t('lists.new')}
          </Button>
        }
      />
      {lists.isPending ? (
        <ShortlistsSkeleton label={t('common.loading')} />
      ) : lists.isError ? (
        <QueryError cause={lists.error} retry={lists.refetch} />
      ) : lists.data.items.length === 0 ? (
        <EmptyState
          title={t('lists.none')}
          text={t('lists.noneText')}
          action={
            <Link href="/client/talent" className={buttonStyles()}>
              {t('nav.search')}
            </Link>
          }
        />
      ) : (
        <ul className={shortlistGrid}>
          {lists.data.items.map((l) => (
            <ShortlistCard key={l.id} list={l} />
          ))}
        </ul>
      )}
      {creating && (
        <ShortlistForm
          title={t('lists.new')}
          action={t('lists.create')}
          busy={create.isPending}
          failure={create.error}
          onSave={(v) => create.mutate(v)}
          onClose={() => setCreating(false)}
        />
      )}
    </>
  )
}
