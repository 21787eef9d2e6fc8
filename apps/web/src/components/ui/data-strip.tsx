import type { ReactNode } from 'react'
import { cn } from '@/lib/cn'

export interface DataPoint {
  readonly key: string
  readonly label: ReactNode
  readonly value: ReactNode
}

/** Facts in one ruled line: label above, value below. Wraps where it must. */
export function DataStrip({ items, className, size = 'md' }: { items: readonly DataPoint[]; className?: string; size?: 'md' | 'lg' }) {
  return (
    <dl className={cn('flex flex-wrap border-y border-line', className)}>
      {items.map((item) => (
        <div key={item.key} className="min-w-24 flex-1 border-l border-line px-4 py-3 first:border-l-0 first:pl-0">
          <dt className="text-xs text-ink-3">{item.label}</dt>
          <dd className={cn('tabular font-display font-semibold', size === 'lg' ? 'text-xl' : 'text-md')}>{item.value}</dd>
        </div>
      ))}
    </dl>
  )
}
