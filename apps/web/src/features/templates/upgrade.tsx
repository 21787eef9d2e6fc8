'use client'

import { useState } from 'react'
import { ApiProblem } from '@itellico/contracts/client'
import { localText } from '@itellico/contracts/model-schema'
import type { TemplateChoice, TenantTemplate } from '@itellico/contracts/templates'
import { Button } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { cn } from '@/lib/cn'
import { failureText, refusalText } from '@/lib/catalogue/problem-texts'
import { useI18n } from '@/lib/i18n/client'
import { useCan } from '@/lib/me'
import { ChangeList, kindLooks } from './change-list'
import { grouped } from './change-words'
import { ConflictList } from './conflict-list'
import { useUpgrade } from './use-template'

const KINDS = ['added', 'changed', 'deprecated'] as const

/** What the newest version brings, the choices it needs, and the step itself. */
export function Upgrade({ template, onReload }: { template: TenantTemplate; onReload: () => void }) {
  const { t, locale } = useI18n()
  const may = useCan('tenant.templates.upgrade')
  const [choices, setChoices] = useState<Record<string, TemplateChoice>>({})
  const upgrade = useUpgrade(template)
  const problem = upgrade.error instanceof ApiProblem ? upgrade.error.problem : null
  const conflicts = template.changes.filter((c) => c.conflict)
  const rest = template.changes.filter((c) => !c.conflict)
  const open = conflicts.filter((c) => !choices[c.id]).length
  const groups = grouped(rest, locale, t)
  const required = rest.flatMap((c) => (c.whole?.required && c.kind === 'added' ? [c.whole] : []))
  return (
    <div className="mt-8 grid items-start gap-x-12 gap-y-10 xl:grid-cols-[minmax(0,1fr)_22rem]">
      <div className="grid min-w-0 gap-10">
        {conflicts.length > 0 && (
          <ConflictList
            conflicts={conflicts}
            choices={choices}
            names={template.names}
            editable={may}
            onChoose={(made) => setChoices((now) => ({ ...now, ...made }))}
          />
        )}
        {rest.length > 0 && (
          <section aria-labelledby="rest" className="grid gap-3">
            <h2 id="rest" className="flex items-baseline gap-2 text-lg font-semibold">
              {t('tpl.rest')}
              <span className="tabular text-sm font-normal text-ink-3">{groups.length}</span>
            </h2>
            <ChangeList changes={rest} names={template.names} />
          </section>
        )}
        {template.changes.length === 0 && <EmptyState title={t('tpl.nothing')} text={t('tpl.nothingText', { version: template.newest })} />}
      </div>
      <aside aria-labelledby="upgrade" className="grid gap-3 border-t-2 border-brand pt-3 xl:sticky xl:top-19">
        <h2 id="upgrade" className="text-lg font-semibold">
          {t('tpl.summary')}
        </h2>
        <ul className="flex flex-wrap gap-x-4 gap-y-1">
          {KINDS.map((kind) => (
            <li key={kind} className="flex items-center gap-2 text-ink-2">
              <span aria-hidden className={cn('grid size-4.5 place-items-center rounded-xs font-mono text-xs', kindLooks[kind].style)}>
                {kindLooks[kind].sign}
              </span>
              {t(`tpl.kind.${kind}`)}
              <span className="tabular font-medium text-ink">{groups.filter((g) => g.kind === kind).length}</span>
            </li>
          ))}
        </ul>
        <h3 className="mt-2 text-sm font-semibold">{t('tpl.releases')}</h3>
        <ol className="border-t border-line">
          {template.releases.map((r) => (
            <li key={r.version} className="grid grid-cols-[3.5rem_minmax(0,1fr)] border-b border-line py-2">
              <span className="tabular font-display font-semibold">{r.version}</span>
              <span className="text-ink-2">{localText(r.changes, locale)}</span>
            </li>
          ))}
        </ol>
        {required.map((f) => (
          <p key={f.key} className="border-l-2 border-warn pl-3 text-sm text-ink-2">
            {t('fld.nowRequired', { name: localText(f.label, locale) })}
          </p>
        ))}
        <p className="text-sm text-ink-2">{t('tpl.promise')}</p>
        {problem?.status === 412 && (
          <div role="alert" className="grid justify-items-start gap-3 border-l-2 border-warn bg-warn-wash p-3 text-warn">
            <p>{t('tpl.stale')}</p>
            <Button variant="outline" onClick={onReload}>
              {t('tpl.reload')}
            </Button>
          </div>
        )}
        {problem?.status === 422 && (
          <p role="alert" className="border-l-2 border-bad bg-bad-wash px-3 py-2 text-bad">
            {t('tpl.refused', { what: (problem.errors ?? []).map((e) => `${e.field} ${refusalText(e, t)}`).join(', ') || failureText(problem, t) })}
          </p>
        )}
        {may ? (
          <div className="flex flex-wrap items-center gap-3">
            <Button className="tabular" busy={upgrade.isPending} disabled={open > 0 || problem?.status === 412} onClick={() => upgrade.mutate(choices)}>
              {t('tpl.upgrade', { version: template.newest })}
            </Button>
            {open > 0 && <span className="text-sm text-warn">{t('tpl.open', { count: open })}</span>}
          </div>
        ) : (
          <p className="border-l-2 border-info bg-info-wash px-3 py-2 text-info">{t('tpl.readOnly')}</p>
        )}
      </aside>
    </div>
  )
}
