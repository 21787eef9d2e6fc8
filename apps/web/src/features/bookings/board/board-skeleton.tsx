import { Loading, Skeleton } from '@/components/ui/skeleton'

/** Holds the place of the board. */
export function BoardSkeleton({ label, days }: { label: string; days: number }) {
  return (
    <Loading label={label} className="border-y border-line-strong">
      <div className="h-13 border-b border-line-strong" />
      {Array.from({ length: 9 }, (_, i) => (
        <div key={i} className="grid h-face grid-cols-[11rem_1fr] items-center border-b border-line">
          <div className="flex h-full items-center gap-2.5">
            <Skeleton className="h-full w-face rounded-none" />
            <Skeleton className="h-4 w-24" />
          </div>
          <div className="relative h-bar">
            <Skeleton className="absolute h-bar" style={{ left: `${(i * 37) % 70}%`, width: `${(3 / days) * (100 + ((i * 53) % 100))}%` }} />
          </div>
        </div>
      ))}
    </Loading>
  )
}
