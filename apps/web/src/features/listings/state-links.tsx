'use client'

import Link from 'next/link'
import { useSearchParams } from 'next/navigation'
import { cn } from '@/lib/cn'

interface Props<T extends string> {
  readonly label: string
  /** Name in the address; the first option stands for none. */
  readonly param: string
  readonly current: T
  readonly options: readonly { readonly value: T; readonly label: string; readonly count?: number | undefined }[]
  readonly onChoose: (value: T) => void
  readonly className?: string
}

/** Piles of one list side by side; each has an address of its own. */
export function StateLinks<T extends string>({ label, param, current, options, onChoose, className }: Props<T>) {
  const search = useSearchParams()
  const hrefOf = (value: T, first: boolean) => {
    const next = new URLSearchParams(search)
    if (first) next.delete(param)
    else next.set(param, value)
    return `?${next}`
  }
  return (
    <nav aria-label={label} className={cn('no-scrollbar -mx-1 flex gap-3 overflow-x-auto border-b border-line', className)}>
      {options.map(({ value, label: text, count }, i) => (
        <Link
          key={value}
          href={hrefOf(value, i === 0)}
          aria-current={value === current ? 'page' : undefined}
          onClick={(e) => {
            if (e.metaKey || e.ctrlKey || e.shiftKey) return
            e.preventDefault()
            onChoose(value)
          }}
          className={cn(
            '-mb-px flex h-10 items-center gap-1.5 border-b-2 px-1 text-base font-medium whitespace-nowrap focus-visible:-outline-offset-2',
            value === current ? 'border-brand text-ink' : 'border-transparent text-ink-3 hover:text-ink',
          )}
        >
          {text}
          {count !== undefined && <span className={cn('tabular text-xs', value === current ? 'text-ink-2' : 'text-ink-3')}>{count}</span>}
        </Link>
      ))}
    </nav>
  )
}
