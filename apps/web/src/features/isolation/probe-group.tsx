'use client'

import { ChevronDown } from 'lucide-react'
import type { Probe, ProbeGroup as Group } from '@itellico/contracts/isolation'
import { Badge, type Tone } from '@/components/ui/status'
import { useI18n } from '@/lib/i18n/client'
import { CheckCounts } from './check-counts'

const LOOKS: Readonly<Record<Probe['outcome'], { tone: Tone; glyph: string }>> = {
  passed: { tone: 'ok', glyph: '✓' },
  failed: { tone: 'bad', glyph: '✕' },
  skipped: { tone: 'neutral', glyph: '—' },
}

/** Probes of one group; open from the start when something in it failed. */
export function ProbeGroup({ group, probes }: { group: Group; probes: readonly Probe[] }) {
  const { t } = useI18n()
  const n = (outcome: Probe['outcome']) => probes.filter((p) => p.outcome === outcome).length
  const counts = { passed: n('passed'), failed: n('failed'), skipped: n('skipped') }
  return (
    <details open={counts.failed > 0} className="group border-b border-line pb-4">
      <summary className="grid cursor-pointer list-none grid-cols-[minmax(0,1fr)_auto] gap-x-4 gap-y-1.5 [&::-webkit-details-marker]:hidden">
        <h2 className="text-lg font-semibold">{t(`iso.group.${group}`)}</h2>
        <ChevronDown aria-hidden className="size-5 self-center text-ink-3 transition-transform duration-150 group-open:rotate-180" />
        <p className="max-w-[64ch] text-ink-2">{t(`iso.groupText.${group}`)}</p>
        <p className="col-span-2 flex flex-wrap gap-2">
          <CheckCounts counts={counts} />
        </p>
      </summary>
      <ul className="mt-4 border-t border-line">
        {probes.map((probe) => (
          <li key={probe.name} className="grid gap-x-4 gap-y-1 border-b border-line py-2 last:border-b-0 sm:grid-cols-[7rem_minmax(0,1fr)_minmax(0,1fr)]">
            <span>
              <Badge {...LOOKS[probe.outcome]}>{t(`iso.outcome.${probe.outcome}`)}</Badge>
            </span>
            <span className="font-mono text-sm [overflow-wrap:anywhere]">{probe.name}</span>
            <span lang="en" className="text-sm text-ink-2 [overflow-wrap:anywhere]">
              {probe.got}
              {probe.outcome === 'failed' && <span className="block text-bad">≠ {probe.expected}</span>}
            </span>
          </li>
        ))}
      </ul>
    </details>
  )
}
