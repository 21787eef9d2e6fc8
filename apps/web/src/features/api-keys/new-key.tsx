'use client'

import { useState, type FormEvent } from 'react'
import { keyPermissions, type NewApiKey } from '@itellico/contracts/api-keys'
import { Button } from '@/components/ui/button'
import { Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import { Select } from '@/components/ui/select'
import { useI18n } from '@/lib/i18n/client'
import { usePerson } from '@/lib/me'
import { ScopeChoice } from './scope-choice'
import { useKeyActions } from './use-api-keys'

const DAYS = ['7', '30', '90', '180', '365']
const FREE = 'free'

/** Makes a key: its name, for which account, for how long, and which of the own rights. */
export function NewKey({ onMade }: { onMade: (made: NewApiKey) => void }) {
  const { t } = useI18n()
  const { me } = usePerson()
  const { make } = useKeyActions('own')
  const [name, setName] = useState('')
  const [account, setAccount] = useState(FREE)
  const [days, setDays] = useState('90')
  const [wanted, setWanted] = useState<string[]>([])
  const accounts = me.memberships.filter((m) => account === FREE || m.accountId === account)
  const own = me.permissions.filter((p) => account === FREE || p.startsWith('user.'))
  const possible = keyPermissions([...own, ...accounts.flatMap((m) => m.permissions)])
  const scopes = wanted.filter((scope) => possible.some((p) => p === scope))
  const submit = (event: FormEvent) => {
    event.preventDefault()
    make.mutate({ name: name.trim(), scopes, expiresInDays: Number(days), ...(account !== FREE && { accountId: account }) }, { onSuccess: onMade })
  }
  return (
    <form noValidate className="grid gap-4" onSubmit={submit}>
      <Field label={t('key.name')} hint={t('key.nameHint')}>
        <Input autoFocus autoComplete="off" maxLength={60} value={name} onValueChange={setName} />
      </Field>
      <div className="grid gap-4 sm:grid-cols-2">
        <Field label={t('key.account')}>
          <Select
            value={account}
            onValueChange={setAccount}
            options={[{ value: FREE, label: t('key.anyAccount') }, ...me.memberships.map((m) => ({ value: m.accountId, label: m.accountName }))]}
          />
        </Field>
        <Field label={t('key.expires')}>
          <Select value={days} onValueChange={setDays} options={DAYS.map((value) => ({ value, label: t('key.days', { count: Number(value) }) }))} />
        </Field>
      </div>
      <ScopeChoice possible={possible} chosen={scopes} onChange={setWanted} />
      <div className="sticky bottom-0 flex flex-wrap items-center justify-end gap-3 border-t border-line bg-raised pt-3">
        {scopes.length === 0 && <p className="text-sm text-ink-3">{t('key.scopesNone')}</p>}
        <Button type="submit" busy={make.isPending} disabled={!name.trim() || scopes.length === 0}>
          {t('key.make')}
        </Button>
      </div>
    </form>
  )
}
