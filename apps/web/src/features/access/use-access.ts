'use client'

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { createGrant, deleteGrant, explainAccess, listAccountRoles, listGrants, listRoles } from '@itellico/contracts/access'
import type { CallInput } from '@itellico/contracts/client'
import { api } from '@/lib/api.client'
import { isMessageKey, type Translate } from '@/lib/i18n/translate'
import { useI18n } from '@/lib/i18n/client'
import { useCan } from '@/lib/me'

const FIVE_MINUTES = 300_000

/** Roles with everything that they allow. */
export function useRoles() {
  const enabled = useCan('tenant.roles.read')
  return useQuery({ queryKey: ['roles'], queryFn: ({ signal }) => api(listRoles, { signal }), staleTime: FIVE_MINUTES, enabled })
}

/** Roles that members of an account can have: those that ship with the product, and the marketplace's own. */
export function useAccountRoles() {
  const enabled = useCan('account.users.read')
  return useQuery({ queryKey: ['roles', 'account'], queryFn: ({ signal }) => api(listAccountRoles, { signal }), staleTime: FIVE_MINUTES, enabled })
}

/** Name of a role that ships with the product; another one reads as it is written until its name is there. */
export const shippedRoleText = (t: Translate, key: string) => {
  const message = `role.${key}`
  return isMessageKey(message) ? t(message) : key.replace(/^custom_/, '').replaceAll('_', ' ')
}

/** Gives the name of any role, the marketplace's own ones as they were named. */
export function useRoleText(): (key: string) => string {
  const { t } = useI18n()
  const [all, ofAccounts] = [useRoles(), useAccountRoles()]
  const own = [...(all.data?.items ?? []), ...(ofAccounts.data?.items ?? [])].filter((r) => !r.shipped)
  return (key) => own.find((r) => r.key === key)?.name ?? shippedRoleText(t, key)
}

/** What is allowed or denied to one person beside their roles. */
export function useGrants(userId: string) {
  const enabled = useCan('tenant.roles.read')
  return useQuery({ queryKey: ['grants', userId], queryFn: ({ signal }) => api(listGrants, { query: { userId, limit: 100 }, signal }), enabled })
}

/** Makes and takes back grants. */
export function useGrantChanges(userId: string) {
  const client = useQueryClient()
  const onSuccess = () => {
    for (const queryKey of [['grants', userId], ['access']]) void client.invalidateQueries({ queryKey })
  }
  const make = useMutation({ mutationFn: (body: NonNullable<CallInput<typeof createGrant>['body']>) => api(createGrant, { body }), onSuccess })
  const remove = useMutation({ mutationFn: (id: string) => api(deleteGrant, { params: { id } }), onSuccess })
  return { make, remove }
}

/** Why somebody may do something, or may not. */
export function useExplanation(asked: { userId: string; permission: string; accountId: string | null }) {
  const { userId, permission, accountId } = asked
  return useQuery({
    queryKey: ['access', asked],
    queryFn: ({ signal }) => api(explainAccess, { query: { userId, permission, ...(accountId && { accountId }) }, signal }),
    enabled: userId !== '' && permission !== '',
  })
}
