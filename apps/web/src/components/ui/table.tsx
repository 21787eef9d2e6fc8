import type { ComponentProps } from 'react'
import { cn } from '@/lib/cn'

/** A table that scrolls sideways when the column is narrow; its head stays in sight. Give it a `<caption className="sr-only">`. */
export function Table({ className, ...props }: ComponentProps<'table'>) {
  return (
    <div className="relative w-full overflow-x-auto" tabIndex={0} role="region" aria-label={props['aria-label']}>
      <table className={cn('w-full border-collapse text-base', className)} {...props} />
    </div>
  )
}

/** The head with the names of the columns. */
export function TableHead({ className, ...props }: ComponentProps<'thead'>) {
  return <thead className={cn('sticky top-0 z-10 bg-canvas', className)} {...props} />
}

/** The rows. */
export function TableBody(props: ComponentProps<'tbody'>) {
  return <tbody {...props} />
}

/** One row. */
export function TableRow({ className, ...props }: ComponentProps<'tr'>) {
  return <tr className={cn('border-b border-line last:border-b-0 in-[tbody]:hover:bg-sunken', className)} {...props} />
}

/** The name of a column. Add `num` to its class for numbers. */
export function TableHeader({ className, ...props }: ComponentProps<'th'>) {
  return (
    <th
      scope="col"
      className={cn('h-8 border-b border-line-strong px-3 text-left text-xs font-medium whitespace-nowrap text-ink-3 first:pl-0 last:pr-0', className)}
      {...props}
    />
  )
}

/** A value. Add `num` to its class for numbers. */
export function TableCell({ className, ...props }: ComponentProps<'td'>) {
  return <td className={cn('h-row px-3 py-1 align-middle first:pl-0 last:pr-0', className)} {...props} />
}
