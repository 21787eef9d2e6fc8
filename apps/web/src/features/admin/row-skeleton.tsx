import { Loading, Skeleton } from '@/components/ui/skeleton'

/** Holds the place of a table: a head and rows of the height that rows have. */
export function RowSkeleton({ label, rows = 8, tall = false }: { label: string; rows?: number; tall?: boolean }) {
  return (
    <Loading label={label} className="border-t border-line-strong">
      {Array.from({ length: rows }, (_, i) => (
        <div key={i} className={`flex items-center gap-6 border-b border-line ${tall ? 'h-16' : 'h-row'}`}>
          <Skeleton className="h-4 w-1/4" />
          <Skeleton className="h-4 w-1/6" />
          <Skeleton className="h-4 w-1/6 max-sm:hidden" />
          <Skeleton className="ml-auto h-4 w-16" />
        </div>
      ))}
    </Loading>
  )
}
