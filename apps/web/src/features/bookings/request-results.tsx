'use client'

import { Check, X } from 'lucide-react'
import { Spinner } from '@/components/ui/spinner'
import type { ActionTarget } from '@/features/search/action-target'
import { useI18n } from '@/lib/i18n/client'

/** What became of the request for one talent: on its way, sent, or why not. */
export type RequestResult = { readonly state: 'sending' | 'sent' } | { readonly state: 'failed'; readonly problem: string }

/** Who is asked for, each with what became of it. */
export function RequestResults({ targets, results }: { targets: readonly ActionTarget[]; results: ReadonlyMap<string, RequestResult> }) {
  const { t } = useI18n()
  const sent = targets.filter((x) => results.get(x.id)?.state === 'sent').length
  const failed = targets.some((x) => results.get(x.id)?.state === 'failed')
  return (
    <div className="grid gap-1.5">
      {failed && (
        <p role="alert" className="text-sm font-medium text-bad">
          {t('ask.somePassed', { done: sent, total: targets.length })}
        </p>
      )}
      <ul aria-label={t('ask.whom')} className="max-h-44 overflow-y-auto border-y border-line">
        {targets.map((target) => {
          const result = results.get(target.id)
          return (
            <li key={target.id} className="flex items-start gap-2 border-b border-line py-1.5 last:border-b-0">
              <span className="min-w-0 flex-1">
                <span className="font-medium">{target.displayName}</span>
                {result?.state === 'failed' && <span className="block text-sm text-bad">{result.problem}</span>}
              </span>
              {result?.state === 'sending' && <Spinner className="mt-1 size-3.5 shrink-0 text-brand" />}
              {result?.state === 'sent' && (
                <span className="flex shrink-0 items-center gap-1 text-sm text-ok">
                  <Check aria-hidden className="size-4" />
                  {t('ask.one')}
                </span>
              )}
              {result?.state === 'failed' && <X aria-hidden className="mt-0.5 size-4 shrink-0 text-bad" />}
            </li>
          )
        })}
      </ul>
    </div>
  )
}
