'use client'

import type { TemplateChange, TenantTemplate } from '@itellico/contracts/templates'
import { Badge } from '@/components/ui/status'
import { cn } from '@/lib/cn'
import { useI18n } from '@/lib/i18n/client'
import { unitText } from '@/lib/units'
import { grouped, hasValue, optionLines, partName, valueText, type ChangeGroup } from './change-words'

/** Sign and tint of what happens to a thing; a word comes with it. */
export const kindLooks: Record<TemplateChange['kind'], { sign: string; style: string }> = {
  added: { sign: '+', style: 'bg-ok-wash text-ok' },
  changed: { sign: '~', style: 'bg-info-wash text-info' },
  deprecated: { sign: '−', style: 'bg-warn-wash text-warn' },
}

function Details({ group, names }: { group: ChangeGroup; names: TenantTemplate['names'] }) {
  const { t, locale } = useI18n()
  const whole = group.changes.find((c) => c.whole)?.whole
  const parts = group.changes.filter((c) => c.part !== null && c.option === null)
  const tags = (['required', 'facet', 'highlight'] as const).filter((tag) => whole?.[tag])
  return (
    <div className="grid gap-0.5 text-sm text-ink-2">
      {whole && (
        <p className="flex flex-wrap items-center gap-x-2 gap-y-1">
          {t(`fld.type.${whole.type}`)}
          {whole.unit && `, ${unitText(whole.unit, locale)}`}
          {whole.options && ` (${whole.options.length})`}
          {whole.privacy !== 'public' && <Badge glyph="◐">{t(`fld.privacy.${whole.privacy}`)}</Badge>}
          {tags.map((tag) => (
            <Badge key={tag}>{t(`fld.tag.${tag}`)}</Badge>
          ))}
        </p>
      )}
      {group.kind === 'deprecated' && <p>{t('tpl.aside')}</p>}
      {parts.map((c) => (
        <p key={c.id}>
          {partName(c.part ?? '', locale, t)}:{' '}
          {hasValue(c.mine, c.part) && (
            <>
              <del className="text-ink-3">{valueText(c.mine, c.part, names, locale, t)}</del> <span aria-hidden>→</span>{' '}
            </>
          )}
          <ins className="font-medium text-ink no-underline">{valueText(c.theirs, c.part, names, locale, t)}</ins>
        </p>
      ))}
      {optionLines(group.changes, locale, t).map((line) => (
        <p key={line}>{line}</p>
      ))}
    </div>
  )
}

/** What comes by itself with a newer version, thing by thing. */
export function ChangeList({ changes, names }: { changes: readonly TemplateChange[]; names: TenantTemplate['names'] }) {
  const { t, locale } = useI18n()
  return (
    <ul className="border-t border-line-strong">
      {grouped(changes, locale, t).map((group) => (
        <li
          key={group.key}
          className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-3 border-b border-line py-2.5 sm:grid-cols-[auto_minmax(0,14rem)_minmax(0,1fr)]"
        >
          <span className={cn('mt-0.5 grid size-4.5 place-items-center rounded-xs font-mono text-xs', kindLooks[group.kind].style)}>
            <span aria-hidden>{kindLooks[group.kind].sign}</span>
            <span className="sr-only">{t(`tpl.kind.${group.kind}`)}</span>
          </span>
          <h3 className="font-medium break-words">{group.name}</h3>
          <div className="max-sm:col-start-2">
            <Details group={group} names={names} />
          </div>
        </li>
      ))}
    </ul>
  )
}
