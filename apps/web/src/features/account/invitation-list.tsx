'use client'

import { useState } from 'react'
import type { Invitation } from '@itellico/contracts/accounts'
import { Button } from '@/components/ui/button'
import { Confirm } from '@/components/ui/confirm'
import { useRoleText } from '@/features/access/use-access'
import { formatDate } from '@/lib/format'
import { useI18n } from '@/lib/i18n/client'
import { useWithdraw } from './use-team'

/** Invitations that nobody has accepted yet. */
export function InvitationList({ invitations, mayManage }: { invitations: readonly Invitation[]; mayManage: boolean }) {
  const { t, locale } = useI18n()
  const [asked, setAsked] = useState<Invitation | null>(null)
  const withdraw = useWithdraw()
  const roleText = useRoleText()
  if (invitations.length === 0) return <p className="text-base text-ink-3">{t('team.noInvitations')}</p>
  return (
    <>
      <ul className="border-t border-line-strong">
        {invitations.map((invitation) => (
          <li key={invitation.id} className="grid gap-x-4 gap-y-1 border-b border-line py-3 sm:grid-cols-[minmax(0,1fr)_auto] sm:items-center">
            <div className="grid min-w-0">
              <p className="truncate font-semibold">{invitation.email}</p>
              <p className="tabular text-sm text-ink-3">
                {roleText(invitation.role)} · {t('team.until', { date: formatDate(invitation.expiresAt, locale) })}
              </p>
            </div>
            {mayManage && (
              <Button
                variant="outline"
                className="justify-self-start"
                aria-label={t('team.withdrawName', { email: invitation.email })}
                onClick={() => setAsked(invitation)}
              >
                {t('team.withdraw')}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {asked && (
        <Confirm
          open
          onOpenChange={(open) => !open && setAsked(null)}
          title={t('team.withdrawTitle')}
          text={t('team.withdrawText', { email: asked.email })}
          confirmLabel={t('team.withdraw')}
          cancelLabel={t('common.cancel')}
          danger
          busy={withdraw.isPending}
          onConfirm={() => withdraw.mutate(asked.id, { onSettled: () => setAsked(null) })}
        />
      )}
    </>
  )
}
