'use client'

import Link from 'next/link'
import { PageHeader } from '@/components/shell/page-header'
import { QueryError } from '@/components/shell/query-error'
import { Breadcrumb } from '@/components/ui/breadcrumb'
import { buttonStyles } from '@/components/ui/button-styles'
import { EmptyState } from '@/components/ui/empty-state'
import { Loading, Skeleton } from '@/components/ui/skeleton'
import { useI18n } from '@/lib/i18n/client'
import { statusText } from '@/lib/i18n/translate'
import { CastingForm } from './casting-form'
import { castingSteps, useOwnCasting } from './use-castings'

/** Page for a new casting. */
export function NewCasting() {
  const { t } = useI18n()
  return (
    <>
      <PageHeader
        title={t('cast.new')}
        trail={<Breadcrumb label={t('book.trail')} items={[{ label: t('cast.title'), href: '/client/castings' }, { label: t('cast.new') }]} />}
      />
      <CastingForm start={null} />
    </>
  )
}

/** Page for changing a casting. */
export function EditCasting({ id }: { id: string }) {
  const { t } = useI18n()
  const answer = useOwnCasting(id)
  const title = answer.data?.title ?? t('common.loading')
  const body = () => {
    if (answer.isPending) return <FormSkeleton label={t('common.loading')} />
    if (answer.isError) return <QueryError cause={answer.error} retry={answer.refetch} />
    const casting = answer.data
    if (castingSteps[casting.status].length === 0)
      return (
        <EmptyState
          title={t('cast.cannotEdit')}
          text={t('cast.cannotEditText', { state: statusText(t, casting.status) })}
          action={
            <>
              <Link href="/client/castings/new" className={buttonStyles()}>
                {t('cast.new')}
              </Link>
              <Link href={`/client/castings/${id}`} className={buttonStyles({ variant: 'outline' })}>
                {t('cast.toCasting')}
              </Link>
            </>
          }
        />
      )
    return <CastingForm key={casting.id} start={casting} />
  }
  return (
    <>
      <PageHeader
        title={t('cast.editTitle')}
        trail={
          <Breadcrumb
            label={t('book.trail')}
            items={[{ label: t('cast.title'), href: '/client/castings' }, { label: title, href: `/client/castings/${id}` }, { label: t('cast.editTitle') }]}
          />
        }
      />
      {body()}
    </>
  )
}

function FormSkeleton({ label }: { label: string }) {
  return (
    <Loading label={label} className="grid max-w-[44rem] gap-5">
      <Skeleton className="h-6 w-32" />
      <Skeleton className="h-control" />
      <Skeleton className="h-40" />
      <div className="grid gap-4 sm:grid-cols-2">
        <Skeleton className="h-control" />
        <Skeleton className="h-control" />
      </div>
      <Skeleton className="mt-6 h-6 w-24" />
      <div className="grid gap-4 sm:grid-cols-2">
        <Skeleton className="h-control" />
        <Skeleton className="h-control" />
      </div>
      <Skeleton className="mt-6 h-48" />
    </Loading>
  )
}
