'use client'

import { useState } from 'react'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Trash2 } from 'lucide-react'
import { toast } from 'sonner'
import { changeMemberRole, lastOwner, removeMember, withdrawInvitation, type Account, type Invitation, type Member } from '@itellico/contracts/accounts'
import { Avatar } from '@/components/ui/avatar'
import { Button } from '@/components/ui/button'
import { Confirm } from '@/components/ui/confirm'
import { Select } from '@/components/ui/select'
import { Status } from '@/components/ui/status'
import { api } from '@/lib/api.client'
import { formatDate } from '@/lib/format'
import { useI18n } from '@/lib/i18n/client'
import { statusText } from '@/lib/i18n/translate'
import { usePerson } from '@/lib/me'
import { problemCode, toastProblem } from '@/lib/problems'
import { roleOptions, type AccountRole } from './roles'

function useMemberChange() {
  const { t } = useI18n()
  const client = useQueryClient()
  return {
    done: (text: string) => {
      toast.success(text)
      void client.invalidateQueries({ queryKey: ['accounts'] })
    },
    failed: (cause: unknown) => (problemCode(cause) === lastOwner.code ? toast.error(t('account.lastOwner'), { description: t('account.lastOwnerText') }) : toastProblem(cause, t)),
  }
}

/** Who works in the account, with their roles. */
export function Members({ members, type, mayManage }: { members: readonly Member[]; type: Account['type']; mayManage: boolean }) {
  const { t, locale } = useI18n()
  const { me } = usePerson()
  const { done, failed } = useMemberChange()
  const [leaving, setLeaving] = useState<Member | null>(null)
  const change = useMutation({ mutationFn: ({ id, role }: { id: string; role: AccountRole }) => api(changeMemberRole, { params: { id }, body: { role } }), onSuccess: (m) => done(`${m.firstName} ${m.lastName}: ${t(`account.role.${m.role}`)}`), onError: failed })
  const remove = useMutation({
    mutationFn: (id: string) => api(removeMember, { params: { id } }),
    onSuccess: () => done(t('account.removed')),
    onError: failed,
    onSettled: () => setLeaving(null),
  })
  return (
    <>
      <ul className="border-t border-line-strong">
        {members.map((m) => {
          const name = `${m.firstName} ${m.lastName}`
          return (
            <li key={m.userId} className="flex flex-wrap items-center gap-x-4 gap-y-2 border-b border-line py-2.5">
              <Avatar name={name} size="md" />
              <span className="grid min-w-0 flex-1 basis-48"><span className="truncate font-semibold">{name}{m.userId === me.id && <span className="font-normal text-ink-3"> ({t('account.you')})</span>}</span><span className="truncate text-sm text-ink-3">{m.email}</span></span>
              {m.status === 'disabled' && <Status status="disabled" text={statusText(t, 'disabled')} />}
              <span className="hidden text-sm text-ink-3 lg:inline">{t('account.joined', { date: formatDate(m.joinedAt, locale) })}</span>
              {mayManage ? <Select aria-label={`${t('account.role')}: ${name}`} className="w-40" value={m.role} disabled={change.isPending && change.variables.id === m.userId} options={roleOptions(type, t, m.role)} onValueChange={(role) => change.mutate({ id: m.userId, role: role as AccountRole })} /> : <span>{t(`account.role.${m.role}`)}</span>}
              {mayManage && <Button variant="quiet" size="icon" aria-label={`${t('account.remove')}: ${name}`} onClick={() => setLeaving(m)}><Trash2 /></Button>}
            </li>
          )
        })}
      </ul>
      <Confirm open={leaving !== null} onOpenChange={(open) => !open && setLeaving(null)} danger title={t('account.removeTitle', { name: leaving?.firstName ?? '' })} text={t('account.removeText')} confirmLabel={t('account.remove')} cancelLabel={t('common.back')} busy={remove.isPending} onConfirm={() => leaving && remove.mutate(leaving.userId)} />
    </>
  )
}

/** Invitations that nobody has accepted yet. */
export function Invitations({ invitations, mayManage }: { invitations: readonly Invitation[]; mayManage: boolean }) {
  const { t, locale } = useI18n()
  const { done, failed } = useMemberChange()
  const withdraw = useMutation({ mutationFn: (id: string) => api(withdrawInvitation, { params: { id } }), onSuccess: () => done(t('account.withdrawn')), onError: failed })
  if (invitations.length === 0) return null
  return (
    <section className="mt-6 grid gap-2">
      <h3 className="text-md font-semibold">{t('account.invitations')}</h3>
      <ul className="border-t border-line-strong">
        {invitations.map((i) => (
          <li key={i.id} className="flex flex-wrap items-center gap-x-4 gap-y-1 border-b border-line py-2.5">
            <span className="min-w-0 flex-1 basis-48 truncate font-medium">{i.email}</span>
            <span className="text-ink-2">{t(`account.role.${i.role}`)}</span>
            <span className="tabular text-sm text-ink-3">{t('account.validUntil', { date: formatDate(i.expiresAt, locale) })}</span>
            {mayManage && <Button variant="outline" size="sm" busy={withdraw.isPending && withdraw.variables === i.id} onClick={() => withdraw.mutate(i.id)}>{t('account.withdraw')}</Button>}
          </li>
        ))}
      </ul>
    </section>
  )
}
