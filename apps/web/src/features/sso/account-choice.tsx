'use client'

import { useDeferredValue, useState } from 'react'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { listAccounts, type Account } from '@itellico/contracts/accounts'
import { Combobox } from '@/components/ui/combobox'
import { api } from '@/lib/api.client'
import { useI18n } from '@/lib/i18n/client'
import { keys } from '@/lib/query-keys'

/** Finds an account of the marketplace by name. */
export function AccountChoice({ value, onValueChange }: { value: Account | null; onValueChange: (account: Account | null) => void }) {
  const { t } = useI18n()
  const [text, setText] = useState('')
  const q = useDeferredValue(text.trim())
  const found = useQuery({
    queryKey: keys.accounts('choice', q),
    queryFn: ({ signal }) => api(listAccounts, { query: { limit: 20, ...(q && { q }) }, signal }),
    placeholderData: keepPreviousData,
  })
  const items = found.data?.items ?? []
  const shown = value && !items.some((a) => a.id === value.id) ? [value, ...items] : items
  return (
    <Combobox
      options={shown.map((a) => ({ value: a.id, label: a.name }))}
      value={value?.id ?? null}
      onSearch={setText}
      empty={t('common.nothingFound')}
      clearLabel={t('common.clear')}
      openLabel={t('sso.accountFind')}
      onValueChange={(id) => onValueChange(shown.find((a) => a.id === id) ?? null)}
    />
  )
}
