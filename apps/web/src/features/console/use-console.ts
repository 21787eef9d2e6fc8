'use client'

import { useCallback, useState } from 'react'
import { keepPreviousData, useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { toast } from 'sonner'
import { getTenant, listDeadLetters, listTenants, platformOverview, provisioningProgress, retryProvisioning, type Tenant } from '@itellico/contracts/tenants'
import { api } from '@/lib/api.client'
import { useI18n } from '@/lib/i18n/client'
import type { Translate } from '@/lib/i18n/translate'
import { toastProblem } from '@/lib/problems'
import { keys } from '@/lib/query-keys'
import { useLiveEvent } from '@/lib/realtime'

const LOOK_AGAIN_MS = 4_000
const QUEUE_MS = 10_000
/** Every try begins with it. */
const FIRST_STEP = 'schema'

/** Totals of the platform; asked again now and then, since waiting work changes by itself. */
export function useOverview() {
  return useQuery({ queryKey: keys.tenants('overview'), queryFn: ({ signal }) => api(platformOverview, { signal }), refetchInterval: QUEUE_MS })
}

/** Tenants, newest first. */
export function useTenants(filter: { q?: string; status?: Tenant['status'] }, limit = 50) {
  return useInfiniteQuery({
    queryKey: keys.tenants('all', filter, limit),
    queryFn: ({ pageParam, signal }) =>
      api(listTenants, {
        query: { limit, ...(filter.q && { q: filter.q }), ...(filter.status && { status: filter.status }), ...(pageParam && { cursor: pageParam }) },
        signal,
      }),
    initialPageParam: '',
    getNextPageParam: (last) => last.page.nextCursor,
    placeholderData: keepPreviousData,
  })
}

/** One tenant; while it is set up it is also asked now and then, in case a push gets lost. */
export function useOneTenant(id: string) {
  return useQuery({
    queryKey: keys.tenants('one', id),
    queryFn: ({ signal }) => api(getTenant, { params: { id }, signal }),
    refetchInterval: (query) => (query.state.data?.status === 'provisioning' ? LOOK_AGAIN_MS : false),
  })
}

/** What a provisioning does right now, in words. */
export const stepText = (t: Translate, { step, part }: Pick<NonNullable<Tenant['provisioning']>, 'step' | 'part'>) =>
  t(`ten.step.${step}`, { part: part ?? '' })

/** Steps of a provisioning as they are told, in order; the last one is the current one. */
export function useProvisioning(tenant: Tenant | undefined) {
  const client = useQueryClient()
  const { t } = useI18n()
  const [steps, setSteps] = useState<readonly string[]>([])
  const id = tenant?.id
  useLiveEvent(
    provisioningProgress,
    useCallback(
      ({ tenantId, status, ...provisioning }) => {
        if (tenantId !== id) return
        const step = stepText(t, provisioning)
        setSteps((now) => (provisioning.step === FIRST_STEP ? [step] : now.at(-1) === step ? now : [...now, step]))
        client.setQueryData<Tenant>(keys.tenants('one', tenantId), (before) => before && { ...before, status, provisioning })
        if (status !== 'provisioning') for (const kind of ['tenants', 'audit', 'dead-letters']) void client.invalidateQueries({ queryKey: [kind] })
      },
      [client, id, t],
    ),
  )
  return steps
}

/** Goes on with a provisioning that stopped. */
export function useRetry(id: string) {
  const client = useQueryClient()
  const { t } = useI18n()
  return useMutation({
    mutationFn: () => api(retryProvisioning, { params: { id } }),
    onSuccess: () => toast.success(t('ten.retried')),
    onError: (cause) => toastProblem(cause, t),
    onSettled: () => client.invalidateQueries({ queryKey: ['tenants'] }),
  })
}

/** Work that failed for good; asked again now and then, for what was put back in line may come back. */
export function useDeadLetters() {
  return useInfiniteQuery({
    queryKey: ['dead-letters'],
    queryFn: ({ pageParam, signal }) => api(listDeadLetters, { query: { limit: 30, ...(pageParam && { cursor: pageParam }) }, signal }),
    initialPageParam: '',
    getNextPageParam: (last) => last.page.nextCursor,
    refetchInterval: QUEUE_MS,
  })
}

/** Address of a marketplace as this browser reaches it. */
export function siteUrl(host: string): string {
  return `${location.protocol}//${host}${location.port ? `:${location.port}` : ''}`
}

/** `45 s`, `12 min`, `3 h`: how long something has waited. */
export function waitText(seconds: number, locale: string): string {
  const [value, unit] = seconds < 90 ? [seconds, 'second'] : seconds < 5400 ? [Math.round(seconds / 60), 'minute'] : [Math.round(seconds / 3600), 'hour']
  return new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay: 'short' }).format(value)
}
