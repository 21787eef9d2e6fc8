'use client'

import type { TemplateChange, TemplateChoice, TenantTemplate } from '@itellico/contracts/templates'
import { Button } from '@/components/ui/button'
import { Segmented } from '@/components/ui/segmented'
import { useI18n } from '@/lib/i18n/client'
import { nameOf, partName, valueText } from './change-words'

interface Props {
  readonly conflicts: readonly TemplateChange[]
  readonly choices: Readonly<Record<string, TemplateChoice>>
  readonly names: TenantTemplate['names']
  readonly editable: boolean
  readonly onChoose: (choices: Record<string, TemplateChoice>) => void
}

/** What the marketplace and the template changed both: what it was, ours, theirs, and the choice between them. */
export function ConflictList({ conflicts, choices, names, editable, onChoose }: Props) {
  const { t, locale } = useI18n()
  const all = (choice: TemplateChoice) => onChoose(Object.fromEntries(conflicts.map((c) => [c.id, choice])))
  return (
    <section aria-labelledby="conflicts" className="grid gap-3">
      <div className="flex flex-wrap items-end justify-between gap-3">
        <div className="grid gap-1">
          <h2 id="conflicts" className="flex items-baseline gap-2 text-lg font-semibold">
            {t('tpl.conflicts')}
            <span className="tabular text-sm font-normal text-ink-3">{conflicts.length}</span>
          </h2>
          <p className="text-ink-2">{t('tpl.conflictsText')}</p>
        </div>
        {editable && conflicts.length > 1 && (
          <div className="flex flex-wrap gap-2">
            <Button variant="quiet" size="sm" onClick={() => all('mine')}>
              {t('tpl.allMine')}
            </Button>
            <Button variant="quiet" size="sm" onClick={() => all('theirs')}>
              {t('tpl.allTheirs')}
            </Button>
          </div>
        )}
      </div>
      <ul className="border-t border-line-strong">
        {conflicts.map((c) => {
          const name = c.part ? `${nameOf(c, locale, t)}, ${partName(c.part, locale, t)}` : nameOf(c, locale, t)
          const facts = [
            [t('tpl.before'), c.base],
            [t('tpl.ours'), c.mine],
            [t('tpl.new'), c.theirs],
          ] as const
          return (
            <li key={c.id} className="grid items-center gap-x-6 gap-y-2 border-b border-line py-3 lg:grid-cols-[minmax(0,1fr)_auto]">
              <div className="grid min-w-0 gap-1">
                <h3 className="font-medium break-words">{name}</h3>
                {c.part ? (
                  <dl className="flex flex-wrap gap-x-6 gap-y-1 text-sm">
                    {facts.map(([label, value]) => (
                      <div key={label} className="flex gap-1.5">
                        <dt className="text-ink-3">{label}</dt>
                        <dd className="font-medium">{valueText(value, c.part, names, locale, t)}</dd>
                      </div>
                    ))}
                  </dl>
                ) : (
                  <p className="text-sm text-ink-2">{c.kind === 'deprecated' ? t('tpl.aside') : t('tpl.wholeConflict')}</p>
                )}
              </div>
              {editable && (
                <Segmented<TemplateChoice | ''>
                  label={t('tpl.choose', { name })}
                  value={choices[c.id] ?? ''}
                  onValueChange={(choice) => choice && onChoose({ [c.id]: choice })}
                  className="justify-self-start"
                  options={[
                    { value: 'mine', label: t('tpl.mine') },
                    { value: 'theirs', label: t('tpl.theirs') },
                  ]}
                />
              )}
            </li>
          )
        })}
      </ul>
    </section>
  )
}
