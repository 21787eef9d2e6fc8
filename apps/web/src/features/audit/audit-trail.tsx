'use client'

import { X } from 'lucide-react'
import { PageHeader } from '@/components/shell/page-header'
import { Button } from '@/components/ui/button'
import { DateRangePicker } from '@/components/ui/date-picker'
import { Select } from '@/components/ui/select'
import { NothingFits } from '@/features/admin/list-end'
import { SearchField } from '@/features/admin/search-field'
import { addDays, instantAt } from '@/features/bookings/zone'
import { useI18n } from '@/lib/i18n/client'
import { usePerson } from '@/lib/me'
import { useFilters } from '@/lib/use-filters'
import { AuditList } from './audit-list'
import { ChainCheck } from './chain-check'
import type { AuditSource } from './use-audit'

const AREAS = {
  tenant: [
    'accounts',
    'auth',
    'applications',
    'bookings',
    'exports',
    'isolation',
    'listings',
    'media',
    'messaging',
    'packages',
    'privacy',
    'profiles',
    'templates',
    'tenants',
  ],
  platform: ['auth', 'tenants'],
} as const

/** A trail with its filters; the address keeps them, so that a view can be passed on. */
export function AuditTrail({ source }: { source: AuditSource }) {
  const { t } = useI18n()
  const { me, tenant } = usePerson()
  const zone = tenant?.timezone ?? me.timezone
  const { get, set, reset, active } = useFilters()
  const [from, to, area] = [get('from'), get('to'), get('area')]
  const filter = {
    q: get('q'),
    action: area && `${area}.`,
    actorId: get('actor'),
    entityId: get('thing'),
    from: from && instantAt(from, '00:00', zone),
    to: to && instantAt(addDays(to, 1), '00:00', zone),
  }
  const chips = [
    ...(filter.actorId ? [{ key: 'actor', text: t('aud.onlyPerson', { name: get('name') || t('aud.person') }), clear: { actor: '', name: '' } }] : []),
    ...(filter.entityId ? [{ key: 'thing', text: t('aud.onlyThing'), clear: { thing: '' } }] : []),
  ]
  return (
    <>
      <PageHeader title={t('aud.title')} lead={t('aud.lead')} />
      <div className="mb-5">
        <ChainCheck source={source} />
      </div>
      <div className="mb-5 flex flex-wrap gap-2">
        <SearchField label={t('aud.search')} value={filter.q} onValueChange={(q) => set({ q })} />
        <Select
          aria-label={t('aud.area')}
          className="w-auto min-w-44"
          value={area || 'any'}
          onValueChange={(next) => set({ area: next === 'any' ? '' : next })}
          options={[{ value: 'any', label: t('aud.anyArea') }, ...AREAS[source].map((value) => ({ value, label: t(`aud.area.${value}`) }))]}
        />
        <DateRangePicker
          label={t('aud.period')}
          placeholder={t('aud.anyPeriod')}
          className="w-auto min-w-44"
          value={from && to ? { from, to } : null}
          onValueChange={(range) => set({ from: range?.from ?? '', to: range?.to ?? '' })}
        />
        {chips.map((chip) => (
          <Button key={chip.key} variant="outline" onClick={() => set(chip.clear)} className="border-brand bg-brand-wash text-brand-ink">
            {chip.text}
            <X />
          </Button>
        ))}
        {active && (
          <Button variant="quiet" onClick={reset}>
            {t('adm.resetFilters')}
          </Button>
        )}
      </div>
      <AuditList
        source={source}
        filter={filter}
        zone={zone}
        onPerson={(actor, name) => set({ actor, name })}
        onThing={(thing) => set({ thing })}
        {...(active && { nothing: <NothingFits onReset={reset} /> })}
      />
    </>
  )
}
