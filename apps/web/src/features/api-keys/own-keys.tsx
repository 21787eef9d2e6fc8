'use client'

import { useState } from 'react'
import type { ApiKey, NewApiKey } from '@itellico/contracts/api-keys'
import { QueryError } from '@/components/shell/query-error'
import { Button } from '@/components/ui/button'
import { Confirm } from '@/components/ui/confirm'
import { Dialog } from '@/components/ui/dialog'
import { EmptyState } from '@/components/ui/empty-state'
import { Loading, Skeleton } from '@/components/ui/skeleton'
import { useI18n } from '@/lib/i18n/client'
import { KeyExample } from './key-example'
import { KeyEnd, KeyName, KeyUse } from './key-facts'
import { KeySecret } from './key-secret'
import { NewKey } from './new-key'
import { RenewKey } from './renew-key'
import { useKeyActions, useOwnKeys } from './use-api-keys'

type Asked = { what: 'add' } | { what: 'renew' | 'revoke'; key: ApiKey } | { what: 'made'; made: NewApiKey } | null

/** The API keys of the signed-in person: make, renew, revoke. */
export function OwnKeys({ apiPort }: { apiPort: string }) {
  const { t } = useI18n()
  const list = useOwnKeys()
  const { revoke } = useKeyActions('own')
  const [asked, setAsked] = useState<Asked>(null)
  const close = () => setAsked(null)
  const add = (
    <Button variant="outline" onClick={() => setAsked({ what: 'add' })}>
      {t('key.add')}
    </Button>
  )
  if (list.isPending)
    return (
      <Loading label={t('common.loading')} className="grid gap-3">
        {[0, 1].map((i) => (
          <Skeleton key={i} className="h-16" />
        ))}
      </Loading>
    )
  if (list.isError) return <QueryError cause={list.error} retry={list.refetch} />
  const first = list.data.items.find((k) => k.state === 'active')
  const shown = (made: NewApiKey) => setAsked({ what: 'made', made })
  const title = !asked || asked.what === 'add' ? t('key.add') : asked.what === 'made' ? t('key.secretTitle') : t('key.renewTitle', { name: asked.key.name })
  return (
    <>
      {list.data.items.length === 0 ? (
        <EmptyState title={t('key.none')} text={t('key.noneText')} action={add} />
      ) : (
        <>
          <ul aria-label={t('key.title')} className="mb-3 border-t border-line-strong">
            {list.data.items.map((key) => (
              <OwnKey key={key.id} apiKey={key} onAsk={(what) => setAsked({ what, key })} />
            ))}
          </ul>
          {add}
          {first && (
            <div className="mt-6">
              <KeyExample shown={`${first.prefix}_…`} secret={`${first.prefix}_…`} apiPort={apiPort} />
            </div>
          )}
        </>
      )}
      <Dialog
        open={asked !== null && asked.what !== 'revoke'}
        onOpenChange={(open) => !open && close()}
        title={title}
        {...(asked?.what === 'renew' && { description: t('key.renewText') })}
        closeLabel={t('common.close')}
        lasting={asked?.what === 'made'}
        className="sm:max-w-lg"
      >
        {asked?.what === 'add' && <NewKey onMade={shown} />}
        {asked?.what === 'renew' && <RenewKey apiKey={asked.key} onMade={shown} />}
        {asked?.what === 'made' && <KeySecret made={asked.made} apiPort={apiPort} onDone={close} />}
      </Dialog>
      <Confirm
        open={asked?.what === 'revoke'}
        onOpenChange={(open) => !open && close()}
        title={t('key.revokeTitle', { name: asked?.what === 'revoke' ? asked.key.name : '' })}
        text={t('key.revokeText')}
        confirmLabel={t('key.revoke')}
        cancelLabel={t('common.cancel')}
        danger
        busy={revoke.isPending}
        onConfirm={() => asked?.what === 'revoke' && revoke.mutate(asked.key, { onSettled: close })}
      />
    </>
  )
}

function OwnKey({ apiKey, onAsk }: { apiKey: ApiKey; onAsk: (what: 'renew' | 'revoke') => void }) {
  const { t } = useI18n()
  return (
    <li className="flex flex-wrap items-start justify-between gap-x-4 gap-y-2 border-b border-line py-3">
      <div className="grid min-w-0 flex-1 basis-56 gap-0.5">
        <KeyName apiKey={apiKey} />
        <p className="text-sm text-ink-3">
          <KeyUse apiKey={apiKey} /> · <KeyEnd apiKey={apiKey} />
        </p>
      </div>
      {apiKey.state === 'active' && (
        <div className="flex gap-2">
          <Button variant="outline" size="sm" aria-label={t('key.renewOf', { name: apiKey.name })} onClick={() => onAsk('renew')}>
            {t('key.renew')}
          </Button>
          <Button variant="outline" size="sm" aria-label={t('key.revokeOf', { name: apiKey.name })} onClick={() => onAsk('revoke')}>
            {t('key.revoke')}
          </Button>
        </div>
      )}
    </li>
  )
}
