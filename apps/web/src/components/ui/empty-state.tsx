import type { ReactNode } from 'react'
import { cn } from '@/lib/cn'

/** What to show where there is nothing yet: says why, and what to do next. */
export function EmptyState({ title, text, action, className }: { title: ReactNode; text?: ReactNode; action?: ReactNode; className?: string }) {
  return (
    <div className={cn('grid justify-items-start gap-3 border-t border-line py-10', className)}>
      <h2 className="max-w-[24ch] text-xl font-semibold">{title}</h2>
      {text && <p className="max-w-[52ch] text-base text-ink-2">{text}</p>}
      {action && <div className="mt-2 flex flex-wrap gap-2">{action}</div>}
    </div>
  )
}
