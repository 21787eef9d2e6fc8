'use client'

import { useQuery } from '@tanstack/react-query'
import { getOwnPrivacy, getPersonPrivacy, type PersonPrivacy } from '@itellico/contracts/privacy'
import { api } from '@/lib/api.client'
import { keys } from '@/lib/query-keys'

const LOOK_AGAIN_MS = 4000
const isBusy = (privacy: PersonPrivacy | undefined): boolean =>
  (privacy?.exports.some((e) => e.status === 'queued' || e.status === 'running') ?? false) || privacy?.erasure?.status === 'running'

/** Archives and deletion of a person, or of the signed-in one without an id; looked at again while something is being made. */
export function usePrivacy(userId: string | null) {
  return useQuery({
    queryKey: keys.privacy(userId ?? 'own'),
    queryFn: ({ signal }) => (userId === null ? api(getOwnPrivacy, { signal }) : api(getPersonPrivacy, { params: { id: userId }, signal })),
    refetchInterval: ({ state }) => (isBusy(state.data) ? LOOK_AGAIN_MS : false),
  })
}
