'use client'

import { useState } from 'react'
import { addPasskey, newPasskeyOptions, removePasskey, renamePasskey, type Passkey } from '@itellico/contracts/second-factors'
import { Button } from '@/components/ui/button'
import { Confirm } from '@/components/ui/confirm'
import { Input } from '@/components/ui/input'
import { Badge } from '@/components/ui/status'
import { api } from '@/lib/api.client'
import { formatAgo, formatDate } from '@/lib/format'
import { useI18n } from '@/lib/i18n/client'
import { makePasskey, passkeysWork } from '@/lib/passkeys'
import { useHydrated } from '@/lib/use-hydrated'
import { SecurityRow } from './security-row'
import type { SecurityPart } from './security-settings'
import { useSecurityChange } from './use-security'

/** The passkeys of the person: add, rename, remove. */
export function PasskeyRows({ security, onCodes }: SecurityPart) {
  const { t, locale } = useI18n()
  const can = useHydrated() && passkeysWork()
  const [asked, setAsked] = useState<Passkey | null>(null)
  const add = useSecurityChange(
    async () => {
      const made = await makePasskey(await api(newPasskeyOptions, { body: { origin: location.origin } }))
      const name = t('sec.passkeyNew', { date: formatDate(new Date().toISOString(), locale) })
      return api(addPasskey, { body: { ...made, name } })
    },
    'sec.passkeyAdded',
    ({ backupCodes }) => onCodes(backupCodes),
  )
  const remove = useSecurityChange(
    (id: string) => api(removePasskey, { params: { id } }),
    'sec.passkeyRemoved',
    () => setAsked(null),
  )
  return (
    <>
      <SecurityRow title={t('sec.passkeys')} text={t(can ? 'sec.passkeysText' : 'second.unsupported')}>
        {can && (
          <Button variant="outline" size="sm" busy={add.isPending} onClick={() => add.mutate(undefined)}>
            {t('sec.passkeyAdd')}
          </Button>
        )}
      </SecurityRow>
      {security.passkeys.length > 0 && (
        <ul aria-label={t('sec.passkeys')}>
          {security.passkeys.map((passkey) => (
            <PasskeyRow key={passkey.id} passkey={passkey} onRemove={() => setAsked(passkey)} />
          ))}
        </ul>
      )}
      <Confirm
        open={asked !== null}
        onOpenChange={(open) => !open && setAsked(null)}
        title={t('sec.removePasskeyTitle', { name: asked?.name ?? '' })}
        text={t('sec.removeText')}
        confirmLabel={t('sec.remove')}
        cancelLabel={t('common.cancel')}
        danger
        busy={remove.isPending}
        onConfirm={() => asked && remove.mutate(asked.id)}
      />
    </>
  )
}

function PasskeyRow({ passkey, onRemove }: { passkey: Passkey; onRemove: () => void }) {
  const { t, locale } = useI18n()
  const [name, setName] = useState<string | null>(null)
  const rename = useSecurityChange(
    (next: string) => api(renamePasskey, { params: { id: passkey.id }, body: { name: next } }),
    null,
    () => setName(null),
  )
  const created = formatDate(passkey.createdAt, locale)
  return (
    <li className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 border-b border-line py-3 pl-4">
      {name === null ? (
        <div className="grid min-w-0 gap-0.5">
          <p className="flex items-center gap-2 font-medium">
            <span className="truncate">{passkey.name}</span>
            {passkey.synced && <Badge tone="info">{t('sec.synced')}</Badge>}
          </p>
          <p className="text-sm text-ink-3">
            {passkey.lastUsedAt ? t('sec.passkeyUsed', { created, used: formatAgo(passkey.lastUsedAt, locale) }) : t('sec.passkeyUnused', { created })} ·{' '}
            {passkey.host}
          </p>
        </div>
      ) : (
        <form
          className="flex min-w-0 flex-1 gap-2"
          onSubmit={(event) => {
            event.preventDefault()
            if (name.trim()) rename.mutate(name.trim())
          }}
        >
          <Input autoFocus aria-label={t('sec.passkeyName')} maxLength={60} value={name} onValueChange={setName} />
          <Button type="submit" busy={rename.isPending}>
            {t('sec.save')}
          </Button>
        </form>
      )}
      <div className="flex gap-2">
        <Button variant="outline" size="sm" onClick={() => setName(name === null ? passkey.name : null)}>
          {t(name === null ? 'sec.passkeyRename' : 'common.cancel')}
        </Button>
        <Button variant="outline" size="sm" onClick={onRemove}>
          {t('sec.remove')}
        </Button>
      </div>
    </li>
  )
}
