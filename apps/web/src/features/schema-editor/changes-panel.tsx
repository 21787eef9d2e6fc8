'use client'

import { useState } from 'react'
import type { Definition } from '@itellico/contracts/model-schema'
import { localText } from '@itellico/contracts/model-schema'
import type { ModelSchema } from '@itellico/contracts/profiles'
import { Button } from '@/components/ui/button'
import { Confirm } from '@/components/ui/confirm'
import { cn } from '@/lib/cn'
import { formatInstant } from '@/lib/format'
import { useI18n } from '@/lib/i18n/client'
import { useTenant } from '@/lib/me'
import { changesBetween, newlyRequired, type Change } from './diff'

const looks: Record<Change['kind'], { sign: string; style: string }> = {
  added: { sign: '+', style: 'bg-ok-wash text-ok' },
  removed: { sign: '−', style: 'bg-bad-wash text-bad' },
  changed: { sign: '~', style: 'bg-info-wash text-info' },
}

interface Props {
  readonly base: ModelSchema
  readonly draft: Definition
  readonly versions: readonly { version: number; publishedAt: string; fieldCount: number }[]
  readonly editable: boolean
  readonly busy: boolean
  readonly staleVersion: number | null
  readonly refused: string | null
  readonly onPublish: () => void
  readonly onDiscard: () => void
  readonly onReload: () => void
}

/** What publishing would change, the button that does it, and the versions so far. */
export function ChangesPanel({ base, draft, versions, editable, busy, staleVersion, refused, onPublish, onDiscard, onReload }: Props) {
  const { t, locale } = useI18n()
  const { timezone } = useTenant()
  const [asking, setAsking] = useState(false)
  const changes = changesBetween(base.definition, draft, locale, t)
  const required = newlyRequired(base.definition, draft)
  return (
    <aside className="grid gap-8 xl:sticky xl:top-19">
      <section aria-labelledby="changes" className="grid gap-3 border-t-2 border-brand pt-3">
        <h2 id="changes" className="flex items-baseline justify-between text-lg font-semibold">
          {t('fld.changes')}
          <span className="tabular text-sm font-normal text-ink-3">{changes.length}</span>
        </h2>
        {staleVersion !== null && (
          <div role="alert" className="grid justify-items-start gap-3 border-l-2 border-warn bg-warn-wash p-3 text-warn">
            <p>
              <strong className="font-semibold">{t('fld.stale', { version: staleVersion })}</strong> {t('fld.staleText')}
            </p>
            <Button variant="outline" onClick={onReload}>
              {t('fld.load')}
            </Button>
          </div>
        )}
        {refused && (
          <p role="alert" className="border-l-2 border-bad bg-bad-wash px-3 py-2 text-bad">
            {refused}
          </p>
        )}
        {changes.length === 0 ? (
          <p className="text-ink-2">{t('fld.noChanges')}</p>
        ) : (
          <ul className="max-h-[40vh] overflow-y-auto border-t border-line" tabIndex={0} aria-label={t('fld.changes')}>
            {changes.map((c) => (
              <li key={c.key} className="flex items-start gap-2.5 border-b border-line py-1.5">
                <span aria-hidden className={cn('mt-0.5 grid size-4.5 shrink-0 place-items-center rounded-xs font-mono text-xs', looks[c.kind].style)}>
                  {looks[c.kind].sign}
                </span>
                {c.text}
              </li>
            ))}
          </ul>
        )}
        {required.map((f) => (
          <p key={f.key} className="border-l-2 border-warn pl-3 text-sm text-ink-2">
            {t('fld.nowRequired', { name: localText(f.label, locale) })}
          </p>
        ))}
        {editable && changes.length > 0 && (
          <div className="flex flex-wrap gap-2">
            <Button busy={busy} disabled={staleVersion !== null} onClick={onPublish}>
              {t('fld.publish', { version: base.version + 1 })}
            </Button>
            <Button variant="quiet" onClick={() => setAsking(true)}>
              {t('fld.discard')}
            </Button>
          </div>
        )}
      </section>
      <section aria-labelledby="history">
        <h2 id="history" className="mb-2 text-lg font-semibold">
          {t('fld.history')}
        </h2>
        <ol className="border-t border-line-strong">
          {versions.map((v) => (
            <li key={v.version} className="flex items-baseline gap-3 border-b border-line py-1.5">
              <span className="tabular w-8 font-display font-semibold">{v.version}</span>
              <span className="tabular text-ink-2">
                {formatInstant(v.publishedAt, locale, timezone, { day: 'numeric', month: 'short', year: 'numeric', hour: '2-digit', minute: '2-digit' })}
              </span>
              <span className="ml-auto text-sm text-ink-3">{v.version === base.version ? t('fld.current') : t('fld.historyRow', { count: v.fieldCount })}</span>
            </li>
          ))}
        </ol>
      </section>
      <Confirm
        open={asking}
        onOpenChange={setAsking}
        title={t('fld.discardTitle')}
        text={t('fld.discardText', { version: base.version })}
        confirmLabel={t('fld.discard')}
        cancelLabel={t('common.cancel')}
        danger
        onConfirm={() => {
          setAsking(false)
          onDiscard()
        }}
      />
    </aside>
  )
}
