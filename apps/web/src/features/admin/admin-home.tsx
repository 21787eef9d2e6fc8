'use client'

import Link from 'next/link'
import { useQuery } from '@tanstack/react-query'
import { ArrowRight } from 'lucide-react'
import { getTenantSchema } from '@itellico/contracts/profiles'
import type { Permission } from '@itellico/contracts/permissions'
import { fieldsOf } from '@itellico/contracts/model-schema'
import { PageHeader } from '@/components/shell/page-header'
import { DataStrip } from '@/components/ui/data-strip'
import { Skeleton } from '@/components/ui/skeleton'
import { AuditList } from '@/features/audit/audit-list'
import { LegalTodo } from '@/features/legal/legal-todo'
import { api } from '@/lib/api.client'
import { formatNumber } from '@/lib/format'
import { useI18n } from '@/lib/i18n/client'
import type { MessageKey } from '@/lib/i18n/translate'
import { useCan, usePerson, useTenant } from '@/lib/me'
import { mayDo } from '@/lib/permissions'
import { keys } from '@/lib/query-keys'
import { useAccounts, useUsers } from './use-admin'

const actions: readonly { href: string; title: MessageKey; text: MessageKey; needs: Permission }[] = [
  { href: '/admin/accounts?new=1', title: 'adm.newAccount', text: 'adm.newAccountText', needs: 'tenant.accounts.manage' },
  { href: '/admin/branding', title: 'adm.editBranding', text: 'adm.editBrandingText', needs: 'tenant.settings.update' },
  { href: '/admin/fields', title: 'adm.editFields', text: 'adm.editFieldsText', needs: 'tenant.schemas.update' },
  { href: '/admin/exports', title: 'adm.export', text: 'adm.exportText', needs: 'tenant.data.export' },
]

interface Pages {
  readonly pages: readonly { readonly items: readonly unknown[]; readonly page: { readonly nextCursor: string | null } }[]
}

/** Start page of those who run the marketplace: how much there is, what waits, what happened last. */
export function AdminHome() {
  const { t, locale } = useI18n()
  const { me, accountId } = usePerson()
  const tenant = useTenant()
  const mayAudit = useCan('tenant.audit.read')
  const schema = useQuery({
    queryKey: keys.profiles('tenant-schema'),
    queryFn: ({ signal }) => api(getTenantSchema, { signal }),
    enabled: useCan('tenant.schemas.read'),
  })
  const accounts = useAccounts({})
  const pending = useAccounts({ status: 'pending' })
  const users = useUsers({})
  const count = (data: Pages | undefined) => {
    if (!data) return <Skeleton className="h-6 w-10" />
    const [first] = data.pages
    const n = first?.items.length ?? 0
    return first?.page.nextCursor ? t('adm.atLeast', { count: formatNumber(n, locale) }) : formatNumber(n, locale)
  }
  const linked = (href: string, value: React.ReactNode) => (
    <Link href={href} className="hover:underline">
      {value}
    </Link>
  )
  return (
    <>
      <PageHeader title={t('adm.title')} lead={t('adm.lead', { name: tenant.name })} />
      <LegalTodo />
      <DataStrip
        size="lg"
        items={[
          {
            key: 'profiles',
            label: t('adm.profiles'),
            value: schema.data ? formatNumber(schema.data.profileCount, locale) : <Skeleton className="h-6 w-10" />,
          },
          { key: 'accounts', label: t('adm.accounts'), value: linked('/admin/accounts', count(accounts.data)) },
          { key: 'pending', label: t('adm.pending'), value: linked('/admin/accounts?status=pending', count(pending.data)) },
          { key: 'users', label: t('adm.users'), value: linked('/admin/users', count(users.data)) },
          {
            key: 'fields',
            label: t('adm.fields'),
            value: schema.data ? (
              linked('/admin/fields', fieldsOf(schema.data.current.definition).filter((f) => !f.deprecated).length)
            ) : (
              <Skeleton className="h-6 w-10" />
            ),
          },
        ]}
      />
      <div className="mt-10 grid gap-x-12 gap-y-10 xl:grid-cols-[minmax(0,1fr)_22rem]">
        {mayAudit && (
          <section aria-labelledby="recent" className="min-w-0">
            <div className="mb-3 flex items-baseline justify-between gap-4">
              <h2 id="recent" className="text-lg font-semibold">
                {t('adm.recent')}
              </h2>
              <Link href="/admin/audit" className="link text-sm">
                {t('adm.allChanges')}
              </Link>
            </div>
            <AuditList source="tenant" filter={{}} limit={10} zone={tenant.timezone} />
          </section>
        )}
        <section aria-labelledby="actions">
          <h2 id="actions" className="mb-3 text-lg font-semibold">
            {t('adm.actions')}
          </h2>
          <ul className="border-t border-line-strong">
            {actions
              .filter((a) => mayDo(me, a.needs, accountId))
              .map((a) => (
                <li key={a.href} className="border-b border-line">
                  <Link href={a.href} className="group grid grid-cols-[minmax(0,1fr)_auto] items-center gap-3 py-3 hover:bg-sunken">
                    <span className="grid">
                      <span className="font-medium">{t(a.title)}</span>
                      <span className="text-sm text-ink-3">{t(a.text)}</span>
                    </span>
                    <ArrowRight aria-hidden className="size-4 text-ink-3 transition-transform duration-150 group-hover:translate-x-0.5" />
                  </Link>
                </li>
              ))}
          </ul>
        </section>
      </div>
    </>
  )
}
