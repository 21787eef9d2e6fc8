'use client'

import { useState } from 'react'
import { ChevronDown } from 'lucide-react'
import type { Facet } from '@itellico/contracts/search'
import { Checkbox } from '@/components/ui/checkbox'
import { useI18n } from '@/lib/i18n/client'
import type { UnitSystem } from '@/lib/units'
import { RangeFacet } from './range-facet'
import { choiceLabel, facetParam, toggled, type SearchQuery } from './search-query'

const SHOWN = 6
const OPEN = 5

interface Props {
  readonly facets: readonly Facet[]
  readonly query: SearchQuery
  readonly onChange: (query: SearchQuery, how?: 'push' | 'replace') => void
  readonly unitSystem: UnitSystem
}

/** Every way to narrow the search, one ruled part each. */
export function FacetList({ facets, query, onChange, unitSystem }: Props) {
  return (
    <div className="lg:border-t lg:border-line-strong">
      {facets.map((facet, index) => (
        <details key={facet.key} open={index < OPEN} className="group border-b border-line py-1 last:border-b-0">
          <summary className="flex h-10 list-none items-center justify-between text-base font-semibold [&::-webkit-details-marker]:hidden">
            {facet.label}
            <ChevronDown aria-hidden className="size-4 text-ink-3 transition-transform duration-150 group-open:rotate-180" />
          </summary>
          <div className="pb-3">
            {facet.kind === 'choice' ? (
              <ChoiceFacet facet={facet} query={query} onChange={onChange} />
            ) : (
              <RangeFacet facet={facet} query={query} onChange={onChange} unitSystem={unitSystem} />
            )}
          </div>
        </details>
      ))}
    </div>
  )
}

function ChoiceFacet({ facet, query, onChange }: { facet: Extract<Facet, { kind: 'choice' }>; query: SearchQuery; onChange: (query: SearchQuery) => void }) {
  const { t } = useI18n()
  const [all, setAll] = useState(false)
  const param = facetParam(facet.key)
  const chosen = new Set(query[param]?.split(',') ?? [])
  const values = all ? facet.values : facet.values.filter((v, i) => i < SHOWN || chosen.has(v.value))
  return (
    <div role="group" aria-label={facet.label} className="grid">
      {values.map((v) => (
        <Checkbox
          key={v.value}
          label={choiceLabel(v)}
          count={v.count}
          checked={chosen.has(v.value)}
          disabled={v.count === 0 && !chosen.has(v.value)}
          onCheckedChange={() => onChange(toggled(query, param, v.value))}
        />
      ))}
      {facet.values.length > SHOWN && (
        <button type="button" className="mt-1 w-fit text-sm text-ink-2 link" aria-expanded={all} onClick={() => setAll(!all)}>
          {all ? t('talent.lessValues') : t('talent.moreValues', { count: facet.values.length - SHOWN })}
        </button>
      )}
    </div>
  )
}
