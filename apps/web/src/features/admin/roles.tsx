'use client'

import { Fragment, useState } from 'react'
import Link from 'next/link'
import { Check } from 'lucide-react'
import type { Role } from '@itellico/contracts/access'
import { PageHeader } from '@/components/shell/page-header'
import { QueryError } from '@/components/shell/query-error'
import { Button } from '@/components/ui/button'
import { buttonStyles } from '@/components/ui/button-styles'
import { Select } from '@/components/ui/select'
import { RoleEditor } from '@/features/access/role-editor'
import { useRoleText, useRoles } from '@/features/access/use-access'
import { cn } from '@/lib/cn'
import { permissionText, roleDescription } from '@/lib/catalogue/admin-texts'
import { useI18n } from '@/lib/i18n/client'
import { useCan } from '@/lib/me'
import { RowSkeleton } from './row-skeleton'

type Scope = 'user' | 'account' | 'tenant'

/** What the roles of one scope allow: a line for each permission, a column for each role. */
function Matrix({ scope, roles, onEdit }: { scope: Scope; roles: readonly Role[]; onEdit: ((role: Role) => void) | null }) {
  const { t } = useI18n()
  const roleText = useRoleText()
  const seeUsers = useCan('tenant.users.read')
  // Phones have room for one role at a time.
  const [shown, setShown] = useState(roles[0]?.key ?? '')
  const narrow = (key: string) => key !== shown && 'max-md:hidden'
  const permissions = [...new Map(roles.flatMap((r) => r.permissions).map((p) => [p.key, p])).values()]
  const resources = [...new Set(permissions.map((p) => p.key.split('.')[1] ?? ''))]
  const sets = new Map(roles.map((r) => [r.key, new Set(r.permissions.map((p) => p.key))]))
  return (
    <section aria-labelledby={`scope-${scope}`}>
      <h2 id={`scope-${scope}`} className="mb-2 text-lg font-semibold">
        {t(`rol.scope.${scope}`)}
      </h2>
      <Select
        className="mb-3 md:hidden"
        aria-label={t('rol.show')}
        value={shown}
        onValueChange={setShown}
        options={roles.map((r) => ({ value: r.key, label: roleText(r.key) }))}
      />
      <div tabIndex={0} role="region" aria-label={t(`rol.scope.${scope}`)} className="overflow-x-auto">
        <table className="w-full border-collapse">
          <thead>
            <tr>
              <th
                scope="col"
                className="sticky left-0 z-10 min-w-44 border-b border-line-strong bg-canvas pb-2 text-left align-bottom text-xs font-medium text-ink-3"
              >
                {t('rol.permission')}
              </th>
              {roles.map((r) => (
                <th key={r.key} scope="col" className={cn('w-28 min-w-24 border-b border-line-strong px-2 pb-2 align-bottom', narrow(r.key))}>
                  <span className="block font-display text-base leading-tight font-semibold">{roleText(r.key)}</span>
                  <span className="block text-2xs font-normal text-ink-3">{r.shipped ? roleDescription(r.key, t) : r.description || t('acs.own')}</span>
                  {onEdit && !r.shipped && (
                    <button type="button" className="link text-2xs font-medium" aria-label={t('acs.edit', { name: r.name })} onClick={() => onEdit(r)}>
                      {t('common.edit')}
                    </button>
                  )}
                  {seeUsers && scope === 'tenant' && (
                    <Link href={`/admin/users?role=${r.key}`} className="link text-2xs font-medium">
                      {t('rol.who')}
                    </Link>
                  )}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {resources.map((resource) => (
              <Fragment key={resource}>
                {permissions
                  .filter((p) => p.key.split('.')[1] === resource)
                  .map((p, index) => (
                    <tr key={p.key} className={index === 0 ? 'border-t border-line-strong first:border-t-0' : 'border-t border-line'}>
                      <th scope="row" className="sticky left-0 z-10 bg-canvas py-1.5 pr-4 text-left font-normal">
                        <span className="block">{permissionText(p.key, t)}</span>
                        <code className="font-mono text-2xs text-ink-3">{p.key}</code>
                      </th>
                      {roles.map((r) => {
                        const allowed = sets.get(r.key)?.has(p.key) ?? false
                        return (
                          <td key={r.key} className={cn('text-center align-middle', narrow(r.key))}>
                            {allowed ? (
                              <span className="inline-grid size-6 place-items-center rounded-sm bg-ok-wash text-ok">
                                <Check aria-hidden className="size-3.5" strokeWidth={2.5} />
                                <span className="sr-only">{t('rol.allowed')}</span>
                              </span>
                            ) : (
                              <span className="text-ink-3">
                                <span aria-hidden>·</span>
                                <span className="sr-only">{t('rol.notAllowed')}</span>
                              </span>
                            )}
                          </td>
                        )
                      })}
                    </tr>
                  ))}
              </Fragment>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  )
}

/** All roles and what they allow, one table for each scope. */
export function Roles() {
  const { t } = useI18n()
  const roles = useRoles()
  const mayManage = useCan('tenant.roles.manage')
  const [edited, setEdited] = useState<Role | 'new' | null>(null)
  const onEdit = mayManage ? setEdited : null
  const ofScope = (scope: Scope) => roles.data?.items.filter((r) => r.scope === scope) ?? []
  return (
    <>
      <PageHeader
        title={t('rol.title')}
        lead={t('rol.lead')}
        actions={
          <>
            <Link href="/admin/roles/why" className={buttonStyles({ variant: 'outline' })}>
              {t('acs.whyTitle')}
            </Link>
            <Link href="/admin/roles/rules" className={buttonStyles({ variant: 'outline' })}>
              {t('acs.rulesTitle')}
            </Link>
            {mayManage && <Button onClick={() => setEdited('new')}>{t('acs.new')}</Button>}
          </>
        }
      />
      {roles.isPending && <RowSkeleton label={t('common.loading')} rows={14} />}
      {roles.isError && <QueryError cause={roles.error} retry={roles.refetch} />}
      {roles.isSuccess && (
        <div className="grid gap-12">
          <Matrix scope="account" roles={ofScope('account')} onEdit={onEdit} />
          <Matrix scope="tenant" roles={ofScope('tenant')} onEdit={onEdit} />
          <section aria-labelledby="scope-user">
            <h2 id="scope-user" className="mb-2 text-lg font-semibold">
              {t('rol.scope.user')}
            </h2>
            <ul className="grid gap-x-10 border-t border-line-strong md:grid-cols-2 xl:grid-cols-3">
              {ofScope('user')
                .flatMap((r) => r.permissions)
                .map((p) => (
                  <li key={p.key} className="flex items-start gap-2.5 border-b border-line py-1.5">
                    <Check aria-hidden className="mt-1 size-3.5 shrink-0 text-ok" strokeWidth={2.5} />
                    <span>
                      {permissionText(p.key, t)} <code className="block font-mono text-2xs text-ink-3">{p.key}</code>
                    </span>
                  </li>
                ))}
            </ul>
          </section>
        </div>
      )}
      {edited && roles.isSuccess && <RoleEditor role={edited === 'new' ? null : edited} roles={roles.data.items} onClose={() => setEdited(null)} />}
    </>
  )
}
