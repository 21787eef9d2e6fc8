'use client'

import { useState } from 'react'
import Link from 'next/link'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { toast } from 'sonner'
import { updateUser, type User } from '@itellico/contracts/accounts'
import { Button } from '@/components/ui/button'
import { Checkbox } from '@/components/ui/checkbox'
import { Confirm } from '@/components/ui/confirm'
import { FieldSet } from '@/components/ui/field'
import { Sheet } from '@/components/ui/sheet'
import { Status } from '@/components/ui/status'
import { PersonRules } from '@/features/access/person-rules'
import { useRoleText, useRoles } from '@/features/access/use-access'
import { PersonPrivacy } from '@/features/privacy/person-privacy'
import { api } from '@/lib/api.client'
import { roleDescription } from '@/lib/catalogue/admin-texts'
import { useI18n } from '@/lib/i18n/client'
import { statusText } from '@/lib/i18n/translate'
import { useCan, usePerson } from '@/lib/me'
import { toastProblem } from '@/lib/problems'
import { ResetFactors } from './reset-factors'

/** Marketplace roles and access of one person. */
export function UserSheet({ user, onClose }: { user: User; onClose: () => void }) {
  const { t } = useI18n()
  const { me } = usePerson()
  const client = useQueryClient()
  const mayErase = useCan('tenant.privacy.manage')
  const mayAudit = useCan('tenant.audit.read')
  const name = `${user.firstName} ${user.lastName}`
  const roleText = useRoleText()
  const ofMarketplace = useRoles().data?.items.filter((r) => r.scope === 'tenant') ?? []
  const before = user.roles.filter((r) => r !== 'user')
  const [chosen, setChosen] = useState<readonly string[]>(before)
  const [asking, setAsking] = useState(false)
  const self = user.id === me.id
  const changed = chosen.length !== before.length || chosen.some((r) => !before.includes(r))
  const change = useMutation({
    mutationFn: (body: { status?: 'active' | 'disabled'; roles?: string[] }) => api(updateUser, { params: { id: user.id }, body }),
    onSuccess: (after, body) => {
      toast.success(t(body.roles ? 'usr.saved' : after.status === 'disabled' ? 'usr.disabled' : 'usr.enabled', { name }))
      void client.invalidateQueries({ queryKey: ['users'] })
    },
    onError: (cause) => toastProblem(cause, t),
    onSettled: () => setAsking(false),
  })
  const toggle = (role: string, on: boolean) => setChosen((now) => (on ? [...now, role] : now.filter((r) => r !== role)))
  return (
    <Sheet
      open
      onOpenChange={(open) => !open && onClose()}
      title={name}
      description={user.email}
      closeLabel={t('common.close')}
      footer={
        <Button disabled={!changed || self} busy={change.isPending && !asking} onClick={() => change.mutate({ roles: [...chosen] })}>
          {t('common.save')}
        </Button>
      }
    >
      <div className="grid gap-8">
        {self && <p className="border-l-2 border-info bg-info-wash px-3 py-2 text-info">{t('usr.self')}</p>}
        <FieldSet legend={t('usr.roles')} disabled={self}>
          <p className="text-sm text-ink-2">{t('usr.rolesText')}</p>
          {ofMarketplace.map((role) => (
            <div key={role.key} className="border-t border-line pt-3">
              <Checkbox
                checked={chosen.includes(role.key)}
                disabled={self}
                onCheckedChange={(on) => toggle(role.key, on)}
                label={<span className="font-medium">{roleText(role.key)}</span>}
              />
              <p className="pl-7 text-sm text-ink-3">{role.shipped ? roleDescription(role.key, t) : role.description}</p>
            </div>
          ))}
        </FieldSet>
        <section>
          <h3 className="mb-2 text-sm font-medium">{t('usr.accounts')}</h3>
          {user.accounts.length === 0 && <p className="text-ink-3">{t('usr.noAccounts')}</p>}
          <ul className="border-t border-line empty:border-0">
            {user.accounts.map((a) => (
              <li key={a.id} className="flex justify-between gap-4 border-b border-line py-2">
                <Link href={`/admin/accounts?id=${a.id}`} className="link font-medium">
                  {a.name}
                </Link>
                <span className="text-sm text-ink-2">{roleText(a.role)}</span>
              </li>
            ))}
          </ul>
        </section>
        <section className="grid gap-3">
          <h3 className="text-sm font-medium">{t('usr.access')}</h3>
          <p className="flex flex-wrap items-center gap-3">
            <Status status={user.status} text={statusText(t, user.status)} />
            <span className="text-ink-2">{t(user.status === 'active' ? 'usr.accessOn' : 'usr.accessOff')}</span>
          </p>
          {!self && (
            <div>
              {user.status === 'active' ? (
                <Button variant="outline" onClick={() => setAsking(true)}>
                  {t('usr.disable')}
                </Button>
              ) : (
                <Button variant="outline" busy={change.isPending} onClick={() => change.mutate({ status: 'active' })}>
                  {t('usr.enable')}
                </Button>
              )}
            </div>
          )}
          {mayAudit && (
            <Link href={`/admin/audit?actor=${user.id}&name=${encodeURIComponent(name)}`} className="link justify-self-start text-sm">
              {t('acc.trail')}
            </Link>
          )}
        </section>
        <PersonRules user={user} self={self} />
        {mayErase && !self && <PersonPrivacy userId={user.id} name={name} />}
        {!self && <ResetFactors userId={user.id} name={name} />}
      </div>
      <Confirm
        open={asking}
        onOpenChange={setAsking}
        title={t('usr.disableTitle', { name })}
        text={t('usr.disableText')}
        confirmLabel={t('usr.disable')}
        cancelLabel={t('common.cancel')}
        danger
        busy={change.isPending}
        onConfirm={() => change.mutate({ status: 'disabled' })}
      />
    </Sheet>
  )
}
