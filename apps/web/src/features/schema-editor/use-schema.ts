'use client'

import { useQuery } from '@tanstack/react-query'
import { getTenantSchema } from '@itellico/contracts/profiles'
import { api } from '@/lib/api.client'
import { keys } from '@/lib/query-keys'

/** The published fields with their history. What is being edited must not change under the hands, so nothing asks again by itself. */
export function useTenantSchema() {
  return useQuery({ queryKey: keys.profiles('tenant-schema'), queryFn: ({ signal }) => api(getTenantSchema, { signal }), refetchOnWindowFocus: false })
}
