import { Loading, Skeleton } from '@/components/ui/skeleton'

/** Holds the place of the board. */
export function BoardSkeleton({ label, days }: { label: string; days: number }) {
  return (
    <Loading label={label} className="border-y border-line-strong">
      <div className="h-13 border-b border-line-strong" />
      {Array.from({ length: 9 }, (_, i) => (
        <div key={i} className="grid h-14 grid-cols-[11rem_1fr] items-center border-b border-line">
          <div className="flex h-full items-center gap-2.5">
            <Skeleton className="h-full w-11 rounded-none" />
            <Skeleton className="h-4 w-24" />
          </div>
          <div className="relative h-6">
            <Skeleton className="absolute h-6" style={{ left: `${(i * 37) % 70}%`, width: `${(3 / days) * (100 + ((i * 53) % 100))}%` }} />
          </div>
        </div>
      ))}
    </Loading>
  )
}
