'use client'

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { toast } from 'sonner'
import { addDomain, checkDomain, listDomains, makeDomainPrimary, removeDomain, chooseSubdomain, type Domain } from '@itellico/contracts/domains'
import { api } from '@/lib/api.client'
import { useI18n } from '@/lib/i18n/client'
import { toastProblem } from '@/lib/problems'
import { keys } from '@/lib/query-keys'

/** The domains of the marketplace. */
export function useDomains() {
  return useQuery({ queryKey: keys.domains(), queryFn: ({ signal }) => api(listDomains, { signal }) })
}

/** What can be done with domains; each reads the list again. */
export function useDomainActions() {
  const { t } = useI18n()
  const client = useQueryClient()
  const again = () => client.invalidateQueries({ queryKey: keys.domains() })
  const onError = (cause: unknown) => toastProblem(cause, t)
  return {
    add: useMutation({ mutationFn: (host: string) => api(addDomain, { body: { host } }), onSuccess: again }),
    check: useMutation({
      mutationFn: (domain: Domain) => api(checkDomain, { params: { id: domain.id } }),
      onSuccess: ({ status, problem, shown }) =>
        status === 'active' && !problem
          ? toast.success(t('dom.checkedOk', { host: shown }))
          : toast.warning(t('dom.stillWaiting', { host: shown }), { description: problem ? t(`dom.${problem}`) : '' }),
      onError,
      onSettled: again,
    }),
    primary: useMutation({
      mutationFn: (domain: Domain | null) => (domain ? api(makeDomainPrimary, { params: { id: domain.id } }) : api(chooseSubdomain, {})),
      onError,
      onSettled: again,
    }),
    remove: useMutation({
      mutationFn: (domain: Domain) => api(removeDomain, { params: { id: domain.id } }),
      onSuccess: (_, domain) => toast.success(t('dom.removed', { host: domain.shown })),
      onError,
      onSettled: again,
    }),
  }
}
