'use client'

import { useState } from 'react'
import Link from 'next/link'
import { useSearchParams } from 'next/navigation'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { toast } from 'sonner'
import { withdrawApplication, type Application } from '@itellico/contracts/applications'
import { PageHeader } from '@/components/shell/page-header'
import { QueryError } from '@/components/shell/query-error'
import { Avatar } from '@/components/ui/avatar'
import { Button } from '@/components/ui/button'
import { buttonStyles } from '@/components/ui/button-styles'
import { Confirm } from '@/components/ui/confirm'
import { EmptyState } from '@/components/ui/empty-state'
import { Loading, Skeleton } from '@/components/ui/skeleton'
import { Status } from '@/components/ui/status'
import { useNow } from '@/features/bookings/use-now'
import { api } from '@/lib/api.client'
import { formatAgo, formatInstant } from '@/lib/format'
import { useI18n } from '@/lib/i18n/client'
import { statusText } from '@/lib/i18n/translate'
import { useCan, useTenant } from '@/lib/me'
import { toastProblem } from '@/lib/problems'
import { ApplyDialog } from './apply-dialog'
import { useOwnApplications } from './use-talent'

const OPEN = new Set(['submitted', 'viewed', 'shortlisted', 'offered'])

function Row({ application: a, onWithdraw }: { application: Application; onWithdraw: () => void }) {
  const { t, locale } = useI18n()
  const { timezone } = useTenant()
  const now = useNow()
  const may = useCan('user.applications.withdraw')
  const sent = now === null ? formatInstant(a.createdAt, locale, timezone) : formatAgo(a.createdAt, locale, now)
  return (
    <li className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-4 gap-y-2 border-b border-line py-4 sm:grid-cols-[auto_minmax(0,1fr)_auto]">
      <Avatar name={a.profile.displayName} cover={a.profile.cover} className="h-16 w-12" />
      <div className="grid min-w-0 content-start gap-0.5">
        <p className="text-md font-semibold">
          <Link href={`/castings/${a.listing.slug}`} className="hover:underline">
            {a.listing.title}
          </Link>
        </p>
        <p className="text-ink-2">
          {a.profile.displayName} {t('apps.as', { role: a.role.name })}
        </p>
        <p className="text-sm text-ink-3">
          {a.source === 'agency' ? t('apps.byAgency', { agency: a.agencyName ?? '' }) : t('apps.direct')}, {t('apps.sent', { time: sent })}
        </p>
        {a.message && <p className="mt-1 line-clamp-2 max-w-[64ch] border-l-2 border-line pl-3 text-sm text-ink-2">{a.message}</p>}
      </div>
      <div className="col-start-2 flex flex-wrap items-center gap-x-3 gap-y-2 sm:col-start-3 sm:grid sm:content-start sm:justify-items-end">
        <Status status={a.status} text={statusText(t, a.status)} />
        <span className="max-w-[24ch] text-sm text-ink-3 sm:text-right">{t(`apps.means.${a.status}`)}</span>
        {may && OPEN.has(a.status) && a.source === 'direct' && (
          <Button variant="outline" size="sm" onClick={onWithdraw}>
            {t('apps.withdraw')}
          </Button>
        )}
      </div>
    </li>
  )
}

/** The person's applications with their states; `?listing=&role=` opens a new one. */
export function OwnApplications() {
  const { t } = useI18n()
  const client = useQueryClient()
  const params = useSearchParams()
  const [slug, roleId] = [params.get('listing'), params.get('role')]
  const [asked, setAsked] = useState<Application | null>(null)
  const list = useOwnApplications()
  const items = list.data?.pages.flatMap((p) => p.items) ?? []
  const withdraw = useMutation({
    mutationFn: (a: Application) => api(withdrawApplication, { params: { id: a.id }, ifMatch: a.version }),
    onSuccess: () => toast.success(t('apps.withdrawn')),
    onError: (cause) => toastProblem(cause, t),
    onSettled: () => {
      setAsked(null)
      void client.invalidateQueries({ queryKey: ['applications'] })
    },
  })
  return (
    <>
      <PageHeader
        title={t('apps.title')}
        lead={t('apps.lead')}
        actions={
          <Link href="/castings" className={buttonStyles({ variant: 'outline' })}>
            {t('me.toCastings')}
          </Link>
        }
      />
      {list.isPending && (
        <Loading label={t('common.loading')} className="border-t border-line-strong">
          {[0, 1, 2].map((i) => (
            <div key={i} className="grid grid-cols-[3rem_minmax(0,1fr)_6rem] gap-4 border-b border-line py-4">
              <Skeleton className="h-16" />
              <div className="grid content-start gap-2">
                <Skeleton className="h-5 w-1/2" />
                <Skeleton className="h-4 w-1/3" />
              </div>
              <Skeleton className="h-5.5" />
            </div>
          ))}
        </Loading>
      )}
      {list.isError && <QueryError cause={list.error} retry={list.refetch} />}
      {list.isSuccess && items.length === 0 && (
        <EmptyState
          title={t('apps.none')}
          text={t('apps.noneText')}
          action={
            <Link href="/castings" className={buttonStyles()}>
              {t('me.toCastings')}
            </Link>
          }
        />
      )}
      {items.length > 0 && (
        <ul className="border-t border-line-strong">
          {items.map((a) => (
            <Row key={a.id} application={a} onWithdraw={() => setAsked(a)} />
          ))}
        </ul>
      )}
      {list.hasNextPage && (
        <Button variant="outline" className="mt-4" busy={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
          {t('mine.more')}
        </Button>
      )}
      {slug && roleId && <ApplyDialog key={roleId} slug={slug} roleId={roleId} onClose={() => history.replaceState(null, '', '/me/applications')} />}
      <Confirm
        open={asked !== null}
        onOpenChange={(open) => !open && setAsked(null)}
        title={t('apps.withdrawTitle')}
        text={asked ? t('apps.withdrawText', { name: asked.profile.displayName, role: asked.role.name, casting: asked.listing.title }) : ''}
        confirmLabel={t('apps.withdraw')}
        cancelLabel={t('common.back')}
        danger
        busy={withdraw.isPending}
        onConfirm={() => asked && withdraw.mutate(asked)}
      />
    </>
  )
}
