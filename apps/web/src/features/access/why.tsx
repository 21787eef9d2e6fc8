'use client'

import { useMemo, useState } from 'react'
import { useQuery } from '@tanstack/react-query'
import { listUsers, type User } from '@itellico/contracts/accounts'
import { permissions } from '@itellico/contracts/permissions'
import { PageHeader } from '@/components/shell/page-header'
import { QueryError } from '@/components/shell/query-error'
import { Combobox } from '@/components/ui/combobox'
import { Field } from '@/components/ui/field'
import { Select } from '@/components/ui/select'
import { api } from '@/lib/api.client'
import { permissionText } from '@/lib/catalogue/admin-texts'
import { useI18n } from '@/lib/i18n/client'
import { useDelayed } from '@/lib/use-delayed'
import { useFilters } from '@/lib/use-filters'
import { BackToRoles } from './back-to-roles'
import { Verdict } from './verdict'
import { WhatIf } from './what-if'

const WAIT_MS = 250

/** People found by typing, the chosen one always among them. */
function usePeople(chosen: string) {
  const [q, setQ] = useState('')
  const delayed = useDelayed(WAIT_MS)
  const found = useQuery({
    queryKey: ['users', 'pick', q],
    queryFn: ({ signal }) => api(listUsers, { query: { limit: 20, ...(q && { q }) }, signal }),
    placeholderData: (before) => before,
  })
  const one = useQuery({
    queryKey: ['users', 'one', chosen],
    queryFn: ({ signal }) => api(listUsers, { query: { limit: 1, id: chosen }, signal }),
    enabled: chosen !== '',
  })
  const listed = found.data?.items ?? []
  // whoever is chosen stays, whatever is searched for meanwhile
  const user: User | undefined = one.data?.items[0] ?? listed.find((u) => u.id === chosen)
  const people = user && !listed.some((u) => u.id === user.id) ? [user, ...listed] : listed
  return { found, people, user, search: (text: string) => delayed(() => setQ(text.trim())) }
}

/** Why somebody may do something, and what would change with other roles. */
export function Why() {
  const { t } = useI18n()
  const { get, set } = useFilters()
  const [userId, permission, accountId] = [get('user'), get('permission'), get('account')]
  const { found, people, user, search } = usePeople(userId)
  const choices = useMemo(
    () =>
      Object.keys(permissions)
        .filter((key) => !key.startsWith('platform.'))
        .map((key) => ({ value: key, label: permissionText(key, t), hint: key })),
    [t],
  )
  const inAccount = permission.startsWith('account.')
  return (
    <>
      <PageHeader title={t('acs.whyTitle')} lead={t('acs.whyLead')} trail={<BackToRoles />} />
      {found.isError && <QueryError cause={found.error} retry={found.refetch} />}
      <div className="grid gap-4 md:grid-cols-3">
        <Field label={t('acs.whoPick')}>
          <Combobox
            options={people.map((u) => ({ value: u.id, label: `${u.firstName} ${u.lastName}`, hint: u.email }))}
            value={userId || null}
            onValueChange={(next) => set({ user: next ?? '', account: '' })}
            onSearch={search}
            placeholder={t('acs.whoHint')}
            empty={t('common.nothingFound')}
            clearLabel={t('common.clear')}
            openLabel={t('common.open')}
          />
        </Field>
        <Field label={t('acs.whatPick')}>
          <Combobox
            options={choices}
            value={permission || null}
            onValueChange={(next) => set({ permission: next ?? '' })}
            empty={t('common.nothingFound')}
            clearLabel={t('common.clear')}
            openLabel={t('common.open')}
          />
        </Field>
        {inAccount && user && user.accounts.length > 1 && (
          <Field label={t('acs.where')}>
            <Select
              value={accountId || (user.accounts[0]?.id ?? null)}
              onValueChange={(account) => set({ account })}
              options={user.accounts.map((a) => ({ value: a.id, label: a.name }))}
            />
          </Field>
        )}
      </div>
      <div className="mt-8 grid gap-12">
        {userId && permission ? (
          <Verdict
            userId={userId}
            name={user ? `${user.firstName} ${user.lastName}` : ''}
            permission={permission}
            accountId={inAccount ? accountId || null : null}
          />
        ) : (
          <p className="text-md text-ink-2">{t('acs.whyEmpty')}</p>
        )}
        {user && <WhatIf key={user.id} user={user} />}
      </div>
    </>
  )
}
