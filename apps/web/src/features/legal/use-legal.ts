'use client'

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import {
  createLegalPage,
  deleteLegalPage,
  getLegalPage,
  listLegalPages,
  publishLegalPage,
  updateLegalPage,
  withdrawLegalPage,
  type LegalPage,
  type LegalTexts,
} from '@itellico/contracts/legal'
import { api } from '@/lib/api.client'
import { keys } from '@/lib/query-keys'

/** All pages of the marketplace, drafts too. */
export function useLegalPages(enabled = true) {
  return useQuery({ queryKey: keys.legal('list'), queryFn: ({ signal }) => api(listLegalPages, { signal }), enabled })
}

/** One page. What is being edited must not change under the hands: it is read again only when asked for. */
export function useLegalPage(id: string) {
  return useQuery({
    queryKey: keys.legal('one', id),
    queryFn: ({ signal }) => api(getLegalPage, { params: { id }, signal }),
    refetchOnWindowFocus: false,
    staleTime: 0,
  })
}

/** What can be done with pages; lists are read again afterwards. */
export function useLegalActions() {
  const client = useQueryClient()
  const keep = (page: LegalPage) => {
    client.setQueryData(keys.legal('one', page.id), page)
    return client.invalidateQueries({ queryKey: keys.legal('list') })
  }
  return {
    create: useMutation({ mutationFn: (input: { slug: string; texts: LegalTexts }) => api(createLegalPage, { body: input }), onSuccess: keep }),
    save: useMutation({
      mutationFn: ({ page, texts }: { page: LegalPage; texts: LegalTexts }) =>
        api(updateLegalPage, { params: { id: page.id }, body: { texts }, ifMatch: page.version }),
      onSuccess: keep,
    }),
    publish: useMutation({
      mutationFn: (page: LegalPage) => api(publishLegalPage, { params: { id: page.id }, ifMatch: page.version }),
      onSuccess: keep,
    }),
    withdraw: useMutation({ mutationFn: (page: LegalPage) => api(withdrawLegalPage, { params: { id: page.id } }), onSuccess: keep }),
    remove: useMutation({
      mutationFn: (page: LegalPage) => api(deleteLegalPage, { params: { id: page.id } }),
      onSuccess: () => client.invalidateQueries({ queryKey: keys.legal('list') }),
    }),
  }
}
