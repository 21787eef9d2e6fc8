'use client'

import type { Domain } from '@itellico/contracts/domains'
import { Button } from '@/components/ui/button'
import { Badge, type Tone } from '@/components/ui/status'
import { TableCell, TableRow } from '@/components/ui/table'
import { formatInstant } from '@/lib/format'
import { useI18n } from '@/lib/i18n/client'
import { useCan, useTenant } from '@/lib/me'
import { useDomainActions } from './use-domains'

const looks: Readonly<globalThis.Record<Domain['status'] | 'warning', { tone: Tone; glyph: string }>> = {
  active: { tone: 'ok', glyph: '●' },
  pending: { tone: 'info', glyph: '◔' },
  inactive: { tone: 'bad', glyph: '⏸' },
  warning: { tone: 'warn', glyph: '!' },
}

interface Props {
  readonly domain: Domain
  readonly onRecord: () => void
  readonly onPrimary: () => void
  readonly onRemove: () => void
}

/** One domain: how it stands, what was found, what can be done. */
export function DomainRow({ domain, onRecord, onPrimary, onRemove }: Props) {
  const { t, locale } = useI18n()
  const { timezone } = useTenant()
  const may = useCan('tenant.domains.manage')
  const { check } = useDomainActions()
  const state = domain.missingSince && domain.status === 'active' ? 'warning' : domain.status
  const time = (instant: string) => formatInstant(instant, locale, timezone)
  const host = domain.shown
  return (
    <TableRow className="align-top">
      <TableCell className="py-3 align-top">
        <span className="flex flex-wrap items-center gap-2 font-medium">
          {host}
          {domain.primary && <Badge tone="info">{t('dom.main')}</Badge>}
        </span>
        {host !== domain.host && <span className="block font-mono text-xs text-ink-3">{domain.host}</span>}
      </TableCell>
      <TableCell className="max-w-[44ch] min-w-56 py-3 align-top">
        <Badge {...looks[state]}>{t(`dom.${state}`)}</Badge>
        {domain.problem && <p className="mt-1 text-sm text-ink-2">{t(`dom.${domain.problem}`)}</p>}
        {domain.deactivatesAt && <p className="mt-1 text-sm text-warn">{t('dom.until', { date: time(domain.deactivatesAt) })}</p>}
        {domain.problem === 'other_value' && (
          <p className="mt-1 text-xs break-all text-ink-3">
            {t('dom.found')}: <span className="font-mono">{domain.found.join(' · ')}</span>
          </p>
        )}
      </TableCell>
      <TableCell className="tabular py-3 align-top text-sm whitespace-nowrap text-ink-2">
        {domain.checkedAt ? time(domain.checkedAt) : t('dom.never')}
        {domain.nextCheckAt && domain.status === 'pending' && (
          <span className="block text-xs text-ink-3">{t('dom.next', { time: time(domain.nextCheckAt) })}</span>
        )}
      </TableCell>
      <TableCell className="py-2 align-top">
        {may && (
          <div className="flex flex-wrap gap-1 xl:justify-end">
            <Button variant="quiet" busy={check.isPending} aria-label={t('dom.checkOf', { host })} onClick={() => check.mutate(domain)}>
              {t('dom.check')}
            </Button>
            {(domain.status !== 'active' || domain.missingSince) && (
              <Button variant="quiet" aria-label={t('dom.showRecordOf', { host })} onClick={onRecord}>
                {t('dom.showRecord')}
              </Button>
            )}
            {domain.status === 'active' && !domain.primary && (
              <Button variant="quiet" aria-label={t('dom.makeMainOf', { host })} onClick={onPrimary}>
                {t('dom.makeMain')}
              </Button>
            )}
            <Button variant="quiet" aria-label={t('dom.removeOf', { host })} onClick={onRemove}>
              {t('dom.remove')}
            </Button>
          </div>
        )}
      </TableCell>
    </TableRow>
  )
}
