'use client'

import { useState } from 'react'
import { UserMinus } from 'lucide-react'
import type { Account, Member } from '@itellico/contracts/accounts'
import { Avatar } from '@/components/ui/avatar'
import { Button } from '@/components/ui/button'
import { Confirm } from '@/components/ui/confirm'
import { Select } from '@/components/ui/select'
import { Badge, Status } from '@/components/ui/status'
import { useAccountRoles, useRoleText } from '@/features/access/use-access'
import { formatDate } from '@/lib/format'
import { useI18n } from '@/lib/i18n/client'
import { usePerson } from '@/lib/me'
import { isOwner, nameOf, roleMeans, rolesOf, type TeamRole } from './team-roles'
import { useMemberChange } from './use-team'

interface Props {
  readonly members: readonly Member[]
  readonly account: Pick<Account, 'name' | 'type'>
  readonly mayManage: boolean
}

/** Everybody who acts for the account, with their role. */
export function MemberList({ members, account, mayManage }: Props) {
  return (
    <ul className="border-t border-line-strong">
      {members.map((member) => (
        <MemberRow key={member.userId} member={member} account={account} mayManage={mayManage} />
      ))}
    </ul>
  )
}

type Asked = { readonly kind: 'remove' } | { readonly kind: 'step-down'; readonly role: TeamRole }

function MemberRow({ member, account, mayManage }: { member: Member } & Omit<Props, 'members'>) {
  const { t, locale } = useI18n()
  const { me } = usePerson()
  const [asked, setAsked] = useState<Asked | null>(null)
  const { change, busy, problem } = useMemberChange(member, () => setAsked(null))
  const roleText = useRoleText()
  const own = useAccountRoles().data?.items.flatMap((r) => (r.shipped ? [] : [r.key])) ?? []
  const name = nameOf(member)
  const self = member.userId === me.id
  const choose = (role: TeamRole) => {
    if (role === member.role) return
    if (self && isOwner(member.role) && !isOwner(role)) setAsked({ kind: 'step-down', role })
    else change(role)
  }
  return (
    <li className="grid gap-x-4 gap-y-2 border-b border-line py-3 sm:grid-cols-[minmax(0,1fr)_auto] sm:items-center">
      <div className="flex min-w-0 items-center gap-3">
        <Avatar name={name} size="md" />
        <div className="grid min-w-0">
          <p className="flex flex-wrap items-center gap-x-2">
            <span className="font-semibold">{name}</span>
            {self && <Badge>{t('team.you')}</Badge>}
            {member.status === 'disabled' && <Status status="disabled" text={t('team.disabled')} />}
          </p>
          <p className="truncate text-sm text-ink-3">
            {member.email}{' '}
            <span className="tabular whitespace-nowrap">
              · {t('team.joined', { date: formatDate(member.joinedAt, locale, { month: 'short', year: 'numeric' }) })}
            </span>
          </p>
        </div>
      </div>
      {mayManage ? (
        <div className="flex items-center gap-1">
          <Select
            aria-label={t('team.roleOf', { name })}
            className="w-44 max-sm:flex-1"
            disabled={busy}
            value={member.role}
            onValueChange={(role) => choose(role as TeamRole)}
            options={rolesOf(account.type, own, member.role).map((value) => ({ value, label: roleText(value) }))}
          />
          <Button variant="quiet" size="icon" aria-label={t('team.removeName', { name })} onClick={() => setAsked({ kind: 'remove' })}>
            <UserMinus />
          </Button>
        </div>
      ) : (
        <p className="text-base text-ink-2 max-sm:pl-12" title={roleMeans(t, member.role)}>
          {roleText(member.role)}
        </p>
      )}
      {problem && (
        <p role="alert" className="col-span-full text-sm font-medium text-bad">
          {problem}
        </p>
      )}
      {asked && (
        <Confirm
          open
          onOpenChange={(open) => !open && setAsked(null)}
          title={asked.kind === 'remove' ? t('team.removeTitle', { name }) : t('team.leaveRole')}
          text={asked.kind === 'step-down' ? t('team.leaveRoleText') : t(self ? 'team.removeSelf' : 'team.removeText', { name, account: account.name })}
          confirmLabel={asked.kind === 'remove' ? t('team.remove') : t('team.leaveRoleDo')}
          cancelLabel={t('common.cancel')}
          danger={asked.kind === 'remove'}
          busy={busy}
          onConfirm={() => change(asked.kind === 'remove' ? null : asked.role)}
        />
      )}
    </li>
  )
}
