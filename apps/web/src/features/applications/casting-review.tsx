'use client'

import Link from 'next/link'
import type { ApplicationStatus } from '@itellico/contracts/applications'
import type { Listing } from '@itellico/contracts/listings'
import { QueryError } from '@/components/shell/query-error'
import { Button } from '@/components/ui/button'
import { buttonStyles } from '@/components/ui/button-styles'
import { EmptyState } from '@/components/ui/empty-state'
import { Select } from '@/components/ui/select'
import { StateLinks } from '@/features/listings/state-links'
import { useOwnCasting } from '@/features/listings/use-castings'
import { useI18n } from '@/lib/i18n/client'
import { statusText } from '@/lib/i18n/translate'
import { useCan } from '@/lib/me'
import { useFilters } from '@/lib/use-filters'
import { ApplicantGrid, ApplicantGridSkeleton } from './applicant-grid'
import { CastingHead, CastingHeadSkeleton } from './casting-head'
import { applicationStates } from './review-steps'
import { useApplicants } from './use-applicants'
import { useDecisions } from './use-decisions'

const ALL = 'all'

/** Applicants of a casting, to be looked through by their pictures. */
export function CastingReview({ id }: { id: string }) {
  const { t } = useI18n()
  const casting = useOwnCasting(id)
  if (casting.isPending)
    return (
      <>
        <CastingHeadSkeleton label={t('common.loading')} />
        <div className="mb-4 h-10 border-b border-line" />
        <ApplicantGridSkeleton label={t('common.loading')} />
      </>
    )
  if (casting.isError) return <QueryError cause={casting.error} retry={casting.refetch} />
  return (
    <>
      <CastingHead casting={casting.data} />
      <Applicants casting={casting.data} />
    </>
  )
}

function Applicants({ casting }: { casting: Listing }) {
  const { t } = useI18n()
  const { params, set } = useFilters()
  const mayReview = useCan('account.applications.review')
  const decisions = useDecisions()
  const status = applicationStates.find((s) => s === params.get('state')) ?? null
  const role = casting.roles.find((r) => r.id === params.get('role')) ?? null
  const answer = useApplicants(casting.id, { status, roleId: role?.id ?? null })
  const loaded = answer.data?.pages.flatMap((p) => p.items) ?? []
  const counts = new Map(Object.entries(answer.data?.pages[0]?.counts ?? {}))
  // What is decided but not sent yet counts where it is shown.
  for (const a of loaded) {
    const to = decisions.decided.get(a.id)
    if (!to || to === a.status) continue
    counts.set(a.status, (counts.get(a.status) ?? 1) - 1)
    counts.set(to, (counts.get(to) ?? 0) + 1)
  }
  const all = [...counts.values()].reduce((sum, n) => sum + n, 0)
  const filter = (change: Record<string, string | null>) => {
    decisions.flush()
    set({ applicant: null, ...change }, 'push')
  }
  const countOf = (s: ApplicationStatus) => (answer.data ? (counts.get(s) ?? 0) : undefined)
  const body = () => {
    if (answer.isPending) return <ApplicantGridSkeleton label={t('common.loading')} />
    if (answer.isError && loaded.length === 0) return <QueryError cause={answer.error} retry={answer.refetch} />
    if (all === 0 && !role) return <NobodyYet casting={casting} />
    const none = status ? countOf(status) === 0 : all === 0
    if (none && !answer.isPlaceholderData)
      return (
        <EmptyState
          className="border-t-0"
          title={t('rev.nothing')}
          text={t('rev.nothingText')}
          action={
            <Button variant="outline" onClick={() => filter({ state: null, role: null })}>
              {t('rev.showAll')}
            </Button>
          }
        />
      )
    return (
      <>
        <ApplicantGrid
          key={`${status}/${role?.id}`}
          loaded={loaded}
          status={status}
          showRole={!role && casting.roles.length > 1}
          mayReview={mayReview}
          decisions={decisions}
          openId={params.get('applicant')}
          onOpen={(applicant) => set({ applicant })}
        />
        {answer.hasNextPage && (
          <Button variant="outline" className="w-fit" busy={answer.isFetchingNextPage} onClick={() => void answer.fetchNextPage()}>
            {t('rev.more')}
          </Button>
        )}
      </>
    )
  }
  return (
    <section data-review aria-label={t('rev.applicants')} className="grid grid-cols-[minmax(0,1fr)] gap-4">
      <div className="flex flex-wrap items-end justify-between gap-x-6 gap-y-2 border-b border-line">
        <StateLinks
          className="max-w-full min-w-0 border-b-0"
          label={t('rev.counts')}
          param="state"
          current={status ?? ALL}
          onChoose={(s) => filter({ state: s === ALL ? null : s })}
          options={[
            { value: ALL, label: t('common.all'), count: answer.data ? all : undefined },
            ...applicationStates.map((s) => ({ value: s, label: statusText(t, s), count: countOf(s) })),
          ]}
        />
        {casting.roles.length > 1 && (all > 0 || role) && (
          <Select
            aria-label={t('rev.role')}
            className="mb-2 w-full sm:w-56"
            value={role?.id ?? ALL}
            onValueChange={(r) => filter({ role: r === ALL ? null : r })}
            options={[{ value: ALL, label: t('rev.allRoles') }, ...casting.roles.map((r) => ({ value: r.id, label: r.name }))]}
          />
        )}
      </div>
      <h2 className="sr-only">{t('rev.applicants')}</h2>
      {body()}
    </section>
  )
}

function NobodyYet({ casting }: { casting: Listing }) {
  const { t } = useI18n()
  if (casting.status === 'draft') return <EmptyState className="border-t-0" title={t('rev.noneDraft')} text={t('rev.noneDraftText')} />
  const open = casting.status === 'published'
  return (
    <EmptyState
      className="border-t-0"
      title={t(open ? 'rev.none' : 'rev.noneClosed')}
      text={t(open ? 'rev.noneText' : 'rev.noneClosedText')}
      action={
        <Link href="/client/talent" className={buttonStyles({ variant: 'outline' })}>
          {t('blist.toSearch')}
        </Link>
      }
    />
  )
}
