'use client'

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Copy } from 'lucide-react'
import { toast } from 'sonner'
import { listDirectoryGroups, setDirectoryGroupRole, type DirectoryGroup, type GroupRole } from '@itellico/contracts/scim'
import Link from 'next/link'
import { PageHeader } from '@/components/shell/page-header'
import { QueryError } from '@/components/shell/query-error'
import { Button } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { Select } from '@/components/ui/select'
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from '@/components/ui/table'
import { RowSkeleton } from '@/features/admin/row-skeleton'
import { api } from '@/lib/api.client'
import { useI18n } from '@/lib/i18n/client'
import { toastProblem } from '@/lib/problems'
import { keys } from '@/lib/query-keys'

const NO_ROLE = 'none'
const ROLES: readonly GroupRole[] = ['tenant_admin', 'tenant_manager']

/** A directory that keeps users and groups: where it connects, and which group gives which role. */
export function Directory() {
  const { t } = useI18n()
  const list = useQuery({ queryKey: keys.directory(), queryFn: ({ signal }) => api(listDirectoryGroups, { signal }) })
  return (
    <>
      <PageHeader title={t('dir.title')} lead={t('dir.lead')} />
      {list.isPending && <RowSkeleton label={t('common.loading')} rows={3} />}
      {list.isError && <QueryError cause={list.error} retry={list.refetch} />}
      {list.isSuccess && (
        <>
          <Connection baseUrl={list.data.baseUrl} />
          <h2 className="mb-2 text-lg font-semibold">{t('dir.groups')}</h2>
          {list.data.items.length === 0 ? <EmptyState title={t('dir.none')} text={t('dir.noneText')} /> : <Groups groups={list.data.items} />}
        </>
      )}
    </>
  )
}

function Connection({ baseUrl }: { baseUrl: string }) {
  const { t } = useI18n()
  const copy = () => void navigator.clipboard.writeText(baseUrl).then(() => toast.success(t('dir.copied')))
  return (
    <section aria-label={t('dir.connect')} className="mb-8 grid max-w-2xl gap-2">
      <h2 className="text-lg font-semibold">{t('dir.connect')}</h2>
      <p className="text-ink-2">
        {t('dir.connectText')}{' '}
        <Link href="/settings" className="link">
          {t('dir.makeKey')}
        </Link>
      </p>
      <div className="flex items-center justify-between gap-2 border-y border-line py-2">
        <code className="font-mono text-sm break-all">{baseUrl}</code>
        <Button variant="quiet" size="icon" aria-label={t('dir.copy')} onClick={copy}>
          <Copy />
        </Button>
      </div>
    </section>
  )
}

function Groups({ groups }: { groups: readonly DirectoryGroup[] }) {
  const { t } = useI18n()
  const client = useQueryClient()
  const set = useMutation({
    mutationFn: ({ id, role }: { id: string; role: GroupRole | null }) => api(setDirectoryGroupRole, { params: { id }, body: { role } }),
    onSuccess: () => toast.success(t('dir.saved')),
    onError: (cause) => toastProblem(cause, t),
    onSettled: () => client.invalidateQueries({ queryKey: keys.directory() }),
  })
  return (
    <Table aria-label={t('dir.groups')}>
      <TableHead>
        <TableRow>
          <TableHeader>{t('dir.group')}</TableHeader>
          <TableHeader className="num text-right max-sm:hidden">{t('dir.members')}</TableHeader>
          <TableHeader>{t('dir.role')}</TableHeader>
        </TableRow>
      </TableHead>
      <TableBody>
        {groups.map((group) => (
          <TableRow key={group.id}>
            <TableCell className="font-medium break-words">{group.name}</TableCell>
            <TableCell className="num max-sm:hidden">{group.members}</TableCell>
            <TableCell>
              <Select
                className="w-auto min-w-44"
                aria-label={t('dir.roleOf', { name: group.name })}
                disabled={set.isPending}
                value={group.role ?? NO_ROLE}
                onValueChange={(value) => set.mutate({ id: group.id, role: ROLES.find((r) => r === value) ?? null })}
                options={[{ value: NO_ROLE, label: t('dir.noRole') }, ...ROLES.map((role) => ({ value: role, label: t(`role.${role}`) }))]}
              />
            </TableCell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  )
}
