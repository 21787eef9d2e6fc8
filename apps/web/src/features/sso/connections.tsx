'use client'

import { useEffect, useState } from 'react'
import { usePathname, useRouter, useSearchParams } from 'next/navigation'
import { Plus } from 'lucide-react'
import { toast } from 'sonner'
import type { SsoConnection } from '@itellico/contracts/sso'
import { PageHeader } from '@/components/shell/page-header'
import { QueryError } from '@/components/shell/query-error'
import { Button } from '@/components/ui/button'
import { Confirm } from '@/components/ui/confirm'
import { EmptyState } from '@/components/ui/empty-state'
import { RowSkeleton } from '@/features/admin/row-skeleton'
import { providerProblem } from '@/features/auth/provider-sign-in'
import { useI18n } from '@/lib/i18n/client'
import { ConnectionCard } from './connection-card'
import { ConnectionForm } from './connection-form'
import { useConnectionActions, useConnections } from './use-connections'

type Asked = { what: 'add' } | { what: 'edit' | 'remove'; connection: SsoConnection } | null

/** Providers through which people sign in: set up, test, switch on. */
export function Connections() {
  const { t } = useI18n()
  const list = useConnections()
  const { remove } = useConnectionActions()
  const [asked, setAsked] = useState<Asked>(null)
  const close = () => setAsked(null)
  useTestProblem()
  const addButton = (
    <Button onClick={() => setAsked({ what: 'add' })}>
      <Plus />
      {t('sso.add')}
    </Button>
  )
  return (
    <>
      <PageHeader title={t('sso.title')} lead={t('sso.lead')} actions={list.data?.items.length ? addButton : null} />
      {list.isPending && <RowSkeleton label={t('common.loading')} rows={3} tall />}
      {list.isError && <QueryError cause={list.error} retry={list.refetch} />}
      {list.data?.items.length === 0 && <EmptyState title={t('sso.none')} text={t('sso.noneText')} action={addButton} />}
      {list.isSuccess && (
        <ul aria-label={t('sso.title')} className="grid gap-10">
          {list.data.items.map((connection) => (
            <li key={connection.id}>
              <ConnectionCard
                connection={connection}
                own={list.data}
                onEdit={() => setAsked({ what: 'edit', connection })}
                onRemove={() => setAsked({ what: 'remove', connection })}
              />
            </li>
          ))}
        </ul>
      )}
      {list.isSuccess && (asked?.what === 'add' || asked?.what === 'edit') && (
        <ConnectionForm own={list.data} known={asked.what === 'edit' ? asked.connection : null} onClose={close} />
      )}
      <Confirm
        open={asked?.what === 'remove'}
        onOpenChange={(open) => !open && close()}
        title={t('sso.removeTitle', { name: asked?.what === 'remove' ? asked.connection.name : '' })}
        text={t('sso.removeText')}
        confirmLabel={t('sso.remove')}
        cancelLabel={t('common.cancel')}
        danger
        busy={remove.isPending}
        onConfirm={() => asked?.what === 'remove' && remove.mutate(asked.connection, { onSettled: close })}
      />
    </>
  )
}

/** Says why a test could not be finished, once. */
function useTestProblem() {
  const { t } = useI18n()
  const router = useRouter()
  const path = usePathname()
  const back = useSearchParams().get('sso')
  useEffect(() => {
    if (back === null) return
    toast.error(providerProblem(back, t))
    router.replace(path)
  }, [back, path, router, t])
}
