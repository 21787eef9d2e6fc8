import { Loading, Skeleton } from '@/components/ui/skeleton'

/** What a signed-in page looks like before anybody knows who looks at it. */
export function WorkspaceSkeleton({ label }: { label: string }) {
  return (
    <Loading label={label} className="grid min-h-dvh lg:grid-cols-[15rem_minmax(0,1fr)]">
      <div className="hidden content-start gap-3 border-r border-line px-5 py-5 lg:grid">
        <Skeleton className="h-5 w-32" />
        <Skeleton className="my-3 h-9" />
        {[0, 1, 2, 3, 4, 5].map((i) => (
          <Skeleton key={i} className="h-7" />
        ))}
      </div>
      <div>
        <div className="flex h-13 items-center justify-end gap-3 border-b border-line px-4 lg:px-8">
          <Skeleton className="mr-auto h-8 w-64" />
          <Skeleton className="size-8 rounded-full" />
        </div>
        <div className="grid gap-4 px-4 pt-6 lg:px-8">
          <Skeleton className="h-8 w-56" />
          <Skeleton className="h-64" />
        </div>
      </div>
    </Loading>
  )
}
