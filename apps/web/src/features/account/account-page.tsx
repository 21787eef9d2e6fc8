'use client'

import { useQuery } from '@tanstack/react-query'
import { getAccount, listMembers } from '@itellico/contracts/accounts'
import { PageHeader } from '@/components/shell/page-header'
import { QueryError } from '@/components/shell/query-error'
import { DataStrip } from '@/components/ui/data-strip'
import { Loading, Skeleton } from '@/components/ui/skeleton'
import { Status } from '@/components/ui/status'
import { api } from '@/lib/api.client'
import { formatDate, formatPlace } from '@/lib/format'
import { useI18n } from '@/lib/i18n/client'
import { statusText } from '@/lib/i18n/translate'
import { useCan, usePerson } from '@/lib/me'
import { keys } from '@/lib/query-keys'
import { InviteMember } from './invite-member'
import { Invitations, Members } from './member-list'

/** Data of the active account, and who works in it. */
export function AccountPage() {
  const { t, locale } = useI18n()
  const { accountId } = usePerson()
  const maySee = useCan('account.users.read')
  const mayManage = useCan('account.users.manage')
  const account = useQuery({ queryKey: keys.accounts(accountId, 'own'), queryFn: ({ signal }) => api(getAccount, { signal }) })
  const members = useQuery({ queryKey: keys.accounts(accountId, 'members'), queryFn: ({ signal }) => api(listMembers, { signal }), enabled: maySee })
  if (account.isError) return <QueryError cause={account.error} retry={account.refetch} />
  const a = account.data
  return (
    <>
      <PageHeader title={a?.name ?? t('account.title')} lead={a?.about} />
      {a ? (
        <DataStrip
          className="mb-10"
          items={[
            { key: 'type', label: t('account.type'), value: t(`account.type.${a.type}`) },
            { key: 'status', label: t('blist.status'), value: <Status status={a.status} text={statusText(t, a.status)} /> },
            { key: 'place', label: t('account.place'), value: formatPlace(a.city, a.country, locale) || '–' },
            { key: 'web', label: t('account.website'), value: a.website ? <a href={a.website} rel="noopener" target="_blank" className="link">{a.website.replace(/^https?:\/\/(www\.)?|\/$/g, '')}</a> : '–' },
            { key: 'since', label: t('account.since'), value: formatDate(a.createdAt, locale, { month: 'short', year: 'numeric' }) },
          ]}
        />
      ) : <Loading label={t('common.loading')} className="mb-10"><Skeleton className="h-17" /></Loading>}
      {maySee && (
        <section className="grid gap-4">
          <header className="flex flex-wrap items-end justify-between gap-3">
            <h2 className="text-lg font-semibold">{t('account.members')}</h2>
            {mayManage && a && <InviteMember type={a.type} />}
          </header>
          {members.isPending ? <Loading label={t('common.loading')} className="grid gap-2">{[0, 1, 2].map((i) => <Skeleton key={i} className="h-14" />)}</Loading> : members.isError ? <QueryError cause={members.error} retry={members.refetch} /> : (
            <><Members members={members.data.items} type={a?.type ?? 'agency'} mayManage={mayManage} /><Invitations invitations={members.data.invitations} mayManage={mayManage} /></>
          )}
        </section>
      )}
    </>
  )
}
