import { Loading, Skeleton } from '@/components/ui/skeleton'

export const gridStyles = 'grid grid-cols-2 gap-x-4 gap-y-8 sm:grid-cols-3 lg:gap-x-5 xl:grid-cols-4'
export const gridSizes = '(min-width: 1280px) 19vw, (min-width: 1024px) 24vw, (min-width: 640px) 31vw, 46vw'

/** Holds the place of search, filters and results. */
export function SearchSkeleton({ label }: { label: string }) {
  return (
    <Loading label={label} className="grid gap-x-10 lg:grid-cols-[15rem_minmax(0,1fr)]">
      <div className="hidden content-start gap-4 border-t border-line-strong pt-4 lg:grid">
        {Array.from({ length: 10 }, (_, i) => (
          <Skeleton key={i} className="h-5" />
        ))}
      </div>
      <div>
        <div className="h-13 border-b-2 border-ink" />
        <div className="flex justify-between py-4">
          <Skeleton className="h-control w-24" />
          <Skeleton className="h-control w-36" />
        </div>
        <div className={gridStyles}>
          {Array.from({ length: 12 }, (_, i) => (
            <div key={i} className="grid gap-2.5">
              <Skeleton className="aspect-3/4 rounded-none" />
              <Skeleton className="h-10 w-2/3" />
            </div>
          ))}
        </div>
      </div>
    </Loading>
  )
}
