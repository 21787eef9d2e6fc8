'use client'

import { useState } from 'react'
import { Slider } from '@base-ui/react/slider'
import type { Facet } from '@itellico/contracts/search'
import { useI18n } from '@/lib/i18n/client'
import { useDelayed } from '@/lib/use-delayed'
import { formatMeasurement, type UnitSystem } from '@/lib/units'
import { facetParam, toSearchQuery, withPart, type SearchQuery } from './search-query'

const WAIT_MS = 350

interface Props {
  readonly facet: Extract<Facet, { kind: 'range' }>
  readonly query: SearchQuery
  readonly onChange: (query: SearchQuery, how?: 'push' | 'replace') => void
  readonly unitSystem: UnitSystem
}

/** A range between the smallest and the largest value that occur. */
export function RangeFacet({ facet, query, onChange, unitSystem }: Props) {
  const { t, locale } = useI18n()
  const param = facetParam(facet.key)
  const bound = (part: string, otherwise: number) => {
    const value = Number(query[`${param}[${part}]`] ?? otherwise)
    return Number.isFinite(value) ? Math.min(facet.max, Math.max(facet.min, value)) : otherwise
  }
  const committed: [number, number] = [bound('gte', facet.min), bound('lte', facet.max)]
  const address = committed.join()
  const [seen, setSeen] = useState(address)
  const [draft, setDraft] = useState<{ values: [number, number]; sent: boolean } | null>(null)
  const delayed = useDelayed(WAIT_MS)
  // What is set here holds until the address says the same, or something else changed it.
  if (seen !== address) {
    setSeen(address)
    if (draft?.sent) setDraft(null)
  }
  const [low, high] = draft?.values ?? committed
  const text = (value: number) => formatMeasurement(value, facet.unit ?? undefined, unitSystem, locale, facet.key)
  const change = ([from = low, to = high]: readonly number[]) => {
    setDraft({ values: [from, to], sent: false })
    delayed(() => {
      setDraft({ values: [from, to], sent: true })
      const parts = { [`${param}[gte]`]: from > facet.min ? String(from) : '', [`${param}[lte]`]: to < facet.max ? String(to) : '' }
      // The address as it is by now: another filter may have changed meanwhile.
      onChange(withPart(toSearchQuery(new URLSearchParams(location.search).entries()), parts), 'replace')
    })
  }
  if (facet.min >= facet.max) return <p className="text-sm text-ink-3">{text(facet.min)}</p>
  return (
    <Slider.Root value={[low, high]} min={facet.min} max={facet.max} onValueChange={change}>
      <p className="tabular flex justify-between pb-1 text-sm text-ink-2">
        <span>{text(low)}</span>
        <span>{text(high)}</span>
      </p>
      <Slider.Control className="flex h-7 items-center px-2.5 touch-none select-none">
        <Slider.Track className="relative h-0.5 w-full bg-line-strong">
          <Slider.Indicator className="bg-brand" />
          <Slider.Thumb
            index={0}
            getAriaLabel={() => t('talent.min', { label: facet.label })}
            getAriaValueText={() => text(low)}
            className="size-5 rounded-full border-2 border-brand bg-surface has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-brand"
          />
          <Slider.Thumb
            index={1}
            getAriaLabel={() => t('talent.max', { label: facet.label })}
            getAriaValueText={() => text(high)}
            className="size-5 rounded-full border-2 border-brand bg-surface has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-brand"
          />
        </Slider.Track>
      </Slider.Control>
    </Slider.Root>
  )
}
