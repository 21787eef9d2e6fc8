import { cn } from '@/lib/cn'

/** The name of the marketplace as its sign. */
export function Wordmark({ name, className }: { name: string; className?: string }) {
  return <span className={cn('font-display text-lg leading-none font-bold tracking-[-0.045em] whitespace-nowrap', className)}>{name}</span>
}
