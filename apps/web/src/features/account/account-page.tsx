'use client'

import type { ReactNode } from 'react'
import type { Account } from '@itellico/contracts/accounts'
import { PageHeader } from '@/components/shell/page-header'
import { QueryError } from '@/components/shell/query-error'
import { Loading, Skeleton } from '@/components/ui/skeleton'
import { Status } from '@/components/ui/status'
import { formatDate, formatPlace } from '@/lib/format'
import { useI18n } from '@/lib/i18n/client'
import { statusText } from '@/lib/i18n/translate'
import { useCan } from '@/lib/me'
import { InviteForm } from './invite-form'
import { InvitationList } from './invitation-list'
import { MemberList } from './member-list'
import { useOwnAccount, useTeam } from './use-team'

function Part({ title, text, children }: { title: string; text?: string; children: ReactNode }) {
  return (
    <section className="grid gap-x-12 gap-y-4 border-t border-line py-8 first:border-t-0 first:pt-0 xl:grid-cols-[16rem_minmax(0,1fr)]">
      <div className="grid content-start gap-1">
        <h2 className="text-lg font-semibold">{title}</h2>
        {text && <p className="max-w-[48ch] text-base text-ink-2">{text}</p>}
      </div>
      <div className="min-w-0">{children}</div>
    </section>
  )
}

/** An account and its team: what is known of it, who acts for it, who is invited. */
export function AccountPage() {
  const { t } = useI18n()
  const account = useOwnAccount()
  const team = useTeam()
  const mayRead = useCan('account.users.read')
  const mayManage = useCan('account.users.manage')
  if (account.isError) return <QueryError cause={account.error} retry={account.refetch} />
  if (account.isPending || (mayRead && team.isPending)) return <PageSkeleton label={t('common.loading')} title={t('team.title')} />
  const { type, name } = account.data
  return (
    <>
      <PageHeader title={t('team.title')} />
      <div>
        {mayRead && team.isError && <QueryError cause={team.error} retry={team.refetch} />}
        {team.isSuccess && (
          <>
            <Part title={t('team.members')} text={mayManage ? t('team.membersText', { name }) : t('team.readOnly')}>
              <MemberList members={team.data.items} account={account.data} mayManage={mayManage} />
            </Part>
            {mayManage && (
              <Part title={t('team.invite')} text={t('team.inviteText')}>
                <InviteForm type={type} invited={team.data.invitations} />
              </Part>
            )}
            {(mayManage || team.data.invitations.length > 0) && (
              <Part title={t('team.invitations')}>
                <InvitationList invitations={team.data.invitations} mayManage={mayManage} />
              </Part>
            )}
          </>
        )}
        <Part title={t('team.account')} text={t('team.accountText')}>
          <Facts account={account.data} />
        </Part>
      </div>
    </>
  )
}

function Facts({ account }: { account: Account }) {
  const { t, locale } = useI18n()
  const place = formatPlace(account.city, account.country, locale)
  const facts: readonly (readonly [string, ReactNode])[] = [
    [t('team.name'), account.name],
    [
      t('team.kind'),
      <span key="kind" className="inline-flex flex-wrap items-center gap-2">
        {t(`acc.type.${account.type}`)}
        <Status status={account.status} text={statusText(t, account.status)} />
      </span>,
    ],
    [t('team.place'), place || '–'],
    [t('team.website'), account.website ? <Website key="website" url={account.website} /> : '–'],
    [
      t('team.address'),
      <code key="slug" className="font-mono text-sm">
        {account.slug}
      </code>,
    ],
    [t('team.since'), formatDate(account.createdAt, locale)],
  ]
  return (
    <div className="grid gap-4">
      <dl className="border-t border-line-strong">
        {facts.map(([label, value]) => (
          <div key={label} className="grid gap-x-6 border-b border-line py-2 sm:grid-cols-[10rem_minmax(0,1fr)]">
            <dt className="text-ink-3">{label}</dt>
            <dd className="min-w-0 break-words">{value}</dd>
          </div>
        ))}
      </dl>
      {account.about && <p className="max-w-[64ch] text-base text-pretty whitespace-pre-line text-ink-2">{account.about}</p>}
    </div>
  )
}

function Website({ url }: { url: string }) {
  // What somebody typed is only a link when it is one to the web.
  if (!/^https?:\/\//.test(url)) return <>{url}</>
  return (
    <a href={url} rel="noopener noreferrer" target="_blank" className="link">
      {url.replace(/^https?:\/\/(www\.)?/, '').replace(/\/$/, '')}
    </a>
  )
}

function PageSkeleton({ label, title }: { label: string; title: string }) {
  return (
    <>
      <PageHeader title={title} />
      <Loading label={label} className="grid gap-x-12 gap-y-4 xl:grid-cols-[16rem_minmax(0,1fr)]">
        <div className="grid content-start gap-2">
          <Skeleton className="h-6 w-28" />
          <Skeleton className="h-5 w-52" />
        </div>
        <div className="border-t border-line-strong">
          {[0, 1, 2].map((i) => (
            <div key={i} className="flex items-center gap-3 border-b border-line py-3">
              <Skeleton className="size-9" />
              <div className="grid flex-1 gap-1">
                <Skeleton className="h-5 w-40" />
                <Skeleton className="h-4 w-full max-w-56" />
              </div>
              <Skeleton className="h-control w-36" />
            </div>
          ))}
        </div>
      </Loading>
    </>
  )
}
