import { Loading, Skeleton } from '@/components/ui/skeleton'

/** A signed-in page that is on its way: title and rows. */
export function PageSkeleton({ label }: { label: string }) {
  return (
    <Loading label={label} className="grid gap-3">
      <Skeleton className="mb-3 h-9 w-64" />
      {[0, 1, 2, 3, 4, 5, 6, 7].map((i) => (
        <Skeleton key={i} className="h-row" />
      ))}
    </Loading>
  )
}
