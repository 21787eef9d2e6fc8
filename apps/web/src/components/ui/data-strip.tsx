import type { ReactNode } from 'react'
import { cn } from '@/lib/cn'

export interface DataPoint {
  readonly key: string
  readonly label: ReactNode
  readonly value: ReactNode
}

/** Facts in ruled lines: label above, value below. As many to a line as fit; the first of each stands at the edge. */
export function DataStrip({ items, className, size = 'md' }: { items: readonly DataPoint[]; className?: string; size?: 'md' | 'lg' }) {
  return (
    <div className={cn('overflow-hidden border-y border-line', className)}>
      <dl className="-mt-px -ml-4 grid grid-cols-[repeat(auto-fit,minmax(7.25rem,1fr))]">
        {items.map((item) => (
          <div key={item.key} className="border-t border-l border-line px-4 py-3">
            <dt className="truncate text-xs text-ink-3">{item.label}</dt>
            <dd className={cn('tabular font-display font-semibold', size === 'lg' ? 'text-lg md:text-xl' : 'text-md')}>{item.value}</dd>
          </div>
        ))}
      </dl>
    </div>
  )
}
