'use client'

import { useEffect, useRef } from 'react'
import { Avatar } from '@/components/ui/avatar'
import { Badge } from '@/components/ui/status'
import { useI18n } from '@/lib/i18n/client'
import type { Talent } from './roster-picker'
import { reasonText } from './use-submissions'

export interface SubmissionResult {
  readonly profileId: string
  readonly status: 'submitted' | 'refused'
  readonly reason: string | null
}

/** What became of each talent of a submission; refused ones come first, with the reason. */
export function SubmitResults({ results, talents }: { results: readonly SubmissionResult[]; talents: ReadonlyMap<string, Talent> }) {
  const { t } = useI18n()
  const head = useRef<HTMLParagraphElement>(null)
  useEffect(() => head.current?.focus(), [])
  const count = results.length
  const done = results.filter((r) => r.status === 'submitted').length
  const summary =
    done === count
      ? count === 1
        ? t('sub.resultOne')
        : t('sub.resultAll', { count })
      : done === 0
        ? t('sub.resultNone')
        : t('sub.resultSome', { done, count })
  const sorted = [...results].sort((a, b) => a.status.localeCompare(b.status))
  return (
    <div className="grid gap-3">
      <p ref={head} tabIndex={-1} role="status" className="text-md font-semibold outline-hidden">
        {summary}
      </p>
      <ul aria-label={t('sub.results')} className="border-t border-line-strong">
        {sorted.map((r) => {
          const talent = talents.get(r.profileId)
          const ok = r.status === 'submitted'
          return (
            <li key={r.profileId} className="flex items-center gap-3 border-b border-line py-1.5">
              <Avatar name={talent?.displayName ?? ''} cover={talent?.cover ?? null} className="h-12 w-9 rounded-none" />
              <span className="grid min-w-0 flex-1">
                <span className="truncate font-semibold">{talent?.displayName}</span>
                {!ok && <span className="text-sm text-ink-2">{reasonText(t, r.reason)}</span>}
              </span>
              <Badge tone={ok ? 'ok' : 'bad'} glyph={ok ? '✓' : '✕'}>
                {t(ok ? 'sub.submitted' : 'sub.refused')}
              </Badge>
            </li>
          )
        })}
      </ul>
    </div>
  )
}
