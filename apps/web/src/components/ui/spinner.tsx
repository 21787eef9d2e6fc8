import { cn } from '@/lib/cn'

/** Shows that work of unknown length is going on. The element around it says which. */
export function Spinner({ className }: { className?: string }) {
  return <span aria-hidden className={cn('inline-block size-4 animate-spin rounded-full border-2 border-current border-r-transparent', className)} />
}
