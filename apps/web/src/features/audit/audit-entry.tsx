'use client'

import type { AuditEntry } from '@itellico/contracts/audit'
import { Collapsible } from '@base-ui/react/collapsible'
import { ChevronRight } from 'lucide-react'
import { actorText, auditText } from '@/lib/catalogue/admin-texts'
import { formatInstant } from '@/lib/format'
import { useI18n } from '@/lib/i18n/client'
import { useTrailNames, type TrailNames } from './trail-names'

/** A value of an audit entry as people can read it. */
function Value({ field, value, names }: { field: string; value: unknown; names: TrailNames }) {
  const { t } = useI18n()
  const known = names.value(field, value)
  if (known !== null) return known
  if (value === null || value === undefined || value === '') return <span className="text-ink-3">{t('aud.empty')}</span>
  if (typeof value === 'boolean') return value ? t('common.yes') : t('common.no')
  if (Array.isArray(value) && value.every((v) => typeof v !== 'object')) return value.join(', ')
  if (typeof value === 'object') return <code className="font-mono text-xs break-all whitespace-pre-wrap">{JSON.stringify(value, null, 1)}</code>
  return String(value)
}

interface Props {
  readonly entry: AuditEntry
  readonly zone: string
  readonly onPerson?: (id: string, name: string) => void
  readonly onThing?: (id: string) => void
}

/** One entry: when, who, what; opens to what was there before and after. */
export function AuditEntryRow({ entry, zone, onPerson, onThing }: Props) {
  const { t, locale } = useI18n()
  const changes = entry.changes.length
  const names = useTrailNames(entry.entity)
  const summary = auditText(entry, t)
  const actor = actorText(entry, t)
  return (
    <li className="border-b border-line">
      <Collapsible.Root>
        <Collapsible.Trigger className="group grid w-full grid-cols-[3.25rem_minmax(0,1fr)_auto] items-start gap-x-3 py-2 text-left hover:bg-sunken md:grid-cols-[3.25rem_11rem_minmax(0,1fr)_auto]">
          <time dateTime={entry.at} className="tabular text-ink-3">
            {formatInstant(entry.at, locale, zone, { hour: '2-digit', minute: '2-digit' })}
          </time>
          <span className="truncate font-medium">{actor}</span>
          <span className="col-span-2 col-start-2 row-start-2 min-w-0 text-ink-2 md:col-span-1 md:col-start-3 md:row-start-1">
            {summary}
            {entry.key && <span className="text-ink-3"> {t('aud.withKey', { name: entry.key.name })}</span>}
            {changes > 0 && <span className="ml-2 text-xs text-ink-3">{changes === 1 ? t('aud.change') : t('aud.changes', { count: changes })}</span>}
          </span>
          <ChevronRight aria-hidden className="mt-0.5 size-4 text-ink-3 transition-transform duration-150 group-data-panel-open:rotate-90" />
        </Collapsible.Trigger>
        <Collapsible.Panel className="grid gap-4 pt-1 pb-4 pl-3 md:pl-16">
          {changes > 0 && (
            <div className="overflow-x-auto" tabIndex={0} role="region" aria-label={t('aud.details', { summary })}>
              <table className="w-full text-sm">
                <thead>
                  <tr className="text-left text-xs text-ink-3">
                    {(['aud.field', 'aud.before', 'aud.after'] as const).map((key) => (
                      <th key={key} scope="col" className="border-b border-line-strong py-1 pr-4 font-medium">
                        {t(key)}
                      </th>
                    ))}
                  </tr>
                </thead>
                <tbody>
                  {entry.changes.map((c, i) => (
                    <tr key={`${c.field}${i}`} className="border-b border-line align-top">
                      <th scope="row" className="py-1 pr-4 text-left font-medium">
                        {names.field(c.field)}
                      </th>
                      <td className="max-w-xs py-1 pr-4 break-words text-ink-2">
                        <Value field={c.field} value={c.from} names={names} />
                      </td>
                      <td className="max-w-xs py-1 break-words">
                        <Value field={c.field} value={c.to} names={names} />
                      </td>
                    </tr>
                  ))}
                </tbody>
              </table>
            </div>
          )}
          <dl className="flex flex-wrap gap-x-6 gap-y-1 text-xs text-ink-3">
            {[
              [t('aud.action'), entry.action],
              [t('aud.ip'), entry.ip],
              [t('aud.request'), entry.requestId],
            ].map(
              ([label, value]) =>
                value && (
                  <div key={label} className="flex gap-1.5">
                    <dt>{label}</dt>
                    <dd className="font-mono break-all text-ink-2">{value}</dd>
                  </div>
                ),
            )}
          </dl>
          {(onPerson ?? onThing) && (
            <p className="flex flex-wrap gap-4 text-sm">
              {onPerson && entry.actorId && (
                <button type="button" className="link" onClick={() => entry.actorId && onPerson(entry.actorId, entry.actorName)}>
                  {t('aud.onlyPerson', { name: entry.actorName })}
                </button>
              )}
              {onThing && entry.entityId && (
                <button type="button" className="link" onClick={() => entry.entityId && onThing(entry.entityId)}>
                  {t('aud.onlyThing')}
                </button>
              )}
            </p>
          )}
        </Collapsible.Panel>
      </Collapsible.Root>
    </li>
  )
}
