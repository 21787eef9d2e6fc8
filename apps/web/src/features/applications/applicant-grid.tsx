'use client'

import { useCallback, useRef, useState } from 'react'
import type { Application, ApplicationStatus } from '@itellico/contracts/applications'
import { Loading, Skeleton } from '@/components/ui/skeleton'
import { toast } from 'sonner'
import { Moving } from '@/components/motion/moving'
import { useI18n } from '@/lib/i18n/client'
import { statusText } from '@/lib/i18n/translate'
import { ApplicantCard } from './applicant-card'
import { ApplicantSheet } from './applicant-sheet'
import { KeyHints } from './key-hints'
import { mayBecome, type Verdict } from './review-steps'
import type { useDecisions } from './use-decisions'
import { useKeysSwitch, useTriageKeys } from './use-triage'

const grid = 'grid grid-cols-2 gap-x-3 gap-y-7 sm:grid-cols-3 sm:gap-x-4 lg:grid-cols-4 2xl:grid-cols-6'
const EAGER = 6

interface Props {
  readonly loaded: readonly Application[]
  /** Only this state is looked at; null for all. */
  readonly status: ApplicationStatus | null
  readonly showRole: boolean
  readonly mayReview: boolean
  readonly decisions: ReturnType<typeof useDecisions>
  readonly openId: string | null
  readonly onOpen: (id: string | null) => void
}

/** Applicants as pictures, decided on by button or key. */
export function ApplicantGrid({ loaded, status, showRole, mayReview, decisions, openId, onOpen }: Props) {
  const { t } = useI18n()
  const list = useRef<HTMLUListElement>(null)
  const [keysOn, setKeysOn] = useKeysSwitch()
  const [at, setAt] = useState({ id: '', index: 0 })
  const { decided, decide, send } = decisions
  const shownOf = (a: Application): ApplicationStatus => decided.get(a.id) ?? a.status
  const items = status ? loaded.filter((a) => shownOf(a) === status) : loaded
  const found = items.findIndex((a) => a.id === (openId ?? at.id))
  const index = found >= 0 ? found : Math.min(at.index, items.length - 1)
  const current = items[index]
  const opened = loaded.find((a) => a.id === openId)

  const select = (next: Application | undefined, nextIndex: number) => {
    if (!next) return
    setAt({ id: next.id, index: nextIndex })
    if (openId) onOpen(next.id)
    else requestAnimationFrame(() => list.current?.querySelector<HTMLElement>(`[data-applicant="${next.id}"]`)?.focus())
  }
  const columns = () => {
    const cells = [...(list.current?.children ?? [])] as HTMLElement[]
    return Math.max(1, cells.filter((c) => c.offsetTop === cells[0]?.offsetTop).length)
  }
  const move = (by: number, unit: 'one' | 'row' = 'one') => {
    // The first key only shows where one is.
    const started = openId !== null || Boolean(document.activeElement?.closest('[data-triage]'))
    const next = started ? Math.min(items.length - 1, Math.max(0, index + by * (unit === 'row' ? columns() : 1))) : index
    select(items[next], next)
  }
  const judge = (application: Application | undefined, to: Verdict, goOn: boolean) => {
    if (!mayReview || !application || shownOf(application) === to) return
    const { displayName } = application.profile
    if (!mayBecome(application.status, to)) {
      toast(t('rev.notPossible', { name: displayName, state: statusText(t, shownOf(application)) }), { id: 'review-not' })
      return
    }
    decide(application, to)
    if (!goOn) return
    const stays = status === null || status === to
    const next = items[index + 1] ?? (stays ? undefined : items[index - 1])
    if (next) select(next, stays ? index + 1 : index)
  }
  useTriageKeys(keysOn, openId !== null, {
    move,
    decide: (to) => judge(opened ?? current, to, true),
    open: () => current && onOpen(current.id),
    undo: () => {
      const id = decisions.undo()
      const back = loaded.find((a) => a.id === id)
      if (back) select(back, index)
    },
  })

  const setCurrent = useCallback((id: string) => setAt((was) => ({ id, index: was.index })), [])
  const note = async (application: Application, text: string) => {
    const shown = shownOf(application)
    const to: Verdict = shown === 'submitted' || shown === 'withdrawn' ? 'viewed' : shown
    return (await send(application, to, text)) !== null
  }
  const close = () => {
    onOpen(null)
    if (openId) setTimeout(() => list.current?.querySelector<HTMLElement>(`[data-applicant="${openId}"]`)?.focus())
  }
  return (
    <>
      {mayReview && <KeyHints on={keysOn} onChange={setKeysOn} />}
      <Moving>
        <ul ref={list} data-triage aria-label={t('rev.applicants')} className={grid}>
          {items.map((a, i) => (
            <ApplicantCard
              key={a.id}
              application={a}
              shown={shownOf(a)}
              current={a.id === current?.id}
              priority={i < EAGER}
              mayReview={mayReview}
              showRole={showRole}
              onCurrent={setCurrent}
              onOpen={onOpen}
              onDecide={decide}
            />
          ))}
        </ul>
      </Moving>
      {opened && (
        <ApplicantSheet
          application={opened}
          shown={shownOf(opened)}
          index={items.indexOf(opened)}
          count={items.length}
          mayReview={mayReview}
          onDecide={(to) => judge(opened, to, false)}
          onNote={(text) => note(opened, text)}
          onMove={move}
          onClose={close}
        />
      )}
    </>
  )
}

/** Holds the place of the grid. */
export function ApplicantGridSkeleton({ label }: { label: string }) {
  return (
    <Loading label={label} className="grid gap-4">
      <Skeleton className="hidden h-7 w-160 pointer-fine:lg:block" />
      <div className={grid}>
        {Array.from({ length: 12 }, (_, i) => (
          <div key={i} className="grid gap-2">
            <Skeleton className="aspect-3/4 rounded-none" />
            <Skeleton className="h-5 w-2/3" />
            <Skeleton className="h-9 w-1/2" />
            <Skeleton className="h-control rounded-none" />
          </div>
        ))}
      </div>
    </Loading>
  )
}
