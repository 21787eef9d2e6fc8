'use client'

import { useDeferredValue, useState } from 'react'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { accountPicker } from '@itellico/contracts/accounts'
import { Combobox } from '@/components/ui/combobox'
import { api } from '@/lib/api.client'
import { useI18n } from '@/lib/i18n/client'
import { usePerson } from '@/lib/me'
import { keys } from '@/lib/query-keys'

/** The client of a job: an account of the marketplace, or just a name. */
export interface ClientChoice {
  readonly accountId: string | null
  readonly name: string
}

const BY_NAME = 'name:'

/** Finds a client account by name; what is not found can be used as a plain name. */
export function ClientPicker({ value, onValueChange }: { value: ClientChoice | null; onValueChange: (value: ClientChoice | null) => void }) {
  const { t } = useI18n()
  const { accountId } = usePerson()
  const [text, setText] = useState('')
  const q = useDeferredValue(text.trim())
  const found = useQuery({
    queryKey: keys.accounts(accountId, 'clients', q),
    queryFn: ({ signal }) => api(accountPicker, { query: q ? { q } : {}, signal }),
    placeholderData: keepPreviousData,
    staleTime: 60_000,
  })
  const accounts = (found.data?.items ?? []).map((a) => ({ value: a.id, label: a.name, ...(a.city && { hint: a.city }) }))
  const exact = accounts.some((a) => a.label.toLowerCase() === q.toLowerCase())
  const own = value && (value.accountId ? { value: value.accountId, label: value.name } : { value: BY_NAME + value.name, label: value.name })
  const options = [
    ...(own && !accounts.some((a) => a.value === own.value) ? [own] : []),
    ...accounts,
    ...(q && !exact && q !== value?.name ? [{ value: BY_NAME + q, label: q, hint: t('book.clientByName') }] : []),
  ]
  return (
    <Combobox
      options={options}
      value={own?.value ?? null}
      onSearch={setText}
      placeholder={t('book.clientPlaceholder')}
      empty={t('common.nothingFound')}
      clearLabel={t('common.clear')}
      openLabel={t('book.clientOpen')}
      onValueChange={(id) => {
        const option = options.find((o) => o.value === id)
        onValueChange(option && id ? { accountId: id.startsWith(BY_NAME) ? null : id, name: option.label } : null)
      }}
    />
  )
}
