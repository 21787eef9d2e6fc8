'use client'

import { useQuery } from '@tanstack/react-query'
import { listApplicants } from '@itellico/contracts/applications'
import { MediaImage } from '@/components/ui/media-image'
import { Skeleton } from '@/components/ui/skeleton'
import { api } from '@/lib/api.client'
import { usePerson } from '@/lib/me'
import { keys } from '@/lib/query-keys'

const SHOWN = 5
const face = 'w-10 shrink-0'

/** The newest applicants of a casting as a strip of small pictures; decoration beside their number. */
export function ApplicantFaces({ listingId }: { listingId: string }) {
  const { accountId } = usePerson()
  const newest = useQuery({
    queryKey: keys.applications(accountId, 'faces', listingId),
    queryFn: ({ signal }) => api(listApplicants, { params: { id: listingId }, query: { limit: SHOWN }, signal }),
    staleTime: 60_000,
  })
  if (newest.isError) return null
  return (
    <span aria-hidden className="flex gap-0.5">
      {newest.isPending
        ? Array.from({ length: SHOWN }, (_, i) => <Skeleton key={i} className={`${face} aspect-3/4 rounded-none`} />)
        : newest.data.items.map((a) => (
            <MediaImage key={a.id} item={a.profile.cover} name={a.profile.displayName} alt="" sizes="2.5rem" variant="thumb" className={face} />
          ))}
    </span>
  )
}
