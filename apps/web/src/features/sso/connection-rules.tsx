'use client'

import { useState } from 'react'
import type { Account } from '@itellico/contracts/accounts'
import type { RoleRule, SsoConnection } from '@itellico/contracts/sso'
import { Button } from '@/components/ui/button'
import { Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import { Select } from '@/components/ui/select'
import { rolesOf } from '@/features/account/team-roles'
import { useI18n } from '@/lib/i18n/client'
import { AccountChoice } from './account-choice'
import { useConnectionActions } from './use-connections'

const ROLES = ['tenant_manager', 'tenant_admin'] as const

interface Props {
  readonly connection: SsoConnection
  /** Accounts that rules name. */
  readonly accounts: readonly { readonly id: string; readonly name: string }[]
}

/** Which roles the groups at a provider give. */
export function ConnectionRules({ connection, accounts }: Props) {
  const { t } = useI18n()
  const { change } = useConnectionActions()
  const { id, rules } = connection
  const [group, setGroup] = useState('')
  const [account, setAccount] = useState<Account | null>(null)
  const [chosen, setRole] = useState<RoleRule['role']>('tenant_manager')
  const roles = account ? (rolesOf(account.type, []) as readonly RoleRule['role'][]) : ROLES
  const role = roles.find((r) => r === chosen) ?? roles[0] ?? 'tenant_manager'
  const [claim, setClaim] = useState(connection.groupsClaim)
  const save = (next: RoleRule[]) => change.mutate({ id, body: { rules: next } }, { onSuccess: () => setGroup('') })
  return (
    <div className="grid gap-2">
      <h3 className="font-medium">{t('sso.rules')}</h3>
      <p className="text-sm text-ink-3">{t('sso.rulesText')}</p>
      {rules.length > 0 && (
        <ul className="border-t border-line">
          {rules.map((rule) => (
            <li key={`${rule.group}/${rule.role}/${rule.accountId}`} className="flex items-center justify-between gap-4 border-b border-line py-1.5">
              <span className="min-w-0 text-sm break-words">
                {rule.group} → {t(`role.${rule.role}`)}
                {rule.accountId && ` · ${accounts.find((a) => a.id === rule.accountId)?.name ?? ''}`}
              </span>
              <Button
                variant="quiet"
                size="sm"
                busy={change.isPending}
                aria-label={t('sso.ruleRemove', { group: rule.group })}
                onClick={() => save(rules.filter((r) => r !== rule))}
              >
                {t('sso.remove')}
              </Button>
            </li>
          ))}
        </ul>
      )}
      <form
        className="grid items-end gap-2 sm:grid-cols-2"
        onSubmit={(event) => {
          event.preventDefault()
          if (group.trim()) save([...rules, { group: group.trim(), role, ...(account && { accountId: account.id }) }])
        }}
      >
        <Field label={t('sso.group')}>
          <Input maxLength={200} value={group} onValueChange={setGroup} />
        </Field>
        <Field label={t('sso.account')}>
          <AccountChoice value={account} onValueChange={setAccount} />
        </Field>
        <Field label={t('sso.role')}>
          <Select
            options={roles.map((value) => ({ value, label: t(`role.${value}`) }))}
            value={role}
            onValueChange={(next) => setRole(next as RoleRule['role'])}
          />
        </Field>
        <Button type="submit" variant="outline" busy={change.isPending} disabled={!group.trim()}>
          {t('sso.ruleAdd')}
        </Button>
      </form>
      <form
        className="grid items-end gap-2 sm:grid-cols-[minmax(0,1fr)_auto]"
        onSubmit={(event) => {
          event.preventDefault()
          if (claim.trim()) change.mutate({ id, body: { groupsClaim: claim.trim() } })
        }}
      >
        <Field label={t('sso.groupsClaim')}>
          <Input maxLength={200} value={claim} onValueChange={setClaim} />
        </Field>
        <Button type="submit" variant="outline" busy={change.isPending} disabled={!claim.trim() || claim.trim() === connection.groupsClaim}>
          {t('sso.save')}
        </Button>
      </form>
    </div>
  )
}
