'use client'

import { ChevronsUpDown } from 'lucide-react'
import { Avatar } from '@/components/ui/avatar'
import { Menu, MenuRadio } from '@/components/ui/menu'
import { useI18n } from '@/lib/i18n/client'
import { actFor, usePerson } from '@/lib/me'
import { homeOf } from '@/lib/permissions'

/** Shows the account that one acts for, and lets people with several choose another. */
export function AccountSwitcher() {
  const { t } = useI18n()
  const { me, account, accountId } = usePerson()
  if (!account) return null
  const face = (
    <>
      <Avatar name={account.accountName} />
      <span className="grid min-w-0 flex-1 text-left">
        <span className="text-2xs text-ink-3">{t('shell.actingFor')}</span>
        <span className="truncate text-base font-semibold">{account.accountName}</span>
      </span>
    </>
  )
  if (me.memberships.length < 2) return <div className="flex items-center gap-2.5 px-3 py-2">{face}</div>
  return (
    <Menu
      align="start"
      className="w-60"
      trigger={
        <button type="button" className="flex w-full items-center gap-2.5 rounded px-3 py-2 hover:bg-sunken">
          {face}
          <ChevronsUpDown className="size-3.5 text-ink-3" />
        </button>
      }
    >
      <MenuRadio
        label={t('shell.switchAccount')}
        value={accountId ?? ''}
        options={me.memberships.map((m) => ({ value: m.accountId, label: m.accountName }))}
        onValueChange={(id) => actFor(id, homeOf(me, id))}
      />
    </Menu>
  )
}
