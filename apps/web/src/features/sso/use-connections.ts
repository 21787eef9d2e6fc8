'use client'

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { toast } from 'sonner'
import type { CallInput } from '@itellico/contracts/client'
import {
  addSsoDomain,
  checkSsoDomain,
  createConnection,
  forceSsoDomain,
  listConnections,
  removeConnection,
  removeSsoDomain,
  updateConnection,
  type SsoConnection,
} from '@itellico/contracts/sso'
import { goToProvider } from '@/features/auth/provider-sign-in'
import { api } from '@/lib/api.client'
import { useI18n } from '@/lib/i18n/client'
import { toastProblem } from '@/lib/problems'
import { keys } from '@/lib/query-keys'

export type NewConnection = NonNullable<CallInput<typeof createConnection>['body']>
export type ConnectionChange = NonNullable<CallInput<typeof updateConnection>['body']>

/** The providers of the marketplace. */
export function useConnections() {
  return useQuery({ queryKey: keys.connections(), queryFn: ({ signal }) => api(listConnections, { signal }) })
}

/** What can be done with providers; each reads the list again. Failures of forms are shown by the forms. */
export function useConnectionActions() {
  const { t } = useI18n()
  const client = useQueryClient()
  const onSettled = () => client.invalidateQueries({ queryKey: keys.connections() })
  const onError = (cause: unknown) => toastProblem(cause, t)
  return {
    create: useMutation({ mutationFn: (body: NewConnection) => api(createConnection, { body }), onSettled }),
    edit: useMutation({ mutationFn: ({ id, body }: { id: string; body: ConnectionChange }) => api(updateConnection, { params: { id }, body }), onSettled }),
    change: useMutation({
      mutationFn: ({ id, body }: { id: string; body: ConnectionChange }) => api(updateConnection, { params: { id }, body }),
      onSuccess: ({ name }) => toast.success(t('sso.saved', { name })),
      onError,
      onSettled,
    }),
    remove: useMutation({
      mutationFn: ({ id }: SsoConnection) => api(removeConnection, { params: { id } }),
      onSuccess: (_, { name }) => toast.success(t('sso.removed', { name })),
      onError,
      onSettled,
    }),
    test: useMutation({ mutationFn: ({ id }: SsoConnection) => goToProvider({ purpose: 'test', connectionId: id }), onError }),
    addDomain: useMutation({
      mutationFn: ({ id, domain }: { id: string; domain: string }) => api(addSsoDomain, { params: { id }, body: { domain } }),
      onError,
      onSettled,
    }),
    checkDomain: useMutation({ mutationFn: (id: string) => api(checkSsoDomain, { params: { id } }), onError, onSettled }),
    force: useMutation({
      mutationFn: ({ id, forced }: { id: string; forced: boolean }) => api(forceSsoDomain, { params: { id }, body: { forced } }),
      onError,
      onSettled,
    }),
    removeDomain: useMutation({ mutationFn: (id: string) => api(removeSsoDomain, { params: { id } }), onError, onSettled }),
  }
}
