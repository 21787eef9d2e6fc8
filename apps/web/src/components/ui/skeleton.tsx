import { cn } from '@/lib/cn'

/** Holds the place of what is coming. Give it the exact size of what it stands for. */
export function Skeleton({ className, style }: { className?: string; style?: React.CSSProperties }) {
  return <span aria-hidden style={style} className={cn('block animate-pulse rounded-sm bg-sunken', className)} />
}

/** Says once, for assistive technology, that a part of the page is loading. */
export function Loading({ label, className, children }: { label: string; className?: string; children: React.ReactNode }) {
  return (
    <div role="status" className={className}>
      <span className="sr-only">{label}</span>
      {children}
    </div>
  )
}
