'use client'

import { useState } from 'react'
import type { Domain } from '@itellico/contracts/domains'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import { Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import { useI18n } from '@/lib/i18n/client'
import { problemText } from '@/lib/problems'
import { Record } from './record'
import { useDomainActions } from './use-domains'

interface Props {
  readonly open: boolean
  readonly onClose: () => void
  /** A domain whose record is shown at once. */
  readonly known: Domain | null
  readonly target: string
}

/** Adds a domain and then shows the record that proves it. */
export function AddDomain({ open, onClose, known, target }: Props) {
  const { t } = useI18n()
  const { add, check } = useDomainActions()
  const [host, setHost] = useState('')
  const domain = known ?? add.data ?? null
  const close = () => {
    setHost('')
    add.reset()
    onClose()
  }
  const wrong = add.isError ? problemText(add.error, t) : undefined
  if (domain)
    return (
      <Dialog
        open={open}
        onOpenChange={(next) => !next && close()}
        title={t('dom.recordTitle', { host: domain.shown })}
        closeLabel={t('common.close')}
        className="sm:max-w-lg"
        footer={
          <>
            <Button variant="outline" onClick={close}>
              {t('dom.later')}
            </Button>
            <Button busy={check.isPending} onClick={() => check.mutate(domain, { onSuccess: (after) => after.status === 'active' && close() })}>
              {t('dom.check')}
            </Button>
          </>
        }
      >
        <Record domain={domain} target={target} />
      </Dialog>
    )
  return (
    <Dialog open={open} onOpenChange={(next) => !next && close()} title={t('dom.add')} description={t('dom.addText')} closeLabel={t('common.close')}>
      <form
        noValidate
        className="grid gap-4"
        onSubmit={(event) => {
          event.preventDefault()
          if (host.trim()) add.mutate(host)
        }}
      >
        <Field label={t('dom.host')} hint={t('dom.hostHint')} error={wrong}>
          <Input autoFocus autoCapitalize="none" autoComplete="off" spellCheck={false} inputMode="url" value={host} onChange={(e) => setHost(e.target.value)} />
        </Field>
        <Button type="submit" className="justify-self-end" busy={add.isPending} disabled={!host.trim()}>
          {t('dom.add')}
        </Button>
      </form>
    </Dialog>
  )
}
