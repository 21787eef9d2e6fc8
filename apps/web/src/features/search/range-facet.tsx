'use client'

import { useState } from 'react'
import { Slider } from '@base-ui/react/slider'
import type { Facet } from '@itellico/contracts/search'
import { useI18n } from '@/lib/i18n/client'
import { formatMeasurement, type UnitSystem } from '@/lib/units'
import { facetParam, withPart, type SearchQuery } from './search-query'

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
  const bound = (part: string, otherwise: number) => Number(query[`${param}[${part}]`] ?? otherwise)
  const committed: [number, number] = [bound('gte', facet.min), bound('lte', facet.max)]
  const [draft, setDraft] = useState<[number, number] | null>(null)
  const [low, high] = draft ?? committed
  const text = (value: number) => formatMeasurement(value, facet.unit ?? undefined, unitSystem, locale, facet.key)
  const commit = ([from, to]: readonly number[]) => {
    setDraft(null)
    if (from === undefined || to === undefined) return
    // Each step of an arrow key commits: Back must not walk through all of them.
    onChange(withPart(query, { [`${param}[gte]`]: from > facet.min ? String(from) : '', [`${param}[lte]`]: to < facet.max ? String(to) : '' }), 'replace')
  }
  if (facet.min >= facet.max) return <p className="text-sm text-ink-3">{text(facet.min)}</p>
  return (
    <Slider.Root
      value={[low, high]}
      min={facet.min}
      max={facet.max}
      onValueChange={(value) => setDraft([value[0] ?? low, value[1] ?? high])}
      onValueCommitted={commit}
    >
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
