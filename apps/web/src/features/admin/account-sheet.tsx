'use client'

import { useState } from 'react'
import Link from 'next/link'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { toast } from 'sonner'
import { setAccountStatus } from '@itellico/contracts/accounts'
import { QueryError } from '@/components/shell/query-error'
import { Avatar } from '@/components/ui/avatar'
import { Button } from '@/components/ui/button'
import { Confirm } from '@/components/ui/confirm'
import { Sheet } from '@/components/ui/sheet'
import { Loading, Skeleton } from '@/components/ui/skeleton'
import { Status } from '@/components/ui/status'
import { useRoleText } from '@/features/access/use-access'
import { api } from '@/lib/api.client'
import { formatInstant, formatPlace } from '@/lib/format'
import { useI18n } from '@/lib/i18n/client'
import { useCan, useTenant } from '@/lib/me'
import { toastProblem } from '@/lib/problems'
import { accountState } from './accounts'
import { useAccount } from './use-admin'
import { VerifiedBadge, VerifyButton } from './verify-account'

/** One account: facts, members, invitations, and the switch that suspends it. */
export function AccountSheet({ id, onClose }: { id: string; onClose: () => void }) {
  const { t, locale } = useI18n()
  const roleText = useRoleText()
  const { timezone } = useTenant()
  const client = useQueryClient()
  const mayManage = useCan('tenant.accounts.manage')
  const mayAudit = useCan('tenant.audit.read')
  const [asking, setAsking] = useState(false)
  const answer = useAccount(id)
  const account = answer.data
  const change = useMutation({
    mutationFn: (status: 'active' | 'suspended') => api(setAccountStatus, { params: { id }, body: { status }, ...(account && { ifMatch: account.version }) }),
    onSuccess: (after) => toast.success(t(after.status === 'suspended' ? 'acc.isSuspended' : 'acc.isActive', { name: after.name })),
    onError: (cause) => toastProblem(cause, t),
    onSettled: () => {
      setAsking(false)
      void client.invalidateQueries({ queryKey: ['accounts'] })
    },
  })
  const day = (instant: string) => formatInstant(instant, locale, timezone, { day: 'numeric', month: 'short', year: 'numeric' })
  const facts: [string, string][] = account
    ? [
        [t('acc.type'), t(`acc.type.${account.type}`)],
        [t('acc.place'), formatPlace(account.city, account.country, locale) || '–'],
        [t('acc.address'), account.slug],
        [t('acc.since'), day(account.createdAt)],
        [t('acc.verifiedSince'), account.verifiedAt ? day(account.verifiedAt) : t('acc.notVerified')],
        ...(account.website ? [[t('acc.website'), account.website] as [string, string]] : []),
      ]
    : []
  return (
    <Sheet
      open
      onOpenChange={(open) => !open && onClose()}
      title={account?.name ?? t('acc.title')}
      closeLabel={t('common.close')}
      footer={
        account && (
          <>
            {mayAudit && (
              <Link href={`/admin/audit?thing=${account.id}`} className="link mr-auto self-center text-sm">
                {t('acc.trail')}
              </Link>
            )}
            {mayManage && <VerifyButton account={account} />}
            {mayManage && account.status === 'active' && (
              <Button variant="outline" onClick={() => setAsking(true)}>
                {t('acc.suspend')}
              </Button>
            )}
            {mayManage && account.status !== 'active' && (
              <Button busy={change.isPending} onClick={() => change.mutate('active')}>
                {t(account.status === 'pending' ? 'acc.activate' : 'acc.reactivate')}
              </Button>
            )}
          </>
        )
      }
    >
      {answer.isPending && (
        <Loading label={t('common.loading')} className="grid gap-3">
          {[0, 1, 2, 3, 4, 5].map((i) => (
            <Skeleton key={i} className="h-8" />
          ))}
        </Loading>
      )}
      {answer.isError && <QueryError cause={answer.error} retry={answer.refetch} />}
      {account && (
        <div className="grid gap-6">
          <p role="status" className="flex gap-2">
            <Status status={account.status} text={accountState(t, account.status)} />
            {account.verifiedAt && <VerifiedBadge />}
          </p>
          <dl className="border-t border-line-strong">
            {facts.map(([label, value]) => (
              <div key={label} className="flex justify-between gap-6 border-b border-line py-1.5">
                <dt className="text-ink-3">{label}</dt>
                <dd className="min-w-0 text-right font-medium break-words">{value}</dd>
              </div>
            ))}
          </dl>
          {account.about && <p className="text-ink-2">{account.about}</p>}
          <section>
            <h3 className="mb-2 text-md font-semibold">{t('acc.members')}</h3>
            {account.members.length === 0 && <p className="text-ink-2">{t('acc.noMembers')}</p>}
            <ul className="border-t border-line empty:border-0">
              {account.members.map((m) => (
                <li key={m.userId} className="flex items-center gap-3 border-b border-line py-2">
                  <Avatar name={`${m.firstName} ${m.lastName}`} />
                  <span className="grid min-w-0 flex-1">
                    <span className="truncate font-medium">
                      {m.firstName} {m.lastName}
                    </span>
                    <span className="truncate text-sm text-ink-3">{m.email}</span>
                  </span>
                  <span className="text-sm text-ink-2">{roleText(m.role)}</span>
                </li>
              ))}
            </ul>
          </section>
          {account.invitations.length > 0 && (
            <section>
              <h3 className="mb-2 text-md font-semibold">{t('acc.invitations')}</h3>
              <ul className="border-t border-line">
                {account.invitations.map((i) => (
                  <li key={i.id} className="flex flex-wrap justify-between gap-x-4 border-b border-line py-2">
                    <span className="font-medium">{i.email}</span>
                    <span className="text-sm text-ink-3">
                      {roleText(i.role)}, {t('acc.expires', { time: day(i.expiresAt) })}
                    </span>
                  </li>
                ))}
              </ul>
            </section>
          )}
        </div>
      )}
      <Confirm
        open={asking}
        onOpenChange={setAsking}
        title={t('acc.suspendTitle', { name: account?.name ?? '' })}
        text={t('acc.suspendText')}
        confirmLabel={t('acc.suspend')}
        cancelLabel={t('common.cancel')}
        danger
        busy={change.isPending}
        onConfirm={() => change.mutate('suspended')}
      />
    </Sheet>
  )
}
