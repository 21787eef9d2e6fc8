'use client'

import { X } from 'lucide-react'
import type { Facet } from '@itellico/contracts/search'
import { useI18n } from '@/lib/i18n/client'
import { formatMeasurement, type UnitSystem } from '@/lib/units'
import { choiceLabel, facetParam, filterParts, toggled, withPart, type SearchQuery } from './search-query'

interface Props {
  readonly facets: readonly Facet[]
  readonly query: SearchQuery
  readonly onChange: (query: SearchQuery) => void
  readonly unitSystem: UnitSystem
}

interface Chip {
  readonly id: string
  readonly text: string
  readonly without: SearchQuery
}

/** What narrows the search right now; each part can be taken away. */
export function ActiveFilters({ facets, query, onChange, unitSystem }: Props) {
  const { t, locale } = useI18n()
  const parts = filterParts(query)
  if (parts.length === 0) return null
  const chips = facets.flatMap((facet): Chip[] => {
    const param = facetParam(facet.key)
    if (facet.kind === 'choice') {
      return (query[param]?.split(',') ?? []).map((value) => ({
        id: `${param}=${value}`,
        text: choiceLabel(facet.values.find((v) => v.value === value) ?? { value, label: value }),
        without: toggled(query, param, value),
      }))
    }
    const [from, to] = [query[`${param}[gte]`], query[`${param}[lte]`]]
    if (!from && !to) return []
    const text = (value: string | undefined, otherwise: number) =>
      formatMeasurement(Number(value ?? otherwise), facet.unit ?? undefined, unitSystem, locale, facet.key)
    return [
      {
        id: param,
        text: `${facet.label} ${text(from, facet.min)}–${text(to, facet.max)}`,
        without: withPart(query, { [`${param}[gte]`]: '', [`${param}[lte]`]: '' }),
      },
    ]
  })
  return (
    <ul aria-label={t('talent.filters')} className="flex flex-wrap gap-2 pb-4">
      {chips.map((chip) => (
        <li key={chip.id}>
          <button
            type="button"
            aria-label={t('talent.remove', { name: chip.text })}
            onClick={() => onChange(chip.without)}
            className="flex h-7 items-center gap-1.5 rounded-full bg-brand-wash pr-2 pl-3 text-sm font-medium text-brand-ink hover:bg-sunken"
          >
            {chip.text}
            <X aria-hidden className="size-3.5" />
          </button>
        </li>
      ))}
      <li>
        <button
          type="button"
          onClick={() => onChange(withPart(query, Object.fromEntries(parts.map((p) => [p, '']))))}
          className="h-7 px-1 text-sm text-ink-2 link"
        >
          {t('talent.clearAll')}
        </button>
      </li>
    </ul>
  )
}
